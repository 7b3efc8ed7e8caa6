import type { Amount } from "./amount.ts";
import { type Said, type Seen, contradiction, exactest, newest, sayings } from "./fold.ts";
import { foldPauses, foldSteps, foldSupervised, foldTolerance } from "./fold-pauses.ts";
import { filledLimits, guideSayings } from "./guide-limits.ts";
import { legsOf } from "./legs.ts";
import type { CaseFacts, Pause, StepSeen, Supervised, Tolerance } from "./observation.ts";
import type { Status } from "./status.ts";
import { type StepSight, stepSights } from "./step-sights.ts";
import type { Moment } from "../time/moment.ts";
import type { Instant } from "../time/instant.ts";

/** The fold of a case's observations: the same whatever order they came in. */
export interface Timeline {
  item?: string;
  itemCode?: string;
  department?: string;
  caseKind?: string;
  projectCode?: string;
  status?: Status;
  step?: string;
  submittedAt?: Moment;
  receivedAt?: Moment;
  acceptedAt?: Moment;
  closedAt?: Moment;
  deliveredAt?: Moment;
  /** the portal's own statements, never mixed with what we compute */
  declared: {
    due?: Moment;
    statutoryDue?: Moment;
    remaining?: Amount;
    overdue?: boolean;
    stepDue?: Moment;
  };
  limits: {
    statutory?: Amount;
    promised?: Amount;
    unnamed?: Amount;
    step?: Amount;
    prolonged?: Amount;
  };
  /** set where the limits are those of the item's guide: the day on which it was read */
  guideReadAt?: Moment;
  pauses: Pause[];
  steps: StepSeen[];
  stepEnteredAt?: Moment;
  /** which step the looks named, run after run: between two runs the step changed, and nobody saw when */
  stepSights?: StepSight[];
  satisfied?: boolean;
  /** 容缺受理: what the applicant owes */
  tolerance?: Tolerance;
  /** 督办: notices that want an answer */
  supervised?: Supervised[];
  /** what this number was before it was withdrawn and filed again, or sent to the level above; oldest first */
  earlier?: Timeline[];
  /** every fact of which the portal has said two different things, with both and when each was seen */
  contradictions: Contradiction[];
  /** facts that were on a page and could not be read, by field */
  unreadable: { field: string; why: string }[];
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** when a status and when pauses were last on a page: a pause without an end is only as fresh as that */
  statusSeenAt?: Instant;
  pausesSeenAt?: Instant;
}

export interface Contradiction {
  field: string;
  said: { value: string; firstAt: Instant; lastAt: Instant }[];
}

/** What a portal may rightly say anew at every look: its change is the case's progress and no contradiction. */
const MOVING = [
  "status",
  "step",
  "department",
  "remaining",
  "overdueFlag",
  "stepEnteredAt",
  "stepDue",
  "stepLimit",
] as const satisfies readonly (keyof CaseFacts)[];

/** What is said once and for all. That a portal says it twice and differently is kept and named. */
const FIXED = ["item", "itemCode", "caseKind", "channel", "projectCode"] as const;
const LIMITS = ["statutoryLimit", "promisedLimit", "limit", "prolonged"] as const;
const TIMES = [
  "submittedAt",
  "receivedAt",
  "acceptedAt",
  "closedAt",
  "deliveredAt",
  "due",
  "statutoryDue",
] as const;

/**
 * Folds what was seen of one case into its timeline. The order of arrival does not matter: for each fact the value seen last stands,
 * a tie is broken by the value itself, and nothing that was ever said is lost when it is contradicted.
 * A number that came again after it was withdrawn or forwarded is the timeline of its last leg, with the earlier ones beside it.
 * @param seen at least one
 */
export function foldTimeline(seen: readonly Seen[]): Timeline {
  const legs = legsOf(seen).map(foldLeg);
  const [last] = legs.slice(-1);
  if (!last) throw new RangeError("a timeline needs at least one sight");
  return legs.length > 1 ? { ...last, earlier: legs.slice(0, -1) } : last;
}

function foldLeg(seen: readonly Seen[]): Timeline {
  const said = <K extends keyof CaseFacts>(field: K): Said<NonNullable<CaseFacts[K]>>[] =>
    sayings(seen, (facts) => facts[field] ?? undefined);
  const last = <K extends keyof CaseFacts>(field: K) => newest(said(field));
  const time = (field: (typeof TIMES)[number]) => exactest(said(field));
  const pauses = foldPauses(seen);
  const steps = foldSteps(seen);
  const tolerance = foldTolerance(seen);
  const supervised = foldSupervised(seen);
  const unreadable = unread(seen);
  const guide = guideSayings(said("guide"));
  const declared: Timeline["declared"] = present({
    due: time("due"),
    statutoryDue: time("statutoryDue"),
    remaining: last("remaining"),
    overdue: last("overdueFlag"),
    stepDue: last("stepDue"),
  });
  const own: Timeline["limits"] = present({
    statutory: last("statutoryLimit"),
    promised: last("promisedLimit"),
    unnamed: last("limit"),
    step: last("stepLimit"),
    prolonged: last("prolonged"),
  });
  const { limits, guideReadAt } = filledLimits(own, declared, unreadable, guide.last);
  const clashes = [...FIXED, ...LIMITS, ...TIMES].flatMap(
    (field) => contradiction(field, said(field)) ?? [],
  );
  return present({
    item: last("item"),
    itemCode: last("itemCode"),
    department: last("department"),
    caseKind: last("caseKind"),
    projectCode: last("projectCode"),
    status: last("status"),
    step: last("step"),
    submittedAt: time("submittedAt"),
    receivedAt: time("receivedAt"),
    acceptedAt: time("acceptedAt"),
    closedAt: time("closedAt"),
    deliveredAt: time("deliveredAt"),
    stepEnteredAt: last("stepEnteredAt"),
    stepSights: stepSights(seen),
    declared,
    limits,
    guideReadAt,
    pauses: pauses.all,
    steps: steps.all,
    tolerance: tolerance.fact,
    satisfied: last("satisfied"),
    supervised: supervised.all.length > 0 ? supervised.all : undefined,
    contradictions: [
      ...clashes,
      ...guide.contradictions,
      ...pauses.contradictions,
      ...steps.contradictions,
      ...tolerance.contradictions,
      ...supervised.contradictions,
    ],
    unreadable,
    firstSeenAt: Math.min(...seen.map((each) => each.at)) as Instant,
    lastSeenAt: Math.max(...seen.map((each) => each.lastAt)) as Instant,
    statusSeenAt: lastShown(seen, (facts) => facts.status !== undefined),
    pausesSeenAt: lastShown(seen, (facts) => facts.pauses !== undefined),
  }) as Timeline;
}

function lastShown(
  seen: readonly Seen[],
  shows: (facts: CaseFacts) => boolean,
): Instant | undefined {
  const times = seen.filter((each) => shows(each.facts)).map((each) => each.lastAt);
  return times.length > 0 ? (Math.max(...times) as Instant) : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Present<T>;

/**
 * What could not be read and still matters: a fixed fact that no look has read, or a moving one that could not be read the last time
 * that it was on a page.
 */
function unread(seen: readonly Seen[]): Timeline["unreadable"] {
  const failed = new Map<string, { field: string; why: string; lastAt: number }>();
  for (const { lastAt, unreadable } of seen)
    for (const { field, why } of unreadable) {
      const known = failed.get(field);
      if (!known || lastAt > known.lastAt || (lastAt === known.lastAt && why < known.why))
        failed.set(field, { field, why, lastAt });
    }
  const moving: readonly string[] = MOVING;
  const readSince = (field: string, lastAt: number): boolean =>
    seen.some(
      (each) =>
        each.facts[field as keyof CaseFacts] !== undefined &&
        (!moving.includes(field) || each.lastAt >= lastAt),
    );
  return [...failed.values()]
    .filter(({ field, lastAt }) => !readSince(field, lastAt))
    .map(({ field, why }) => ({ field, why }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}
