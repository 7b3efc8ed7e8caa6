import { z } from "zod";
import { CLOCK_NAMES } from "#shared/limit/regime.ts";
import { facts, GROUNDS, look, stepSeen, unreadable } from "#shared/case/observation.ts";
import { STATUS_KINDS } from "#shared/case/status.ts";
import { UNITS } from "#shared/case/amount.ts";
import { BUCKETS } from "#shared/limit/bucket.ts";
import { VERDICT_KINDS, WHYS } from "#shared/limit/verdict.ts";
import { unitRef, versions } from "./common.ts";

const amount = z.object({ amount: z.number(), unit: z.enum(UNITS) });
const moment = z.string();

export const verdict = z
  .object({
    kind: z.enum(VERDICT_KINDS),
    due: moment.nullable(),
    why: z.array(z.enum(WHYS)),
    /** the bounds between which the due time lies where it cannot be told exactly */
    range: z.object({ earliest: moment, latest: moment.optional() }).optional(),
    left: amount.optional(),
    severity: z.enum(["promised", "statutory"]).optional(),
    /** the limit is that of the item's guide, read on this day; absent where the case's own page tells it */
    guideReadAt: moment.optional(),
    basis: z.enum(["computed", "declared", "marked"]).optional(),
    regime: z.string(),
    calendar: z.string(),
  })
  .meta({ id: "Verdict" });

export const caseSummary = z
  .object({
    key: z.string(),
    mask: z.string(),
    portal: z.string(),
    item: z.string().nullable(),
    department: z.string().nullable(),
    step: z.string().nullable(),
    status: z.object({ text: z.string().nullable(), kind: z.enum(STATUS_KINDS) }).nullable(),
    units: z.array(unitRef),
    /** accepted, else received, else submitted, else first seen */
    startedAt: moment,
    acceptedAt: moment.nullable(),
    closedAt: moment.nullable(),
    /** what the portal declares; what we compute is `verdict.due` */
    declaredDue: moment.nullable(),
    verdict,
    bucket: z.enum(BUCKETS),
    firstSeenAt: z.string(),
    lastSeenAt: z.string(),
    /** the last observation of a case that was still open: how old our knowledge is, in natural days at `asOf` */
    unseenDays: z.number(),
    observations: z.int(),
    contradictions: z.int(),
    unreadable: z.int(),
  })
  .meta({ id: "CaseSummary" });
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseList = z
  .object({
    generatedAt: z.string(),
    asOf: z.string(),
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    pages: z.int(),
    cases: z.array(caseSummary),
    /** for the filter boxes: every value within the caller's scope, with its number of cases */
    facets: z.object({
      department: z.array(z.object({ value: z.string(), n: z.int() })),
      item: z.array(z.object({ value: z.string(), n: z.int() })),
      step: z.array(z.object({ value: z.string(), n: z.int() })),
      bucket: z.array(z.object({ value: z.enum(BUCKETS), n: z.int() })),
      verdict: z.array(z.object({ value: z.enum(VERDICT_KINDS), n: z.int() })),
    }),
    versions,
  })
  .meta({ id: "CaseList" });
export type CaseList = z.infer<typeof caseList>;

/** What the portal said about the case at one look, and by which device of which unit it was seen. */
export const sighting = z
  .object({
    /** device clock, corrected by the offset of its batch where that exceeds five minutes */
    at: z.string(),
    lastAt: z.string(),
    times: z.int(),
    receivedAt: z.string(),
    /** the browser's name; `#1`, `#2` … where the caller may not know it */
    device: z.string(),
    unit: unitRef,
    facts,
    unreadable: z.array(unreadable),
    /** the look that it belongs to; null while that record has not arrived */
    look: look.omit({ type: true, at: true, lastAt: true, times: true }).nullable(),
  })
  .meta({ id: "Sighting" });
export type Sighting = z.infer<typeof sighting>;

const said = z.object({ value: z.string(), firstAt: z.string(), lastAt: z.string() });

export const caseDetail = z
  .object({
    generatedAt: z.string(),
    asOf: z.string(),
    case: caseSummary,
    /** the fold of all observations known at `asOf` */
    timeline: z.object({
      item: z.string().nullable(),
      itemCode: z.string().nullable(),
      department: z.string().nullable(),
      caseKind: z.string().nullable(),
      submittedAt: moment.nullable(),
      receivedAt: moment.nullable(),
      acceptedAt: moment.nullable(),
      closedAt: moment.nullable(),
      deliveredAt: moment.nullable(),
      declared: z.object({
        due: moment.nullable(),
        statutoryDue: moment.nullable(),
        remaining: amount.nullable(),
        overdue: z.boolean().nullable(),
      }),
      limits: z.object({
        statutory: amount.nullable(),
        promised: amount.nullable(),
        unnamed: amount.nullable(),
        prolonged: amount.nullable(),
        /** the statutory and promised ones are those of the item's guide, read on this day */
        guideReadAt: moment.nullable(),
      }),
      pauses: z.array(
        z.object({
          from: moment,
          to: moment.nullable(),
          ground: z.enum(GROUNDS),
          approved: amount.nullable(),
        }),
      ),
      steps: z.array(stepSeen),
      contradictions: z.array(z.object({ field: z.string(), said: z.array(said) })),
      unreadable: z.array(z.object({ field: z.string(), why: z.string() })),
      /** what this number was before it was withdrawn and filed again, or sent to the level above; oldest first */
      earlier: z.array(
        z.object({
          status: z.object({ text: z.string().nullable(), kind: z.enum(STATUS_KINDS) }).nullable(),
          acceptedAt: moment.nullable(),
          verdict,
        }),
      ),
    }),
    /** why it was raised, for those who may know of it */
    escalation: z
      .object({
        reason: z.string(),
        at: z.string(),
        by: z.string(),
        /** its number can be read, by those entitled */
        numberStated: z.boolean(),
      })
      .nullable(),
    /** whole sentences in the asked language, one for each reason of the verdict */
    why: z.array(z.string()),
    /** the due date day by day; null when no date could be computed */
    proof: z
      .object({
        due: moment.nullable(),
        lines: z.array(
          z.object({ date: z.string(), kind: z.string(), counted: z.number(), text: z.string() }),
        ),
        /** the articles of law that it rests on, each as a sentence */
        clauses: z.array(z.string()),
        /** where the limit comes from, as a sentence; null where the case's own page tells it */
        limitFrom: z.string().nullable(),
      })
      .nullable(),
    /** every clock that runs beside the one that binds, never one deadline */
    clocks: z.array(
      z.object({
        name: z.enum(CLOCK_NAMES),
        /** a step's name or a pause's ground, where there can be several */
        of: z.string().nullable(),
        start: moment,
        limit: amount.nullable(),
        /** the page names the limit, the item's guide does, or the law sets it */
        source: z.enum(["page", "guide", "law"]),
        due: moment.nullable(),
        range: z.object({ earliest: moment, latest: moment.optional() }).nullable(),
        ended: moment.nullable(),
        state: z.enum(["met", "late", "running", "stands", "cannot-tell"]),
        /** the regime's own word for how late it is, in the asked language */
        level: z.string().nullable(),
      }),
    ),
    /** 行政许可法 32: no notice within its days, so accepted from the day of receipt */
    deemedAcceptedAt: moment.nullable(),
    sightings: z.array(sighting),
    versions,
  })
  .meta({ id: "CaseDetail" });
export type CaseDetail = z.infer<typeof caseDetail>;
