import type { Amount } from "../case/amount.ts";
import type { Timeline } from "../case/timeline.ts";
import { dayOfMoment, latest, precision } from "../time/moment.ts";
import type { Moment } from "../time/moment.ts";
import { type Rules, run } from "./clock.ts";
import { type Due, type Point, dayPoint } from "./due.ts";
import type { Why } from "./verdict.ts";

/** Every due time that a case has, each from its own source. */
export interface Dues {
  /** from acceptance and the limit that binds: promised, else unnamed, else statutory */
  computed: Due;
  /** the limit that it was computed with */
  limit?: Amount;
  /** the portal's own date */
  declared?: Point;
  /** what the law allows, computed or declared; `undefined` when the page names no statutory limit. Asked for only when late. */
  statute: () => Due | undefined;
}

export function duesOf(t: Timeline, rules: Rules): Dues {
  const { promised, unnamed, statutory } = t.limits;
  const limit = promised ?? unnamed ?? statutory;
  return {
    computed: limit ? computed(t, limit, rules) : { kind: "none", why: noLimit(t) },
    ...(limit && { limit }),
    ...(t.declared.due !== undefined && { declared: declaredPoint(t.declared.due, rules) }),
    statute: () => statuteOf(t, rules),
  };
}

function computed(t: Timeline, limit: Amount, rules: Rules): Due {
  if (hidden(t, "promisedLimit", "limit") && limit === t.limits.statutory)
    return { kind: "none", why: "limit-unreadable" };
  if (t.acceptedAt === undefined)
    return {
      kind: "none",
      why: hidden(t, "acceptedAt") ? "accepted-unreadable" : "no-accepted-time",
    };
  return runProlonged(t.acceptedAt, limit, t, rules);
}

/** A prolongation is added to the limit when it has the same unit, and otherwise runs on from where the limit ended. */
function runProlonged(start: Moment, limit: Amount, t: Timeline, rules: Rules): Due {
  const more = t.limits.prolonged;
  if (!more) return run(start, limit, t.pauses, rules);
  if (more.unit === limit.unit)
    return run(start, { amount: limit.amount + more.amount, unit: limit.unit }, t.pauses, rules);
  const on = (from: Moment): Due => run(from, more, t.pauses, rules);
  const first = run(start, limit, t.pauses, rules);
  if (first.kind === "at") return on(first.moment);
  return first.kind === "between" ? prolongedRange(first, on) : first;
}

/** Both bounds of where the limit ends, each prolonged: the latest one is bounded only where its own end is. */
function prolongedRange(first: Due & { kind: "between" }, on: (from: Moment) => Due): Due {
  const low = on(first.earliest.moment);
  const high = first.latest && on(first.latest.moment);
  const earliest = low.kind === "at" ? low : low.kind === "between" ? low.earliest : undefined;
  const latest = high?.kind === "at" ? high : high?.kind === "between" ? high.latest : undefined;
  if (!earliest) return low;
  return { kind: "between", why: first.why, earliest, ...(latest && { latest }) };
}

function statuteOf(t: Timeline, rules: Rules): Due | undefined {
  if (t.declared.statutoryDue !== undefined)
    return { kind: "at", ...declaredPoint(t.declared.statutoryDue, rules) };
  if (!t.limits.statutory || t.acceptedAt === undefined) return undefined;
  const grounds = rules.regime.pauses.stopsStatute;
  return run(t.acceptedAt, t.limits.statutory, t.pauses, rules, grounds);
}

const noLimit = (t: Timeline): Why =>
  hidden(t, "promisedLimit", "limit", "statutoryLimit") ? "limit-unreadable" : "no-limit";

/** Was one of these on a page and unreadable? */
export const hidden = (t: Timeline, ...fields: string[]): boolean =>
  t.unreadable.some((each) => fields.includes(each.field));

/** Systems that store dates print them with a midnight: it stands for the day and not for its first minute. */
const MIDNIGHT = /T00:00(:00)?$/;

/** A date that the portal declares is on time to the end of what it shows. */
export function declaredPoint(m: Moment, { regime }: Rules): Point {
  const day = dayOfMoment(m);
  if (precision(m) === "day" || MIDNIGHT.test(m)) return dayPoint(day, regime);
  return { moment: m, day, ends: latest(m, regime.zone) };
}

export const withoutMidnight = (m: Moment): Moment => m.replace(MIDNIGHT, "");
