import type { Instant } from "../time/instant.ts";
import type { Concept } from "./concept.ts";
import { fits, isMomentConcept, plainly } from "./fits.ts";
import type { GridCell } from "./grid.ts";
import { alone, headerWords, meanings } from "./lexicon/meanings.ts";
import type { Condition, Meaning } from "./lexicon/rule.ts";
import { otherMatters } from "./other-matters.ts";
import { type Profile, profile } from "./profile.ts";
import type { Taught } from "./taught.ts";
import { asTold, isTold } from "./told.ts";

/** One column or one label, with what it was taken for and why. */
export interface Decided {
  header: string;
  hidden: boolean;
  profile: Profile;
  concept: Concept;
  confidence: "sure" | "guess";
  why: string[];
  /** a second concept in the same cells: `受理 / 承诺办结` over two dates */
  second?: Concept;
  /** what the header alone would have meant; not the concept where the values disagreed */
  proposed?: Concept;
}

export interface Asked {
  header: string;
  hidden: boolean;
  cells: readonly GridCell[];
  /** what a portal file says that it is: overrides the lexicon, never the values */
  told?: Concept | undefined;
}

/** Taken by one column at most; the others of the same meaning must be something else. */
const ONE: readonly Concept[] = [
  "caseNo",
  "item",
  "department",
  "status",
  "step",
  "submittedAt",
  "acceptedAt",
  "due",
  "closedAt",
  "stepEnteredAt",
  "statutoryLimit",
  "promisedLimit",
  "limit",
  "remaining",
  "usedTime",
  "stepDue",
  "stepLimit",
];

const conceptOf = (meaning: Meaning): Concept => meaning.split("?")[0] as Concept;
const conditionOf = (meaning: Meaning): Condition | undefined =>
  meaning.split("?")[1] as Condition | undefined;

/** Which header of two that mean the same is the plainer one. */
const PLAINER: Partial<Record<Concept, readonly RegExp[]>> = {
  caseNo: [
    /^(?:子|分)/,
    /^(?:办件|申办|受理|工单|案卷|许可受理|督办|流程|申请|申报|业务流水|业务编号|application|permit)/,
    /^(?:流水号|编号|业务号|任务)/,
    /序号|^id$|^no$/,
  ],
  status: [/^(?:办件|办理|审批|业务|受理|申报|当前|申请|工单|案件)/, /状态|status|state/],
  due: [/承诺|应办结|应完成/, /截止|到期|限办|due/],
  department: [/^(?:承办|受理|主办|审批|责任|办理|实施)/, /部门|单位|机构|主体/],
  item: [/事项/, /项目|业务|类型/],
  step: [/当前/, /环节|节点|步骤/],
};

/** Joint decision over all columns of a grid (or all labels of a page): the lexicon proposes, the values and the neighbours confirm. */
export function decide(asked: readonly Asked[], at: Instant, taught?: Taught): Decided[] {
  const told = { order: taught?.dates, unit: taught?.unit };
  const profiles = asked.map((each) => profile(each.header, each.cells, at, told));
  const holds = conditions(asked, profiles);
  const options = asked.map((each, i) => proposals(each, profiles[i] as Profile, holds));
  const decided: Decided[] = asked.map((each, i) =>
    each.told === undefined
      ? choose(each, profiles[i] as Profile, options[i] ?? [])
      : asTold(each, each.told, profiles[i] as Profile, taught),
  );
  for (const each of decided) speakForThemselves(each);
  for (const concept of ONE) settle(concept, decided, options);
  otherMatters(decided);
  lastResorts(decided);
  return decided;
}

/** `受理：2024-07-24 承诺：2024-07-29` below a header that only says 时间: the first label is what the column is. */
function speakForThemselves(each: Decided): void {
  if (each.concept !== "other" || each.profile.labels.length === 0 || isTold(each)) return;
  const first = each.profile.labels
    .map((label) => alone(label).find(isMomentConcept))
    .find((concept) => concept !== undefined);
  if (first === undefined) return;
  each.concept = first;
  each.confidence = "sure";
  each.why = ["labels-in-cells"];
}

interface Option {
  concept: Concept;
  sure: boolean;
  why: string[];
  second?: Concept;
}

function proposals({ header }: Asked, p: Profile, holds: ReadonlySet<Condition>): Option[] {
  const parts = header.split(/[/／、]|\s-\s/).map((part) => part.trim());
  if (parts.length === 2 && p.twoMoments >= 0.6) {
    const both = parts.map((part) => meanings(part).map(conceptOf).find(isMomentConcept));
    if (both[0] !== undefined && both[1] !== undefined && both[0] !== both[1])
      return [{ concept: both[0], second: both[1], sure: true, why: ["header", "two-dates"] }];
  }
  return meanings(header)
    .filter((meaning) => {
      const condition = conditionOf(meaning);
      if (condition === "values") return plainly(conceptOf(meaning), p);
      return condition === undefined || holds.has(condition);
    })
    .map((meaning): Option | undefined => {
      const concept = conceptOf(meaning);
      const answer = fits(concept, p);
      if (answer === "no") return undefined;
      return {
        concept,
        sure: answer === "yes",
        why: [
          "header",
          answer === "yes" ? "values-agree" : "no-values",
          ...(conditionOf(meaning) ? [`beside-${conditionOf(meaning)}`] : []),
        ],
      };
    })
    .filter((option) => option !== undefined);
}

function choose(asked: Asked, p: Profile, options: readonly Option[]): Decided {
  const best = options[0];
  const all = meanings(asked.header);
  const proposed = all[0] === undefined ? undefined : conceptOf(all[0]);
  const base = {
    header: asked.header,
    hidden: asked.hidden,
    profile: p,
    ...(proposed !== undefined && { proposed }),
  };
  if (best)
    return {
      ...base,
      concept: best.concept,
      confidence: best.sure ? "sure" : "guess",
      why: best.why,
      ...(best.second && { second: best.second }),
    };
  if (proposed !== undefined)
    return { ...base, concept: "other", confidence: "guess", why: ["values-disagree"] };
  return {
    ...base,
    concept: p.personal >= 0.5 ? "personal" : "other",
    confidence: "guess",
    why: ["unknown-header"],
  };
}

/** Of several columns that claim one concept the best keeps it; the others fall back to what else they may mean. */
function settle(
  concept: Concept,
  decided: Decided[],
  options: readonly (readonly Option[])[],
): void {
  const claims = decided
    .map((each, i) => ({ each, i }))
    .filter(({ each }) => each.concept === concept);
  if (claims.length < 2) return;
  const worth = ({ each, i }: (typeof claims)[number]): number => {
    const words = headerWords(each.header);
    const place = (PLAINER[concept] ?? []).findIndex((form) => form.test(words));
    const rank = place < 0 ? 9 : place;
    const choice = (options[i] ?? []).findIndex((option) => option.concept === concept);
    return (
      (each.hidden ? 1000 : 0) -
      (isTold(each) ? 500 : 0) +
      (each.confidence === "sure" ? 0 : 300) +
      (each.why.some((why) => why.startsWith("beside")) ? 40 : 0) +
      choice * 60 +
      rank * 20 +
      (each.profile.filled < each.profile.all * 0.3 ? 10 : 0) +
      i * 0.1
    );
  };
  const [, ...losers] = [...claims].sort((a, b) => worth(a) - worth(b));
  for (const { each, i } of losers) {
    const other = (options[i] ?? []).find(
      (option) =>
        option.concept !== concept &&
        !(ONE.includes(option.concept) && decided.some((d) => d.concept === option.concept)),
    );
    each.concept = other?.concept ?? "other";
    each.confidence = other?.sure ? "sure" : "guess";
    each.why = [...(other?.why ?? []), "taken-by-another"];
  }
}

/** Without a case number the next best number is one; without an item the title may be. */
function lastResorts(decided: readonly Decided[]): void {
  const has = (concept: Concept): boolean =>
    decided.some((each) => each.concept === concept && !each.hidden);
  if (!has("caseNo")) {
    const parent = decided.find(
      (each) =>
        each.concept === "parentCaseNo" &&
        !each.hidden &&
        each.profile.distinct >= 0.95 &&
        each.profile.filled > 1,
    );
    if (parent) parent.concept = "caseNo";
  }
}

function conditions(asked: readonly Asked[], profiles: readonly Profile[]): ReadonlySet<Condition> {
  const holds = new Set<Condition>();
  const first = (concept: Concept): boolean =>
    asked.some(({ header, hidden }, i) => {
      const meaning = meanings(header)[0];
      return !hidden && meaning === concept && fits(concept, profiles[i] as Profile) !== "no";
    });
  const any = (concept: Concept): boolean =>
    asked.some(
      ({ header, hidden }, i) =>
        !hidden &&
        meanings(header).some((meaning) => meaning === concept) &&
        fits(concept, profiles[i] as Profile) === "yes",
    );
  const note = (condition: Condition, without: Condition | undefined, holdsNow: boolean) => {
    if (holdsNow) holds.add(condition);
    else if (without) holds.add(without);
  };
  note("step", "no-step", first("step"));
  note("accepted", "no-accepted", first("acceptedAt"));
  note("submitted", "no-submitted", first("submittedAt"));
  note("closed", "no-closed", first("closedAt"));
  note("due", "no-due", any("due"));
  note("item", "no-item", first("item"));
  note("status", "no-status", first("status"));
  const words = asked.map(({ header }) => headerWords(header));
  note(
    "sender",
    undefined,
    words.some((word) => /^发送人|^上一(?:环节|处理|步骤)/.test(word)),
  );
  note(
    "task",
    undefined,
    words.some((word) => /^(?:工作单|任务|督办|督查|交办)(?:名称|事项|内容|标题|单)?$/.test(word)),
  );
  note(
    "applicant",
    undefined,
    words.some((word) => /申请人|申请单位|申报人|申报单位/.test(word)),
  );
  note(
    "complaint",
    undefined,
    words.some((word) => /投诉|诉求|信访|来电|工单|举报|complaint/.test(word)),
  );
  note("task-step", undefined, holds.has("step") && holds.has("no-status"));
  note(
    "period",
    undefined,
    holds.has("submitted") && words.some((word) => /^开始(?:时间|日期)$/.test(word)),
  );
  note("only-time", undefined, profiles.filter((p) => p.moment >= 0.6).length === 1);
  if (
    !asked.some(
      ({ header, hidden }, i) =>
        !hidden &&
        meanings(header)[0] === "caseNo" &&
        !/^(?:id|序号|no|编号)$/.test(headerWords(header)) &&
        fits("caseNo", profiles[i] as Profile) !== "no",
    )
  )
    holds.add("no-case-number");
  return holds;
}
