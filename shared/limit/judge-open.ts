import type { StatusKind } from "../case/status.ts";
import type { Timeline } from "../case/timeline.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import { earliest } from "../time/moment.ts";
import type { Point } from "./due.ts";
import { type Dues, duesOf, hidden } from "./dues.ts";
import { decide, rangeOf, severityOf } from "./judge-closed.ts";
import { type Mark, markOf } from "./mark.ts";
import { type Side, now, side } from "./side.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { Judgement, Why, World } from "./verdict.ts";
import { isSoon, leftUntil } from "./warning.ts";

const BEFORE_ACCEPTANCE: readonly StatusKind[] = ["draft", "submitted", "received", "supplement"];

export function judgeOpen(t: Timeline, world: World): Judgement {
  const { at, regime } = world;
  const mark = markOf(t, at, regime.zone);
  const late = mark?.says === "late";
  if (t.status?.kind === "draft")
    return { kind: "not-started", due: null, why: ["not-accepted-yet"] };
  if (t.closedAt === undefined && hidden(t, "closedAt") && t.status === undefined)
    return unknown("closed-time-unknown");
  if (hidden(t, "status"))
    return late ? marked(mark, ["status-unreadable"]) : unknown("status-unreadable");
  if (t.acceptedAt !== undefined && earliest(t.acceptedAt, regime.zone) > at)
    return late ? marked(mark, ["accepted-after-now"]) : unknown("accepted-after-now");

  const dues = duesOf(t, world);
  const standing = standingOf(t, world);
  if (standing) return judgeStanding(standing, dues, mark, t, world);
  if (hidden(t, "due") && !dues.declared)
    return late ? marked(mark, ["due-unreadable"]) : unknown("due-unreadable");

  const found = decide(dues, now(at));
  switch (found.side) {
    case "none":
      return withoutDates(t, mark, found.why, world);
    case "open":
      if (late && !found.why.includes("due-disagrees")) return marked(mark, found.why);
      return { kind: "unknown", due: null, why: found.why, ...rangeOf(dues.computed) };
    case "not-late":
      if (late) return overruled(mark, dues);
      return running(found.point, found.basis, found.why, dues, t, world);
    case "late":
      if (hidden(t, "pauses", "pausedAt", "resumedAt") && found.basis === "computed")
        return unknown("pause-unreadable");
      if (mark?.says === "not-late" && !bothLate(dues, at))
        return unknown("portal-says-not-overdue");
      return {
        kind: "overdue",
        due: found.point?.moment ?? null,
        why: [
          ...(found.point ? (["past-due"] as const) : []),
          ...found.why,
          ...(mark?.says === "not-late" ? (["portal-says-not-overdue"] as const) : []),
          ...immediately(dues),
        ],
        basis: found.basis,
        ...(found.point ? {} : rangeOf(dues.computed)),
        ...left(found.point, dues, world),
        ...severityOf(dues, t, now(at)),
      };
  }
}

/** The clock stands: late only if the limit was used up before it stopped. */
function judgeStanding(
  standing: Standing,
  dues: Dues,
  mark: Mark | undefined,
  t: Timeline,
  world: World,
): Judgement {
  const ours: Side =
    dues.computed.kind === "at" || dues.computed.kind === "between"
      ? side(dues.computed, now(standing.since ?? world.at))
      : "open";
  const theirs =
    dues.declared && standing.since !== undefined
      ? side(dues.declared, now(standing.since))
      : undefined;
  const usedUp = standing.since !== undefined && ours === "late" && theirs !== "not-late";
  if (usedUp && dues.computed.kind === "at")
    return {
      kind: "overdue",
      due: dues.computed.moment,
      why: ["past-due", "clock-paused"],
      basis: "computed",
      ...left(dues.computed, dues, world),
      ...severityOf(dues, t, now(world.at)),
    };
  if (mark?.says === "late") return marked(mark, ["clock-paused"]);
  if (standing.why === "pause-end-unknown") return unknown("pause-end-unknown");
  return {
    kind: "paused",
    due: dues.computed.kind === "at" && standing.since !== undefined ? dues.computed.moment : null,
    why: ["clock-paused"],
  };
}

/** Nothing but the portal's own remark, or not even that. */
function withoutDates(
  t: Timeline,
  mark: Mark | undefined,
  why: readonly Why[],
  { at, regime }: World,
): Judgement {
  if (mark?.says === "late") return marked(mark, []);
  if (t.acceptedAt === undefined && t.status && BEFORE_ACCEPTANCE.includes(t.status.kind))
    return { kind: "not-started", due: null, why: ["not-accepted-yet"] };
  const code: Why = mark?.by === "remaining" ? "portal-says-remaining" : "before-due";
  if (mark) {
    const remaining = t.declared.remaining;
    const soon =
      remaining !== undefined &&
      regime.warn.kind === "workdays-left" &&
      remaining.amount <=
        (["hour", "minute", "work-hour", "work-minute"].includes(remaining.unit)
          ? Infinity
          : regime.warn.n);
    return {
      kind: soon ? "due-soon" : "on-time",
      due: null,
      why: soon ? ["within-warning", code] : [code],
      basis: "marked",
      ...(remaining && { left: remaining }),
    };
  }
  const stale =
    (t.declared.overdue !== undefined || t.declared.remaining !== undefined) &&
    dayOf(t.lastSeenAt, regime.zone) !== dayOf(at, regime.zone);
  return { kind: "unknown", due: null, why: stale ? ["mark-outdated"] : [...why] };
}

function running(
  point: Point | undefined,
  basis: "computed" | "declared",
  why: readonly Why[],
  dues: Dues,
  t: Timeline,
  world: World,
): Judgement {
  if (!point)
    return { kind: "on-time", due: null, why: [...why], basis, ...rangeOf(dues.computed) };
  const since =
    t.acceptedAt !== undefined && dues.limit
      ? { start: t.acceptedAt, limit: dues.limit }
      : undefined;
  const soon = isSoon(point, world.at, world, since);
  const reason: Why = !soon
    ? "before-due"
    : dayOf(world.at, world.regime.zone) === point.day
      ? "due-today"
      : "within-warning";
  return {
    kind: soon ? "due-soon" : "on-time",
    due: point.moment,
    why: [reason, ...why, ...immediately(dues)],
    basis,
    ...left(point, dues, world),
  };
}

/** The portal calls late what the dates do not: its word against its own date cannot be weighed; against ours it is believed. */
const overruled = (mark: Mark, dues: Dues): Judgement =>
  dues.declared
    ? { kind: "unknown", due: null, why: ["portal-says-overdue", "due-disagrees"] }
    : marked(mark, ["due-disagrees"]);

const unknown = (...why: Why[]): Judgement => ({ kind: "unknown", due: null, why });

const marked = (mark: Mark | undefined, why: readonly Why[]): Judgement => ({
  kind: "overdue",
  due: null,
  why: [mark?.by === "remaining" ? "portal-says-remaining" : "portal-says-overdue", ...why],
  basis: "marked",
});

const bothLate = (dues: Dues, at: Instant): boolean =>
  dues.declared !== undefined &&
  side(dues.declared, now(at)) === "late" &&
  dues.computed.kind !== "none" &&
  side(dues.computed, now(at)) === "late";

const immediately = (dues: Dues): Why[] =>
  dues.limit && (dues.limit.unit === "immediate" || dues.limit.amount === 0) ? ["immediate"] : [];

function left(point: Point | undefined, dues: Dues, world: World): Pick<Judgement, "left"> {
  const amount = point && leftUntil(point, world.at, world, dues.limit);
  return amount ? { left: amount } : {};
}
