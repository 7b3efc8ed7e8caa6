import type { Calendar } from "#shared/calendar/calendar.ts";
import { CHINA } from "#shared/calendar/china.ts";
import { type Timeline, foldTimeline } from "#shared/case/timeline.ts";
import type { Rules } from "#shared/limit/clock.ts";
import { type HouseRules, rulesOf } from "#shared/limit/house-rules.ts";
import { proof } from "#shared/limit/proof.ts";
import { type ProofSummary, proofSummary } from "#shared/limit/proof-summary.ts";
import { national } from "#shared/limit/rules/national.ts";
import { type Verdict, judge } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import { atOnce } from "./in-slices.ts";
import type { PageReading } from "./reader/read-page.ts";

/** A page as read, with the verdict of each of its cases at one moment. */
export interface JudgedPage extends PageReading {
  /** one per case of the reading, in its order */
  verdicts: Verdict[];
  /** how the n-th case's due date was counted; `undefined` where it was not */
  prove(n: number): ProofSummary | undefined;
  calendar: Calendar;
}

export type JudgePage = (page: PageReading, at: Instant) => JudgedPage;
/** The same in steps: the caller may rest between two of them. */
export type JudgingPage = (page: PageReading, at: Instant) => Generator<void, JudgedPage>;

const STEP = 20;

/** The same timeline, clock and verdict that the service runs on what this page is about to send it. */
export function judgingPage(house: HouseRules | null): JudgingPage {
  const rules: Rules = house ? rulesOf(house) : { regime: national, calendar: CHINA };
  return function* (page, at) {
    const world = { ...rules, at };
    const timelines: Timeline[] = [];
    const verdicts: Verdict[] = [];
    for (const { facts, unreadable } of page.reading.cases) {
      const timeline = foldTimeline([{ at, lastAt: at, facts, unreadable }]);
      timelines.push(timeline);
      verdicts.push(judge(timeline, world));
      if (verdicts.length % STEP === 0) yield;
    }
    return {
      ...page,
      verdicts,
      prove(n) {
        const timeline = timelines[n];
        const found = timeline && proofSummary(proof(timeline, world));
        // a date that the portal declares is proved where our count comes to the same day, and only there
        return found && verdicts[n]?.due?.startsWith(found.due) ? found : undefined;
      },
      calendar: rules.calendar,
    };
  };
}

/** By what ships, in one breath. */
export const judgePage: JudgePage = (page, at) => atOnce(judgingPage(null)(page, at));
