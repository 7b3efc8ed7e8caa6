import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { national } from "#shared/limit/rules/national.ts";
import { type Verdict, judge } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { PageReading } from "./reader/read-page.ts";

/** A page as read, with the verdict of each of its cases at one moment. */
export interface JudgedPage extends PageReading {
  /** one per case of the reading, in its order */
  verdicts: Verdict[];
}

/** The same timeline, clock and verdict that the service runs on what this page is about to send it. */
export const judgePage = (page: PageReading, at: Instant): JudgedPage => ({
  ...page,
  verdicts: page.reading.cases.map(({ facts, unreadable }) =>
    judge(foldTimeline([{ at, lastAt: at, facts, unreadable }]), {
      regime: national,
      calendar: CHINA,
      at,
    }),
  ),
});
