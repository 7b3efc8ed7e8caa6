import type { Amount, Unit } from "../case/amount.ts";
import type { Moment } from "../time/moment.ts";
import { addDays } from "../time/day.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import { dayOfMoment, earliest, precision } from "../time/moment.ts";
import type { Rules } from "./clock.ts";
import type { Point } from "./due.ts";

const SHORT: readonly Unit[] = ["hour", "minute", "work-hour", "work-minute"];
export const isShort = (limit: Amount | undefined): boolean =>
  limit !== undefined && SHORT.includes(limit.unit);

/** Has the warning period of a case that is not late yet begun? */
export function isSoon(
  due: Point,
  at: Instant,
  rules: Rules,
  since?: { start: Moment; limit: Amount },
): boolean {
  const { regime, calendar } = rules;
  const warn = isShort(since?.limit) ? regime.warnShort : regime.warn;
  const today = dayOf(at, regime.zone);
  switch (warn.kind) {
    case "never":
      return false;
    case "hours-left":
      return due.ends - at <= warn.hours * 3_600_000;
    case "workdays-left": {
      if (precision(due.moment) === "day" || regime.granularity === "day") {
        const left = calendar.count({ from: addDays(today, 1), to: addDays(due.day, 1) });
        return left !== undefined && left <= warn.n;
      }
      const first = calendar.add(due.day, -warn.n);
      if (first === undefined) return false;
      return at >= due.ends - (due.day - first) * 86_400_000;
    }
    case "percent-used": {
      if (!since) return today >= due.day;
      if (isShort(since.limit)) {
        const from = earliest(since.start, regime.zone);
        return (at - from) * 100 >= warn.percent * (due.ends - from);
      }
      const from = addDays(dayOfMoment(since.start), 1);
      const [used, all] = [today, due.day].map((d) => calendar.count({ from, to: addDays(d, 1) }));
      return used !== undefined && all !== undefined && used * 100 >= warn.percent * all;
    }
  }
}

/** Working days left, or over when negative; minutes for a limit in hours or minutes. */
export function leftUntil(
  due: Point,
  at: Instant,
  { regime, calendar }: Rules,
  limit?: Amount,
): Amount | undefined {
  if (isShort(limit)) return { amount: Math.trunc((due.ends - at) / 60_000), unit: "minute" };
  const today = dayOf(at, regime.zone);
  const [from, to] = [Math.min(today, due.day), Math.max(today, due.day)];
  const days = calendar.count({
    from: addDays(from as typeof today, 1),
    to: addDays(to as typeof today, 1),
  });
  if (days === undefined) return undefined;
  return { amount: today > due.day && days > 0 ? -days : days, unit: "workday" };
}
