import { type Day, isoDay } from "#shared/time/day.ts";
import { type Moment, dayOfMoment } from "#shared/time/moment.ts";

/** Steps of one day: itself, and each second with and without its seconds shown. */
const PER_DAY = 2 * 86_400 + 2;

/** A moment as a number that keeps its precision and sorts as its text does. */
export function packMoment(m: Moment): number {
  const d = dayOfMoment(m) * PER_DAY;
  if (m.length === 10) return d;
  const minutes = Number(m.slice(11, 13)) * 60 + Number(m.slice(14, 16));
  return m.length === 16 ? d + 1 + minutes * 120 : d + 2 + (minutes * 60 + Number(m.slice(17))) * 2;
}

export const packedDay = (packed: number): Day => Math.floor(packed / PER_DAY) as Day;

export function unpackMoment(packed: number): Moment {
  const d = packedDay(packed);
  const rest = packed - d * PER_DAY;
  if (rest === 0) return isoDay(d);
  const seconds = Math.floor((rest - 1) / 2);
  const wall = new Date(seconds * 1000).toISOString();
  return `${isoDay(d)}T${wall.slice(11, rest % 2 === 1 ? 16 : 19)}`;
}
