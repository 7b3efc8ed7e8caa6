import { type Day, isoDay, parseDay } from "#shared/time/day.ts";
import { parsePeriod } from "#shared/time/period-text.ts";
import { kindOf, neighbour, yearEarlier } from "#shared/time/period.ts";
import { Problem } from "../http/problem.ts";
import type { Comparison } from "./shapes/report.ts";

interface Bounds {
  from?: string;
  to?: string;
}

/** The window that a question names by its days or by its short name. @throws Problem when it is neither, or both */
export function windowAsked(asked: {
  from?: string | undefined;
  to?: string | undefined;
  period?: string | undefined;
}): Bounds {
  const { from, to, period } = asked;
  if (period !== undefined) {
    const named = parsePeriod(period);
    if (!named || from !== undefined || to !== undefined)
      throw refused(
        "?/period",
        "不是期间，或同时给出了起止日期 no window (2026, 2026-Q3, 2026-11, 2026-11-X3, 2026-W47, 2026-11-22 …), or beside `from` or `to`",
      );
    return { from: isoDay(named.from), to: isoDay(named.to) };
  }
  if (from !== undefined && to !== undefined && from > to)
    throw refused("?/to", "截止日早于起始日 before `from`");
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The window beside it; one that is exactly a month is compared with a month. @throws Problem when it has no bounds */
export function compareWith(
  { from, to }: Bounds,
  compare: Comparison["with"] | undefined,
): Pick<Comparison, "with" | "from" | "to"> | undefined {
  if (compare === undefined) return undefined;
  const [first, last] = [parseDay(from ?? ""), parseDay(to ?? "")];
  if (first === undefined || last === undefined)
    throw refused(
      "?/compare",
      "须有起止日期或期间才能对比 needs a window with both ends to compare with another",
    );
  const range = { from: first, to: last };
  const kind = kindOf(range);
  const other = compare === "previous" ? neighbour(range, -1, kind) : yearEarlier(range, kind);
  const text = (d: Day): string => isoDay(d);
  return { with: compare, from: text(other.from), to: text(other.to) };
}

const refused = (pointer: string, detail: string): Problem =>
  new Problem("invalid-request", { errors: [{ pointer, detail }] });
