import { z } from "zod";
import { isMoment } from "../time/moment.ts";
import { UNITS } from "./amount.ts";
import { STATUS_KINDS } from "./status.ts";

/**
 * The one wire shape: what the extension sends, what an imported sheet becomes, what the service stores and never alters.
 * Nothing here names an applicant; free texts are short and pass the personal-data guard on both banks.
 */
export const WIRE_VERSION = 1;

const moment = z.string().refine(isMoment, "not a date, or not one that exists");
const shortText = z.string().min(1).max(200);
const milliseconds = z.int().min(0).max(4_102_444_800_000);

export const amount = z.strictObject({
  amount: z.number().min(-100_000).max(100_000),
  unit: z.enum(UNITS),
});

export const status = z.strictObject({
  text: z.string().max(100).nullable(),
  kind: z.enum(STATUS_KINDS),
});

/** A field that was on the page and could not be read, or was needed and missing; `why` is a code of `shared/strings`. */
export const unreadable = z.strictObject({
  field: z.string().min(1).max(60),
  why: z.string().min(1).max(60),
});

/** Why the clock stands. The first group is the closed list of 行政许可法 45; the rest has no basis there and is flagged. */
export const GROUNDS = [
  "special-procedure", // one of the eight, not told which
  "hearing", // 听证
  "tender", // 招标
  "auction", // 拍卖
  "inspection", // 检验
  "testing", // 检测
  "quarantine", // 检疫
  "appraisal", // 鉴定
  "expert-review", // 专家评审
  "supplement", // 补正
  "suspended", // 挂起 暂停, no ground told
  "publicity", // 公示
  "site-visit", // 现场踏勘
  "consultation", // 征求意见
  "payment", // 待缴费
  "force-majeure", // 不可抗力
  "other",
] as const;
export type Ground = (typeof GROUNDS)[number];

/** 投资项目统一代码 (发改投资规〔2019〕1112号): public by law, and what the approvals of one project have in common. */
const projectCode = z.string().regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/);

export const pause = z.strictObject({
  from: moment,
  /** absent while the pause lasts */
  to: moment.optional(),
  ground: z.enum(GROUNDS),
  /** the length approved for a special procedure, where the page tells it */
  approved: amount.optional(),
});

export const stepSeen = z.strictObject({
  name: shortText,
  department: shortText.optional(),
  enteredAt: moment.optional(),
  leftAt: moment.optional(),
  limit: amount.optional(),
});

/** 容缺受理: what the applicant still owes after acceptance, by when, and when it came. */
export const tolerance = z.strictObject({
  limit: amount.optional(),
  due: moment.optional(),
  suppliedAt: moment.optional(),
});

/** 督办: a supervisor's notice to the unit, how long it has to answer, and when it did. */
export const supervised = z.strictObject({
  from: moment,
  to: moment.optional(),
  limit: amount.optional(),
});

/**
 * What the portal's 办事指南 allows an item, for a case whose own page shows no limit and no due date. Without limits: guides of the
 * item disagree, and none is used.
 */
export const guideLimits = z.strictObject({
  statutoryLimit: amount.optional(),
  promisedLimit: amount.optional(),
  /** the day on which the guide was read */
  readAt: moment,
});
export type GuideLimits = z.infer<typeof guideLimits>;

/** What one look says about one case: the portal's statements, each to the precision shown. */
export const facts = z.strictObject({
  item: shortText.optional(),
  itemCode: shortText.optional(),
  department: shortText.optional(),
  caseKind: shortText.optional(),
  channel: shortText.optional(),
  projectCode: projectCode.optional(),
  status: status.optional(),
  /** the current step by its name on the page */
  step: shortText.optional(),
  submittedAt: moment.optional(),
  receivedAt: moment.optional(),
  acceptedAt: moment.optional(),
  /** 应办结时间 as the portal declares it */
  due: moment.optional(),
  statutoryDue: moment.optional(),
  closedAt: moment.optional(),
  deliveredAt: moment.optional(),
  stepEnteredAt: moment.optional(),
  stepDue: moment.optional(),
  statutoryLimit: amount.optional(),
  promisedLimit: amount.optional(),
  /** a limit that the page calls neither statutory nor promised */
  limit: amount.optional(),
  stepLimit: amount.optional(),
  /** the portal's own remaining time; negative when it says overdue by so much */
  remaining: amount.optional(),
  /** the portal's own overdue mark or lamp */
  overdueFlag: z.boolean().optional(),
  /** what the applicant said of the handling (好差评, 满意度): satisfied or not */
  satisfied: z.boolean().optional(),
  pauses: z.array(pause).max(200).optional(),
  prolonged: amount.optional(),
  steps: z.array(stepSeen).max(500).optional(),
  tolerance: tolerance.optional(),
  supervised: z.array(supervised).max(50).optional(),
  guide: guideLimits.optional(),
});
export type CaseFacts = z.infer<typeof facts>;
export type Pause = z.infer<typeof pause>;
export type Tolerance = z.infer<typeof tolerance>;
export type Supervised = z.infer<typeof supervised>;
export type StepSeen = z.infer<typeof stepSeen>;
export type Unreadable = z.infer<typeof unreadable>;

const seen = {
  /** position in the device's one sequence of records; a gap proves that something is missing */
  seq: z.int().min(1),
  /** device clock, ms since 1970 */
  at: milliseconds,
  /** the last time that the same was seen before it was sent; equals `at` for a single sight */
  lastAt: milliseconds,
  times: z.int().min(1),
};

/** 办事指南: what a guide page says of one item, the same for all its cases. */
export const guide = z.strictObject({
  item: shortText.optional(),
  itemCode: shortText.optional(),
  department: shortText.optional(),
  caseKind: shortText.optional(),
  statutoryLimit: amount.optional(),
  promisedLimit: amount.optional(),
});
export type Guide = z.infer<typeof guide>;

/** The extension read one page at one moment, even if it held no case. */
export const look = z.strictObject({
  type: z.literal("look"),
  ...seen,
  /** host[:port] of the portal, or `file:<name>` for an imported sheet */
  portal: z.string().min(1).max(200),
  /** path of the page with long numbers blanked, never its query */
  view: z.string().max(300),
  kind: z.enum(["list", "detail", "guide", "none"]),
  /** cases recognised, and how many of them could not be told apart (no case number) and so were not recorded */
  cases: z.int().min(0),
  unidentified: z.int().min(0),
  /** what the pager says: entries in all, this page, pages in all */
  coverage: z.strictObject({
    shown: z.int().min(0),
    total: z.int().min(0).optional(),
    page: z.int().min(1).optional(),
    pages: z.int().min(0).optional(),
  }),
  unreadable: z.array(unreadable).max(200),
  /** of a guide page: the item catalogue is made of these */
  guide: guide.optional(),
  /** program version and portal file that read it */
  reader: z.string().max(60),
});

export const observation = z.strictObject({
  type: z.literal("observation"),
  ...seen,
  /** the `seq` of the look that it belongs to */
  look: z.int().min(1),
  /** HMAC of portal and case number, hex; the number itself stays on the page */
  caseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** enough to recognise a case that one already knows: the last characters */
  caseMask: z.string().min(1).max(24),
  facts,
  unreadable: z.array(unreadable).max(60),
});

export const record = z.discriminatedUnion("type", [look, observation]);

/** One POST. Records are checked one by one, so that a bad one never costs its neighbours. */
export const batch = z.strictObject({
  version: z.literal(WIRE_VERSION),
  /** device clock when sent: against the service's clock it gives the offset */
  sentAt: milliseconds,
  /** how many of the service's case-key secrets the sender named cases by; one when absent */
  keyVersion: z.int().min(1).max(1000).optional(),
  records: z.array(z.unknown()).min(1).max(1000),
});

export const acknowledgement = z.strictObject({
  /** newly stored, already stored before */
  accepted: z.int().min(0),
  known: z.int().min(0),
  refused: z.array(
    z.strictObject({
      seq: z.int().nullable(),
      code: z.string(),
      detail: z.string(),
      pointer: z.string(),
    }),
  ),
  /** the highest `seq` up to which nothing is missing */
  highWater: z.int().min(0),
  /** missing runs above it, inclusive */
  gaps: z.array(z.tuple([z.int(), z.int()])).max(100),
});

export type Look = z.infer<typeof look>;
export type Observation = z.infer<typeof observation>;
export type Recorded = z.infer<typeof record>;
export type Batch = z.infer<typeof batch>;
export type Acknowledgement = z.infer<typeof acknowledgement>;
