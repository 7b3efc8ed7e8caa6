import type { Survival } from "#shared/statistics/kaplan-meier.ts";
import type { Curve } from "../routes/shapes/report.ts";

/** A fall of less than this cannot be seen in a drawing. */
const VISIBLE = 1 / 400;

/** A curve for drawing: every step of one that has few, and of one that has many those by which it has visibly fallen, and its last. */
export function curvePoints(curve: Survival): Curve["points"] {
  const { length, time, survival } = curve;
  const few = length <= 400;
  const points: Curve["points"] = [];
  let drawn = 1;
  for (let i = 0; i < length; i++) {
    const share = survival[i] ?? 0;
    if (!few && i < length - 1 && drawn - share < VISIBLE) continue;
    const [lower, upper] = curve.band(i);
    points.push([time[i] ?? 0, share, lower, upper]);
    drawn = share;
  }
  return points;
}
