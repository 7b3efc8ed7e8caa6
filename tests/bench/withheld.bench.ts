import { YEARS } from "#shared/calendar/years/index.ts";
import { withhold } from "../shared/calendar/withhold.ts";

/** Each year's notice withheld in turn: does the real due date lie inside the range that was given, and how wide is the range? */
export function bench(): void {
  const rows = YEARS.map(({ year }) => year)
    .filter((year) => year >= 2014)
    .map((year) => ({ year, ...withhold(year) }));
  for (const { year, n, outside, widths } of rows) {
    const share = (of: number): number => widths[Math.min(n - 1, Math.floor(n * of))] ?? 0;
    process.stdout.write(
      `withheld ${year}: ${n} ranges, ${outside.length} miss the real date; width in days: median ${share(0.5)}, nine tenths ${share(0.9)}, widest ${share(1)}\n`,
    );
  }
}
