import type { Calendar } from "../calendar/calendar.ts";
import type { Amount } from "../case/amount.ts";
import type { Timeline } from "../case/timeline.ts";
import type { Instant } from "../time/instant.ts";
import type { Moment } from "../time/moment.ts";
import { isClosedCase, judgeClosed } from "./judge-closed.ts";
import { judgeOpen } from "./judge-open.ts";
import { type Regime, label } from "./regime.ts";

export const VERDICT_KINDS = [
  "on-time",
  "due-soon",
  "overdue",
  "closed-on-time",
  "closed-late",
  "paused",
  "not-started",
  "unknown",
] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** Codes of the reasons, each a whole sentence in `shared/strings`. */
export const WHYS = [
  "past-due",
  "due-today",
  "within-warning",
  "before-due",
  "closed-before-due",
  "closed-after-due",
  "clock-paused",
  "not-accepted-yet",
  "dropped", // withdrawn, refused acceptance, void: never late, never on time
  "calendar-unpublished",
  "no-accepted-time",
  "no-limit",
  "limit-unreadable",
  "accepted-unreadable",
  "due-unreadable",
  "closed-time-unknown",
  "hour-decides", // the page shows only a day and the hour would decide
  "due-disagrees", // the portal's due date has passed and ours has not
  "portal-due-later", // the portal allows more than we compute: perhaps a pause or prolongation that it does not show
  "portal-says-overdue",
  "portal-says-not-overdue",
  "portal-says-remaining",
  "status-unreadable",
  "accepted-after-now",
  "closed-before-accepted",
  "immediate",
  "unit-unsupported",
  "pause-unreadable",
  "pause-end-unknown", // a pause was seen to begin, the case runs again, and nothing told when it ended
  "mark-outdated", // only the portal's own remark tells, and it was read on an earlier day
] as const;
export type Why = (typeof WHYS)[number];

/** One judgement of one case at one moment. Never stored by the client: the service judges again from observations. */
export interface Verdict {
  kind: VerdictKind;
  /** 应办结时间: last moment that is still on time, to the precision that the rule gives; null when it cannot be told */
  due: Moment | null;
  why: Why[];
  /** the bounds between which the due time lies where it cannot be told exactly; no `latest` when nothing bounds it */
  range?: { earliest: Moment; latest?: Moment };
  /** working time left, or over when negative, where it can be told */
  left?: Amount;
  /** over the promise only, or over the statute too (超承诺 / 超法定) */
  severity?: "promised" | "statutory";
  /** computed from acceptance and limit by the rule set, declared by the portal as a date, or only said by its mark */
  basis?: "computed" | "declared" | "marked";
  /** the limit behind the due time is that of the item's guide, read on this day; absent where the case's own page tells it */
  guideReadAt?: Moment;
  /** name and version of the rule set, and of the calendar */
  regime: string;
  calendar: string;
}

/** The rule set, the calendar and the moment under which a case is judged: the same three always give the same verdict. */
export interface World {
  regime: Regime;
  calendar: Calendar;
  at: Instant;
}

/** What a verdict says beside the names of its rule set and calendar. */
export type Judgement = Omit<Verdict, "guideReadAt" | "regime" | "calendar">;

/**
 * Judges one case at one moment. False alarms are worse than gaps: where a date, limit or status is not surely understood, or two
 * sources of equal weight disagree, the kind is `unknown` and `why` says which.
 */
export function judge(timeline: Timeline, world: World): Verdict {
  const found = judgement(timeline, world);
  const { guideReadAt } = timeline;
  const computed = found.due !== null || found.range !== undefined;
  return {
    ...found,
    ...(guideReadAt !== undefined && computed && { guideReadAt }),
    regime: label(world.regime),
    calendar: label(world.calendar),
  };
}

function judgement(t: Timeline, world: World): Judgement {
  if (t.status && world.regime.neverLate.includes(t.status.kind))
    return { kind: "unknown", due: null, why: ["dropped"] };
  return isClosedCase(t, world.at) ? judgeClosed(t, world) : judgeOpen(t, world);
}
