import { CHINA, chinaCalendar } from "#shared/calendar/china.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { run } from "#shared/limit/clock.ts";
import { national } from "#shared/limit/rules/national.ts";
import { addDays, day, isoDay } from "#shared/time/day.ts";

const LIMITS = [1, 3, 5, 7, 10, 15, 20, 30, 45, 60];

/** Every start from half a year before to the year's end, every usual limit, judged without that year's notice and with it. */
export function withhold(year: number): {
  n: number;
  outside: string[];
  widths: number[];
} {
  const without = chinaCalendar({ years: YEARS.filter((each) => each.year < year) });
  const outside: string[] = [];
  const widths: number[] = [];
  for (let d = day(`${year - 1}-07-01`); d < day(`${year + 1}-01-01`); d = addDays(d, 1))
    for (const amount of LIMITS) {
      const limit = { amount, unit: "workday" as const };
      const blind = run(isoDay(d), limit, [], { regime: national, calendar: without });
      const real = run(isoDay(d), limit, [], { regime: national, calendar: CHINA });
      if (real.kind !== "at") continue;
      if (blind.kind === "at") {
        if (blind.day !== real.day) outside.push(`${isoDay(d)}+${amount}: ${blind.moment}`);
        continue;
      }
      if (blind.kind !== "between" || !blind.latest) throw new Error(`${isoDay(d)}+${amount}`);
      widths.push(blind.latest.day - blind.earliest.day);
      if (real.day < blind.earliest.day || real.day > blind.latest.day)
        outside.push(`${isoDay(d)}+${amount}: ${real.moment}`);
    }
  return { n: widths.length, outside, widths: widths.sort((a, b) => a - b) };
}
