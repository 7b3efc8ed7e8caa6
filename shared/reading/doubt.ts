import type { CaseFacts, Unreadable } from "../case/observation.ts";
import { isClosed } from "../case/status.ts";
import type { Moment } from "../time/moment.ts";
import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";
import { isLimitConcept, isMomentConcept } from "./fits.ts";
import type { GridCell } from "./grid.ts";
import { headerWords, meanings } from "./lexicon/meanings.ts";
import { statusKind } from "./values/status.ts";
import { isBlank } from "./values/text.ts";

/** What a verdict stands on: where there is doubt whether a cell belongs to its header, none of it is kept. */
const WEIGHTY = [
  "acceptedAt",
  "due",
  "statutoryDue",
  "closedAt",
  "statutoryLimit",
  "promisedLimit",
  "limit",
  "remaining",
  "overdueFlag",
  "status",
] as const satisfies readonly (keyof CaseFacts)[];

/**
 * Do the headers stand over the wrong columns? One contradiction is a wrong word; several at once, or data of weight below no header
 * at all, are a table that lost a cell of its header.
 */
export function isShifted(columns: readonly Decided[]): boolean {
  const shown = columns.filter((column) => !column.hidden && column.profile.filled > 0);
  let against = 0;
  let known = 0;
  shown.forEach((column, i) => {
    const dated = column.profile.moment + column.profile.twoMoments;
    if (column.header === "") {
      // boxes, numbers and buttons may go without a name, dates, states and persons may not
      if (i > 0 && (dated >= 0.6 || isTelling(column.profile))) against += 2;
      return;
    }
    if (meanings(column.header).length === 0) return;
    known++;
    if (column.why.includes("values-disagree")) against++;
    if (column.concept === "action" && dated >= 0.6) against += 2;
    if (column.concept === "item" && column.profile.code >= 0.9 && column.profile.distinct >= 0.9)
      against++;
  });
  return (against >= 2 && against >= known * 0.2) || isCrossed(shown);
}

/** A length below the name of a date, and dates below the name of a length: the two names stand over each other's values. */
const isCrossed = (shown: readonly Decided[]): boolean =>
  shown.some(
    ({ proposed, concept, profile }) =>
      proposed !== undefined &&
      isMomentConcept(proposed) &&
      concept === "other" &&
      profile.amount >= 0.6,
  ) &&
  shown.some(
    ({ proposed, concept }) =>
      proposed !== undefined && isLimitConcept(proposed) && isMomentConcept(concept),
  );

const isTelling = ({ status, distinct, person, filled, all }: Decided["profile"]): boolean =>
  filled >= all * 0.6 && filled > 2 && ((status >= 0.8 && distinct > 1 / filled) || person >= 0.8);

/** Takes back what a verdict would stand on, and says why. */
export function withhold(facts: CaseFacts, unreadable: Unreadable[], why: string): void {
  for (const field of WEIGHTY) {
    if (facts[field] === undefined) continue;
    delete facts[field];
    unreadable.push({ field, why });
  }
}

/**
 * Due before it was accepted, closed before it began, accepted before it was applied for, a step due after its case, a thing done after
 * `today`: one of the dates is not what its header says.
 */
export function contradicts(
  { acceptedAt, submittedAt, due, stepDue, closedAt }: CaseFacts,
  today: Moment,
): boolean {
  const start = acceptedAt ?? submittedAt;
  return (
    after(stepDue, due) ||
    after(start, due) ||
    after(start, closedAt) ||
    after(submittedAt, acceptedAt) ||
    after(submittedAt, today) ||
    after(closedAt, today)
  );
}

const after = (a: Moment | undefined, b: Moment | undefined): boolean =>
  a !== undefined && b !== undefined && a.slice(0, 10) > b.slice(0, 10);

/** A case at such a step may be closed although no state says so. */
export const isLastStep = (step: string | undefined): boolean =>
  step !== undefined && /办结|结束|归档|送达|领[取证]|发证|完成|closed|issued|complete/i.test(step);

/** A page that has a place for the state, and leaves it empty or fills it with words that we do not know, does not say that the case is open. */
export const hasStatusColumn = (columns: readonly Decided[]): boolean =>
  columns.some(
    ({ header, hidden, concept }) =>
      meanings(header)[0] === "status" ||
      (!hidden && concept === "other" && STATE.test(headerWords(header)) && isState(header)),
  );
const STATE = /状态|态$|status|\bstate\b/;
const isState = (header: string): boolean => meanings(header)[0]?.startsWith("status") ?? false;

const ENOUGH = 4;
/** Every other row says whether it is late, this one says nothing: what it said has been lost. */
export const lacksFlag = (
  columns: readonly Decided[],
  cells: readonly (GridCell | undefined)[],
): boolean =>
  columns.some(({ concept, hidden, confidence, profile: { filled, lamp, all } }, i) => {
    if (hidden || confidence !== "sure" || all < ENOUGH) return false;
    if (concept !== "overdueFlag" && concept !== "light") return false;
    const cell = cells[i];
    const said = filled === 0 ? lamp : filled;
    return said === all - 1 && isBlank(cell?.text ?? "") && cell?.marks === undefined;
  });

const DONE = /^(?:已|准予|不予)[\u4e00-\u9fff]{1,5}$/;
/** As a step's name it may be the step that closes a case, not yet done. */
const CLOSED = /^(?:办结|办毕|结案|完结|归档)$/;
const ANYWHERE: readonly Concept[] = ["phase", "other", "action", "light", "overdueFlag"];
/** What a lamp says, and no state: a closed case may be in order too. */
const OF_A_LAMP = /^(?:正常|预警|[黄红绿]灯|normal|ok)$/i;
/** Beside a state: the step, and names, which are never a state. Fees and papers have states of their own. */
const BESIDE: readonly Concept[] = ["step", "item", "title", "caseKind", "department", "personal"];
/** Does a cell outside the state say that the clock does not run: `已发证` below 操作 or 登记类型, `已办结` or `特别程序` as the step? */
export const saysNotRunning = (
  columns: readonly Decided[],
  cells: readonly (GridCell | undefined)[],
  state: string | undefined,
): boolean => {
  const hasState = state !== undefined && !OF_A_LAMP.test(state);
  const states = columns.find(({ concept, hidden }) => concept === "status" && !hidden)?.header;
  return columns.some(({ concept, hidden, header }, i) => {
    const asked = BESIDE.includes(concept) || (!hasState && ANYWHERE.includes(concept));
    // a second column of the same name as the state's
    const twin = concept === "other" && header !== "" && header === states;
    if (hidden || !(asked || twin)) return false;
    const text = (cells[i]?.text ?? "").trim();
    const kind = text.length <= 8 ? statusKind(text) : undefined;
    if (kind === undefined) return false;
    if (concept === "step" && (kind === "paused" || kind === "supplement")) return true;
    return isClosed(kind) && (DONE.test(text) || (concept !== "step" && CLOSED.test(text)));
  });
};

const NAMES: readonly Concept[] = ["item", "caseKind", "department", "step"];
const DATED = /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** A date where the other rows have a name: this row's cells do not stand below their own headers. */
export const isMoved = (
  columns: readonly Decided[],
  cells: readonly (GridCell | undefined)[],
): boolean =>
  columns.some(
    ({ concept, hidden, profile }, i) =>
      !hidden &&
      NAMES.includes(concept) &&
      profile.moment < 0.5 &&
      DATED.test((cells[i]?.text ?? "").trim()),
  );

const TIME = /时间$|日期$|\b(?:date|time)$/;
/**
 * A column that nothing names, or only a word for a time, and that plainly holds states, where no other is the state: a case that it calls closed is not taken for
 * open. `-1`: there is none.
 */
export const namelessState = (columns: readonly Decided[]): number =>
  columns.some(({ concept, hidden }) => concept === "status" && !hidden)
    ? -1
    : columns.findIndex(
        ({ concept, hidden, header, profile }) =>
          concept === "other" &&
          !hidden &&
          (meanings(header).length === 0 || TIME.test(headerWords(header))) &&
          profile.status >= 0.6 &&
          profile.moment === 0 &&
          profile.longest <= 30,
      );
