import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { label } from "#shared/limit/regime.ts";
import { national } from "#shared/limit/rules/national.ts";
import { type Proof, proof } from "#shared/limit/proof.ts";
import { judge } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Fold } from "./fold.ts";
import type { JudgeAt } from "./case-book.ts";

export interface Judging {
  fold: Fold;
  judge: JudgeAt;
  /** the due date day by day, as known at an instant (ms) */
  prove(timeline: Timeline, at: number): Proof;
  versions: { regime: string; calendar: string };
}

/** The rules and the calendar that ship, as the page itself uses them: badge and report cannot disagree. */
export const NATIONAL: Judging = {
  fold: foldTimeline,
  judge: (timeline, at) =>
    judge(timeline, { regime: national, calendar: CHINA, at: at as Instant }),
  prove: (timeline, at) =>
    proof(timeline, { regime: national, calendar: CHINA, at: at as Instant }),
  versions: { regime: label(national), calendar: label(CHINA) },
};
