import type { Amount } from "../case/amount.ts";
import { endedAt } from "../case/chapters.ts";
import type { Timeline } from "../case/timeline.ts";
import { type Moment, earliest, latest } from "../time/moment.ts";
import { type Rules, run } from "./clock.ts";
import type { Due } from "./due.ts";
import { declaredPoint } from "./dues.ts";
import { isStatutory } from "./grounds.ts";
import type { ClockName } from "./regime.ts";
import { now, side } from "./side.ts";
import type { World } from "./verdict.ts";

/** One of the clocks that run beside each other in a case (never one "deadline"). */
export interface Clock {
  name: ClockName;
  /** what it is about where there can be several: a step's name, a pause's ground, 容缺 */
  of?: string;
  start: Moment;
  /** absent where the page names only the date */
  limit?: Amount;
  /** the limit as the page names it, as the item's guide does, or as the law sets it where every case has one */
  source: "page" | "guide" | "law";
  due: Due;
  /** when the event came that stops it */
  ended?: Moment;
  state: "met" | "late" | "running" | "stands" | "cannot-tell";
}

const JOINT = /并联|联办|联合|一件事|集中办理|统一办理/;

/** Every clock of which the timeline shows a start and a limit, or of which the law sets the limit. */
export const clocks = (t: Timeline, world: World): Clock[] =>
  counted(t, world).map((clock) => ({ ...clock, state: stateOf(clock.due, clock.ended, world) }));

type Counted = Omit<Clock, "state">;

/** When each ends does not depend on the moment: a case whose findings are asked four times, at four moments, is counted once. */
const known = new WeakMap<Timeline, { rules: Rules; found: Counted[] }>();

function counted(t: Timeline, { regime, calendar }: Rules): Counted[] {
  const before = known.get(t);
  if (before?.rules.regime === regime && before.rules.calendar === calendar) return before.found;
  const rules = { regime, calendar };
  const found = count(t, rules);
  known.set(t, { rules, found });
  return found;
}

function count(t: Timeline, world: Rules): Counted[] {
  const { statutory, pauses: rule } = world.regime;
  const found: Counted[] = [];
  const add = (
    name: ClockName,
    source: Clock["source"],
    start: Moment | undefined,
    limit: Amount | undefined,
    ended?: Moment,
    of?: string,
    grounds: Rules["regime"]["pauses"]["stops"] = [],
  ): void => {
    if (start === undefined || !limit) return;
    const due = run(start, limit, t.pauses, world, grounds);
    found.push({
      name,
      ...(of !== undefined && { of }),
      start,
      limit,
      source,
      due,
      ...(ended !== undefined && { ended }),
    });
  };

  const ended = endedAt(t);
  const named = t.guideReadAt === undefined ? "page" : "guide";
  const promised = t.limits.promised ?? t.limits.unnamed;
  const joint = JOINT.test(t.caseKind ?? "") && !t.limits.statutory;
  add("promise", named, t.acceptedAt, promised, ended, undefined, rule.stops);
  add(
    "statute",
    joint ? "law" : named,
    t.acceptedAt,
    joint ? statutory.joint : t.limits.statutory,
    ended,
    undefined,
    rule.stopsStatute,
  );
  const limit = promised ?? t.limits.statutory ?? (joint ? statutory.joint : undefined);
  if (limit && t.limits.prolonged?.unit === limit.unit) {
    const amount = limit.amount + t.limits.prolonged.amount;
    const whole = { amount, unit: limit.unit };
    add("prolonged", named, t.acceptedAt, whole, ended, undefined, rule.stops);
  }
  for (const step of t.steps)
    add("step", "page", step.enteredAt, step.limit, step.leftAt, step.name, rule.stops);
  if (!t.steps.some((s) => s.name === t.step && s.limit))
    add("step", "page", t.stepEnteredAt, t.limits.step, undefined, t.step, rule.stops);
  add("notice", "law", t.receivedAt, statutory.notice, noticedAt(t));
  for (const p of t.pauses) {
    if (p.ground === "supplement") add("supplement", "page", p.from, p.approved, p.to, p.ground);
    else if (isStatutory(p.ground))
      add("special-procedure", "page", p.from, p.approved, p.to, p.ground);
  }
  if (t.tolerance && t.acceptedAt !== undefined) {
    const { limit: owed, due, suppliedAt } = t.tolerance;
    const start = t.acceptedAt;
    if (due === undefined) add("supplement", "page", start, owed, suppliedAt, "tolerance");
    else {
      const point: Due = { kind: "at", ...declaredPoint(due, world) };
      found.push({
        name: "supplement",
        of: "tolerance",
        start,
        ...(owed && { limit: owed }),
        source: "page",
        due: point,
        ...(suppliedAt !== undefined && { ended: suppliedAt }),
      });
    }
  }
  for (const notice of t.supervised ?? [])
    add(
      "feedback",
      notice.limit ? "page" : "law",
      notice.from,
      notice.limit ?? statutory.feedback,
      notice.to,
    );
  // what was only sent on was not decided here: there is nothing to deliver yet
  if (t.status?.kind !== "rejected" && t.status?.kind !== "forwarded")
    add("delivery", "law", t.closedAt, statutory.delivery, t.deliveredAt);
  return found;
}

function stateOf(due: Due, ended: Moment | undefined, world: World): Clock["state"] {
  if (due.kind === "stands") return "stands";
  const { zone } = world.regime;
  const when =
    ended === undefined ? now(world.at) : { from: earliest(ended, zone), to: latest(ended, zone) };
  const found = due.kind === "none" ? "open" : side(due, when);
  if (found === "open") return "cannot-tell";
  if (found === "late") return "late";
  return ended === undefined ? "running" : "met";
}

/** 行政许可法 32: acceptance, refusal or the request for correction, whichever came first, answers the receipt. */
function noticedAt(t: Timeline): Moment | undefined {
  const told = t.pauses.filter((p) => p.ground === "supplement").map((p) => p.from);
  return [t.acceptedAt, ...told].filter((m) => m !== undefined).sort()[0];
}

/**
 * 行政许可法 32(4): no notice within the five days, and the application counts as accepted from the day its material was received —
 * retroactively, and only where nothing shows that it was accepted, refused or sent back.
 */
export function deemedAcceptedAt(t: Timeline, world: World): Moment | undefined {
  if (t.acceptedAt !== undefined || t.status?.kind === "not-accepted") return undefined;
  if (t.status?.kind === "supplement") return undefined;
  const notice = clocks(t, world).find((clock) => clock.name === "notice");
  return notice?.state === "late" && notice.ended === undefined ? t.receivedAt : undefined;
}
