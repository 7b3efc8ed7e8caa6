import { type Day, addDays, isoDay } from "../time/day.ts";
import { type Segment, intersect, length } from "../time/segment.ts";

/** The corresponding day n months on, or the month's last day when it has none (民法典 202). */
export function addMonths(d: Day, n: number): Day {
  const [year = 0, month = 0, date = 0] = isoDay(d).split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  const utc = Date.UTC(year, month - 1 + n, Math.min(date, lastOfMonth));
  return (utc / 86_400_000) as Day;
}

/** The same with paused days added at the end, as often as adding them reaches into a further pause. */
export function afterMonths(
  start: Day,
  months: number,
  holes: readonly Segment<Day>[],
): Day | "stands" {
  const plain = addMonths(start, months);
  for (let last = plain; ;) {
    const passed = { from: addDays(start, 1), to: addDays(last, 1) };
    const paused = holes.reduce(
      (sum, hole) => sum + length(intersect(hole, passed) ?? { from: 0, to: 0 }),
      0,
    );
    const next = addDays(plain, paused);
    if (next <= last) return last;
    if (holes.some((hole) => hole.to === Infinity && hole.from <= last)) return "stands";
    last = next;
  }
}
