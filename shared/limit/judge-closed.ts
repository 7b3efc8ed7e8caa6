import { endedAt } from "../case/chapters.ts";
import { isClosed } from "../case/status.ts";
import type { Timeline } from "../case/timeline.ts";
import type { Instant } from "../time/instant.ts";
import { earliest, latest } from "../time/moment.ts";
import type { Segment } from "../time/segment.ts";
import type { Due, Point } from "./due.ts";
import { type Dues, duesOf, withoutMidnight } from "./dues.ts";
import { markOf } from "./mark.ts";
import { type Side, side } from "./side.ts";
import type { Judgement, Verdict, Why, World } from "./verdict.ts";
import { leftUntil } from "./warning.ts";

/** Closed by its status, or by a closing time that is not still to come while its status says nothing of where it stands. */
export function isClosedCase(t: Timeline, at: Instant): boolean {
  if (t.status && isClosed(t.status.kind)) return true;
  if (t.closedAt === undefined || earliest(t.closedAt) > at) return false;
  return true;
}

/** A closed case is frozen: only its closing time counts, and `at` no longer moves it. */
export function judgeClosed(t: Timeline, world: World): Judgement {
  const { regime } = world;
  const mark = markOf(t, world.at, regime.zone);
  const marked = mark?.by === "flag" && mark.says === "late";
  const ended = endedAt(t);
  if (ended === undefined)
    return marked
      ? { kind: "closed-late", due: null, why: ["portal-says-overdue"], basis: "marked" }
      : { kind: "unknown", due: null, why: ["closed-time-unknown"] };

  const closedAt = withoutMidnight(ended);
  const closed = { from: earliest(closedAt, regime.zone), to: latest(closedAt, regime.zone) };
  if (closed.from > world.at) return { kind: "unknown", due: null, why: ["closed-time-unknown"] };
  if (t.acceptedAt !== undefined && closed.to <= earliest(t.acceptedAt, regime.zone))
    return { kind: "unknown", due: null, why: ["closed-before-accepted"] };

  const dues = duesOf(t, world);
  const found = decide(dues, closed);
  if (found.side === "none") {
    if (marked)
      return { kind: "closed-late", due: null, why: ["portal-says-overdue"], basis: "marked" };
    return { kind: "unknown", due: null, why: found.why, ...rangeOf(dues.computed) };
  }
  if (found.side === "open")
    return { kind: "unknown", due: null, why: found.why, ...rangeOf(dues.computed) };
  const late = found.side === "late";
  const { point } = found;
  const left = point && leftUntil(point, closed.from, world, dues.limit);
  return {
    kind: late ? "closed-late" : "closed-on-time",
    due: point?.moment ?? null,
    why: [late ? "closed-after-due" : "closed-before-due", ...found.why],
    basis: found.basis,
    ...(point ? {} : rangeOf(dues.computed)),
    ...(left && { left }),
    ...(late && severityOf(dues, t, closed)),
  };
}

type Decision =
  | { side: "none"; why: Why[] }
  | { side: "open"; why: Why[] }
  | {
      side: "late" | "not-late";
      point: Point | undefined;
      basis: "computed" | "declared";
      why: Why[];
    };

/**
 * Weighs the portal's date against ours. Both passed: late. Only ours passed: the portal's is followed, and said. Only the portal's
 * passed: the two disagree and nobody is accused.
 */
export function decide(dues: Dues, when: Segment<Instant>): Decision {
  const { computed, declared } = dues;
  const ours: Side | undefined = computed.kind === "none" ? undefined : side(computed, when);
  if (!declared) {
    if (ours === undefined)
      return { side: "none", why: computed.kind === "none" ? [computed.why] : [] };
    if (ours === "open") return { side: "open", why: [undecided(computed)] };
    const point = computed.kind === "at" ? computed : undefined;
    const why: Why[] = computed.kind === "between" ? [computed.why] : [];
    return { side: ours, point, basis: "computed", why };
  }
  const theirs = side(declared, when);
  if (theirs === "open") return { side: "open", why: ["hour-decides"] };
  if (theirs === "late" && ours === "not-late") return { side: "open", why: ["due-disagrees"] };
  const both = theirs === "late" && ours === "late" && computed.kind === "at";
  const point = both && computed.ends > declared.ends ? computed : declared;
  return {
    side: theirs,
    point,
    basis: point === computed ? "computed" : "declared",
    why: theirs === "not-late" && ours === "late" ? ["portal-due-later"] : [],
  };
}

const undecided = (due: Due): Why => (due.kind === "between" ? due.why : "hour-decides");

export const rangeOf = (due: Due): Pick<Verdict, "range"> =>
  due.kind === "between"
    ? {
        range: {
          earliest: due.earliest.moment,
          ...(due.latest && { latest: due.latest.moment }),
        },
      }
    : {};

/** Over the promise only, or over what the law allows too; silent when the page does not tell which limit it is. */
export function severityOf(
  dues: Dues,
  t: Timeline,
  when: Segment<Instant>,
): Pick<Verdict, "severity"> {
  const statute = dues.statute();
  if (statute && side(statute, when) === "late") return { severity: "statutory" };
  return t.limits.promised || statute ? { severity: "promised" } : {};
}
