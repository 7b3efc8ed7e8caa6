import type { Day } from "../time/day.ts";
import { type Instant, dayOf } from "../time/instant.ts";
import type { Rules } from "./clock.ts";
import { shareOfDay } from "./office.ts";

/** The working day that an instant belongs to, its ordinal, and the share of it that is behind; night and rest belong to the next opening. */
export function place(
  at: Instant,
  { regime, calendar }: Rules,
): { on: Day; day: number; share: number } | undefined {
  const d = dayOf(at, regime.zone);
  const worked = calendar.isWorkday(d);
  if (worked === undefined) return undefined;
  const share = worked ? (shareOfDay(at, regime) ?? 0) : 1;
  const on = share < 1 ? d : calendar.add(d, 1);
  const day =
    on === undefined ? undefined : calendar.count({ from: calendar.covered.from, to: on });
  return on === undefined || day === undefined
    ? undefined
    : { on, day, share: share < 1 ? share : 0 };
}
