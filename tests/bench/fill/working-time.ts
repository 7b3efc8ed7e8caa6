import { CHINA } from "#shared/calendar/china.ts";
import { type Day, addDays, day, isoDay } from "#shared/time/day.ts";
import { instantAt } from "#shared/time/instant.ts";

/** Working days since a history's beginning, with their fraction, as dates and instants. */
export interface WorkingTime {
  /** working days that the history has */
  length: number;
  day(t: number): string;
  moment(t: number): string;
  /** ms */
  instant(t: number): number;
}

const OPENS = 8.5 * 60;
const MINUTES = 450;

/** @param from,to first and last day; what lies beyond `to` is counted on in weekdays, as a portal's own date may */
export function workingTime(from: string, to: string): WorkingTime {
  const last = day(to);
  const days: Day[] = [];
  let length = 0;
  for (let d = day(from); d < last + 400; d = addDays(d, 1))
    if (CHINA.isWorkday(d) ?? (d + 3) % 7 < 5) {
      days.push(d);
      if (d <= last) length++;
    }
  const texts = days.map(isoDay);
  const at = (t: number): number => Math.min(days.length - 1, Math.max(0, Math.floor(t)));
  const minute = (t: number): number => Math.floor(OPENS + (t - Math.floor(t)) * MINUTES);
  const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
  return {
    length,
    day: (t) => texts[at(t)] ?? "",
    moment: (t) => {
      const m = minute(t);
      return `${texts[at(t)] ?? ""}T${two(Math.floor(m / 60))}:${two(m % 60)}`;
    },
    instant: (t) =>
      instantAt(days[at(t)] as Day, Math.floor((OPENS + (t - Math.floor(t)) * MINUTES) * 60_000)),
  };
}
