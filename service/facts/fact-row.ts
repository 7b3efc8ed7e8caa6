import type { Timeline } from "#shared/case/timeline.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Moment, dayOfMoment } from "#shared/time/moment.ts";
import type { Judging } from "../derived/judging.ts";
import { isOpen, startedAt } from "../reports/population.ts";
import { lifeOf, seenClosedFirst } from "./case-life.ts";
import { packMoment } from "./packed-moment.ts";
import type { Spell } from "./spell.ts";
import type { StayView } from "./case-view.ts";
import { stepDurations } from "./step-durations.ts";
import { type Traits, traitsOf } from "./traits.ts";
import { spellsOf } from "./turning-points.ts";

/** A case as the derived tables hold it. */
export interface StoredCase {
  id: number;
  key: string;
  mask: string;
  portal: string;
  firstAt: number;
  lastAt: number;
  batch: number;
  units: readonly number[];
  timeline: Timeline;
  sights: readonly SeenOn[];
}

/** Seen by a unit on a page of a portal, on a day. */
export interface SeenOn {
  day: number;
  unit: number;
  portal: string;
  view: string;
  /** a pager told how many there are in all */
  told: boolean;
}

/** All that reports can ask of a case, at any moment since it was last seen. */
export interface FactRow {
  stored: Omit<StoredCase, "timeline">;
  department: string;
  item: string;
  step: string;
  /** packed */
  started: number;
  startedDay: number;
  closedDay: number | undefined;
  filedDay: number | undefined;
  acceptedDay: number | undefined;
  deliveredDay: number | undefined;
  project: string;
  open: boolean;
  firstSeenAt: number;
  lastSeenAt: number;
  seenClosed: boolean;
  traits: Traits;
  spells: readonly Pick<Spell, "from" | "due" | "state">[];
  life: LifeFacts | undefined;
  stays: readonly StayView[];
}

interface LifeFacts {
  event: boolean;
  natural: number;
  naturalEntry: number;
  working: number | undefined;
  /** `undefined`: the calendar does not tell */
  workingEntry: number | undefined;
}

/** @param at what is known is known at this moment (ms); the end of what was seen of it, or an earlier one */
export function factRow(stored: StoredCase, at: number, judging: Judging): FactRow {
  const { timeline: t, ...rest } = stored;
  const { regime, calendar, judge } = judging;
  return {
    stored: rest,
    department: t.department ?? "",
    item: t.item ?? "",
    step: t.step ?? "",
    started: packMoment(startedAt(t)),
    startedDay: dayOfMoment(startedAt(t)),
    closedDay: dayIf(t.closedAt),
    filedDay: dayIf(t.receivedAt ?? t.submittedAt),
    acceptedDay: dayIf(t.acceptedAt),
    deliveredDay: dayIf(t.deliveredAt),
    project: t.projectCode ?? "",
    open: isOpen(t),
    firstSeenAt: t.firstSeenAt,
    lastSeenAt: t.lastSeenAt,
    seenClosed: seenClosedFirst(t),
    traits: traitsOf(t),
    spells: spellsOf(t, at, { regime, calendar }, judge),
    life: lifeFacts(t, at as Instant, judging),
    stays: stepDurations(t, calendar, at),
  };
}

function lifeFacts(t: Timeline, at: Instant, { calendar }: Judging): LifeFacts | undefined {
  const whole = lifeOf(t, calendar, at, false);
  const late = lifeOf(t, calendar, at, true);
  if (!whole || !late) return undefined;
  return {
    event: whole.natural.event,
    natural: whole.natural.time,
    naturalEntry: late.natural.entry ?? 0,
    working: whole.working?.time,
    workingEntry: late.working ? (late.working.entry ?? 0) : undefined,
  };
}

const dayIf = (moment: Moment | undefined): number | undefined =>
  moment === undefined ? undefined : dayOfMoment(moment);
