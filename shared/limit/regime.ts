import type { Amount } from "../case/amount.ts";
import type { Ground } from "../case/observation.ts";
import type { StatusKind } from "../case/status.ts";
import type { Zone } from "../time/instant.ts";

/**
 * A legal regime as data: everything on which two supervision systems that read the same case can differ. There is no national
 * definition of 超期, so the name and the version of the regime go with every finding.
 */
export interface Regime {
  id: string;
  /** `YYYY-MM-DD` of the last change of this file's meaning */
  version: string;
  name: Named;
  clauses: readonly Clause[];
  zone: Zone;
  calendar: { id: string; overlays: readonly string[] };
  /** `day`: the limit ends with a day; `moment`: it ends at the time of day at which it began */
  granularity: "day" | "moment";
  startDayCounts: boolean;
  /** when a day ends for this purpose (民法典 203 ¶2) */
  endOfDay: "24:00" | "close";
  /** late when the due time is `past`, or already when it is `reached` (remaining ≤ 0) */
  boundary: "past" | "reached";
  /** a limit in natural days, months or years whose last day is a rest day ends on the next working day (民法典 203 ¶1) */
  rolls: boolean;
  /** the first entry whose season holds a day tells its sessions; none: the office hours are not known */
  officeHours: readonly OfficeHours[];
  /** 即办/当场: due the same working day, `next-workday` when accepted after close; `none`: such a case has no clock */
  immediate: "same-day" | "next-workday" | "none";
  warn: Warn;
  /** the warning for limits in hours and minutes */
  warnShort: Warn;
  pauses: PauseRule;
  /** ended in this way a case is neither late nor on time */
  neverLate: readonly StatusKind[];
  /** lengths that the law itself sets, used for the clocks of that name and never in place of a limit that a page does not show */
  statutory: StatutoryLengths;
  /** the names that this system gives to degrees of lateness, by clock, mildest first */
  levels: Partial<Record<ClockName, readonly Level[]>>;
}

/** A text of the data itself: an organisation that copies a regime names it in its own words. */
export interface Named {
  "zh-CN": string;
  en: string;
}

export interface Clause {
  /** what it is cited for */
  for: ClauseTopic;
  law: string;
  article: string;
  says: Named;
}

export type ClauseTopic =
  | "unit"
  | "start"
  | "end"
  | "roll"
  | "month"
  | "limit"
  | "joint"
  | "prolong"
  | "pause"
  | "notice"
  | "deemed"
  | "delivery"
  | "immediate"
  | "overdue"
  | "warning"
  | "reason"
  | "hours";

export interface OfficeHours {
  /** `MM-DD` inclusive, may wrap over the year's end; absent: all year */
  season?: { from: string; to: string };
  /** ISO weekdays; absent: every working day */
  weekdays?: readonly number[];
  /** `HH:MM` pairs in order, half-open */
  sessions: readonly (readonly [open: string, close: string])[];
}

export type Warn =
  /** so many working days or fewer remain, the present one not counted */
  | { kind: "workdays-left"; n: number }
  /** at least this share of the limit has been used */
  | { kind: "percent-used"; percent: number }
  | { kind: "hours-left"; hours: number }
  | { kind: "never" };

export interface PauseRule {
  /** grounds that stop the clock of the promise, and those that stop the statutory one */
  stops: readonly Ground[];
  stopsStatute: readonly Ground[];
  /** overlapping pauses count once, or are added up */
  overlap: "union" | "sum";
  /** a pause longer than the length approved for it counts only up to that length */
  cap: "none" | "approved";
  /** working days deducted for a pause that begins and ends on one day */
  sameDay: 0 | 1;
}

export interface StatutoryLengths {
  decision?: Amount;
  prolong?: Amount;
  joint?: Amount;
  jointProlong?: Amount;
  notice?: Amount;
  delivery?: Amount;
  feedback?: Amount;
}

export const CLOCK_NAMES = [
  "promise", // 承诺时限
  "statute", // 法定时限
  "step", // 环节时限
  "notice", // 收件→受理或补正告知
  "special-procedure", // 特别程序 own length
  "supplement", // 补正: the applicant's
  "delivery", // 决定→送达
  "prolonged", // 延期后
  "feedback", // 督办反馈
] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/** Reached when the due time of `of`, moved by so many working days, has passed. */
export interface Level {
  name: Named;
  of: "promise" | "statute" | "own";
  workdays: number;
}

/** Name and version, as a verdict carries them. */
export const label = (versioned: { id: string; version: string }): string =>
  `${versioned.id}@${versioned.version}`;
