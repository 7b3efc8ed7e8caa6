import { type Moment, earliest, momentOf, precision } from "#shared/time/moment.ts";
import type { JudgedCase } from "../reports/judged-case.ts";

/** The lifecycle of XES: a step is started and completed, a clock is suspended and resumed. */
export type Transition = "start" | "complete" | "suspend" | "resume";

/** One thing that happened to a case, as a page or a file stated it. */
export interface CaseEvent {
  activity: string;
  transition: Transition;
  moment: Moment;
  department?: string;
}

export interface CaseTrace {
  key: string;
  mask: string;
  portal: string;
  item?: string;
  department?: string;
  bucket: string;
  verdict: string;
  /** what we compute or follow; null when it cannot be told */
  due: Moment | null;
  events: CaseEvent[];
}

/** The names under which the dated facts of every case stand in an event log. */
const MILESTONES = {
  submittedAt: "提交",
  receivedAt: "收件",
  acceptedAt: "受理",
  closedAt: "办结",
  deliveredAt: "送达",
} as const;

/**
 * Cases as traces. Only stated times become events: a step whose times no page showed is not in the log, and a date stays a date
 * (`precision`), although a log can only write an instant.
 */
export const tracesOf = (cases: readonly JudgedCase[]): CaseTrace[] =>
  cases
    .map(({ key, mask, portal, timeline, verdict, bucket }) => ({
      key,
      mask,
      portal,
      ...(timeline.item !== undefined && { item: timeline.item }),
      ...(timeline.department !== undefined && { department: timeline.department }),
      bucket,
      verdict: verdict.kind,
      due: verdict.due,
      events: eventsOf(timeline),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

function eventsOf(timeline: JudgedCase["timeline"]): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const field of Object.keys(MILESTONES) as (keyof typeof MILESTONES)[]) {
    const moment = timeline[field];
    if (moment !== undefined)
      events.push({ activity: MILESTONES[field], transition: "complete", moment });
  }
  for (const { name, department, enteredAt, leftAt } of timeline.steps) {
    const own = department === undefined ? {} : { department };
    if (enteredAt !== undefined)
      events.push({ activity: name, transition: "start", moment: enteredAt, ...own });
    if (leftAt !== undefined)
      events.push({ activity: name, transition: "complete", moment: leftAt, ...own });
  }
  for (const { from, to } of timeline.pauses) {
    events.push({ activity: "计时暂停", transition: "suspend", moment: from });
    if (to !== undefined) events.push({ activity: "计时暂停", transition: "resume", moment: to });
  }
  // a stable sort keeps the natural order of what is stated for the same day
  return events.sort((a, b) => earliest(a.moment) - earliest(b.moment));
}

/** The first instant that the moment may mean, with the offset of the portal's zone. */
export const instantText = (moment: Moment): string =>
  `${momentOf(earliest(moment), undefined, "second")}+08:00`;

export const precisionOf = (moment: Moment): string => precision(moment);
