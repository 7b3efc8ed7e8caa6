/**
 * A calendar day as the number of days since 1970-01-01 (proleptic Gregorian), without a zone.
 * A branded integer, so that a day is never mistaken for an instant and day arithmetic is integer arithmetic.
 */
export type Day = number & { readonly __brand: "Day" };

const MS = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written `YYYY-MM-DD`, or `undefined` when no such day exists (`2026-02-30`, `2026-13-01`). */
export function parseDay(text: string): Day | undefined {
  const found = ISO_DAY.exec(text);
  if (!found) return undefined;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const utc = Date.UTC(year, month - 1, date);
  const back = new Date(utc);
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return exists && year >= 1000 ? ((utc / MS) as Day) : undefined;
}

/** The day written `YYYY-MM-DD`. @throws RangeError when no such day exists. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** `YYYY-MM-DD` */
export const isoDay = (d: Day): string => new Date(d * MS).toISOString().slice(0, 10);

/** n natural days later (earlier when n is negative). */
export const addDays = (d: Day, n: number): Day => (d + n) as Day;

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (d: Day): number => ((((d + 3) % 7) + 7) % 7) + 1;

export const yearOf = (d: Day): number => new Date(d * MS).getUTCFullYear();
