import type { Calendar } from "#shared/calendar/calendar.ts";
import { CHINA } from "#shared/calendar/china.ts";
import { type Timeline, foldTimeline } from "#shared/case/timeline.ts";
import { type Proof, proof } from "#shared/limit/proof.ts";
import { type Regime, label } from "#shared/limit/regime.ts";
import { national } from "#shared/limit/rules/national.ts";
import { type Verdict, judge } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { Fold } from "./fold.ts";

export interface Judging {
  fold: Fold;
  /** the verdict on a case at an instant (ms) */
  judge(timeline: Timeline, at: number): Verdict;
  /** the due date day by day, as known at an instant (ms) */
  prove(timeline: Timeline, at: number): Proof;
  regime: Regime;
  calendar: Calendar;
  /** name and version of both */
  versions: { regime: string; calendar: string };
}

export const judgingBy = (regime: Regime, calendar: Calendar): Judging => ({
  fold: foldTimeline,
  judge: (timeline, at) => judge(timeline, { regime, calendar, at: at as Instant }),
  prove: (timeline, at) => proof(timeline, { regime, calendar, at: at as Instant }),
  regime,
  calendar,
  versions: { regime: label(regime), calendar: label(calendar) },
});

/** The rules and the calendar that ship, as the page itself uses them: badge and report cannot disagree. */
export const NATIONAL: Judging = judgingBy(national, CHINA);
