import { type Day, addDays, isoDay, parseDay, weekday } from "#shared/time/day.ts";
import type { CaseDetail } from "../../routes/shapes/case.ts";

export type ProofLine = NonNullable<CaseDetail["proof"]>["lines"][number];

export interface ProofDay {
  date: string;
  /** what the proof says of the day; absent outside it */
  lines: readonly ProofLine[];
  /** how many days count up to and with this one; absent where it does not count */
  ordinal?: number;
}

/** The proof laid out as a calendar: weeks from Monday, every day with what was counted up to it. */
export function proofWeeks(lines: readonly ProofLine[]): ProofDay[][] {
  const byDay = byDate(lines);
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const weeks: ProofDay[][] = [];
  let counted = 0;
  const end = addDays(last, 7 - weekday(last));
  for (let d = addDays(first, 1 - weekday(first)); d <= end; d = addDays(d, 1)) {
    if (weekday(d) === 1) weeks.push([]);
    const own = byDay.get(d) ?? [];
    const here = own.reduce((sum, line) => sum + line.counted, 0);
    counted += here;
    weeks[weeks.length - 1]?.push({
      date: isoDay(d),
      lines: own,
      ...(here > 0 && { ordinal: counted }),
    });
  }
  return weeks;
}

function byDate(lines: readonly ProofLine[]): Map<Day, ProofLine[]> {
  const byDay = new Map<Day, ProofLine[]>();
  for (const line of lines) {
    const d = parseDay(line.date.slice(0, 10));
    if (d === undefined) continue;
    const here = byDay.get(d);
    if (here) here.push(line);
    else byDay.set(d, [line]);
  }
  return byDay;
}
