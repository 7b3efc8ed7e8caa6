/** The units in which portals state limits. `day` is a natural day (自然日); `workday` 工作日; `immediate` 即办/当场 (amount 0). */
export const UNITS = [
  "workday",
  "day",
  "hour",
  "minute",
  "work-hour",
  "work-minute",
  "month",
  "year",
  "immediate",
] as const;
export type Unit = (typeof UNITS)[number];

/** A limit as the page states it. `amount` may be a half (0.5 工作日); for `remaining` it may be negative. */
export interface Amount {
  amount: number;
  unit: Unit;
}
