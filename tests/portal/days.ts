import table from "chinese-days/dist/chinese-days.json" with { type: "json" };

/**
 * A calendar of its own, counted one day after another from the tables of chinese-days, so that what the demo expects
 * never comes from the code that it checks. Days are `YYYY-MM-DD`.
 */
export type IsoDay = string;

const holidays: Record<string, string> = table.holidays;
const makeUpDays: Record<string, string> = table.workdays;

/** The last year whose holidays chinese-days knows. */
export const lastKnownYear = Math.max(
  ...Object.keys(holidays).map((day) => Number(day.slice(0, 4))),
);

const at = (day: IsoDay): Date => new Date(`${day}T00:00:00Z`);

export const plusDays = (day: IsoDay, n: number): IsoDay => {
  const moved = at(day);
  moved.setUTCDate(moved.getUTCDate() + n);
  return moved.toISOString().slice(0, 10);
};

export function isWorkday(day: IsoDay): boolean {
  if (Number(day.slice(0, 4)) > lastKnownYear)
    throw new RangeError(`chinese-days does not know ${day}: npm update chinese-days`);
  if (day in makeUpDays) return true;
  if (day in holidays) return false;
  const weekday = at(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after `day`, or before it when n is negative. */
export function nthWorkday(day: IsoDay, n: number): IsoDay {
  let found = day;
  for (let left = Math.abs(n); left > 0;) {
    found = plusDays(found, Math.sign(n));
    if (isWorkday(found)) left -= 1;
  }
  return found;
}

/** The latest working day such that `n` working days lie after it and not after `today`. */
export function workdayAgo(today: IsoDay, n: number): IsoDay {
  let found = today;
  for (let left = n; left > 0; found = plusDays(found, -1)) if (isWorkday(found)) left -= 1;
  while (!isWorkday(found)) found = plusDays(found, -1);
  return found;
}

/** Working days that are left after `today` in the years that chinese-days knows, counted no further than `enough`. */
export function workdaysKnownAfter(today: IsoDay, enough: number): number {
  let known = 0;
  for (let day = plusDays(today, 1); known < enough; day = plusDays(day, 1)) {
    if (Number(day.slice(0, 4)) > lastKnownYear) break;
    if (isWorkday(day)) known += 1;
  }
  return known;
}

/** Working days after `from` and up to `to`. */
export function workdaysBetween(from: IsoDay, to: IsoDay): number {
  let found = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1))
    if (isWorkday(day)) found += 1;
  return found;
}
