import type { Survival } from "#shared/statistics/kaplan-meier.ts";
import type { Curve } from "../routes/shapes/report.ts";

/** A fall of less than this cannot be seen in a drawing. */
const VISIBLE = 1 / 400;

/** A curve for drawing: every step of one that has few, and of one that has many those by which it has visibly fallen, and its last. */
export function curvePoints({ steps }: Survival): Curve["points"] {
  const few = steps.length <= 400;
  const points: Curve["points"] = [];
  let drawn = 1;
  for (const [i, { time, survival, lower, upper }] of steps.entries()) {
    if (!few && i < steps.length - 1 && drawn - survival < VISIBLE) continue;
    points.push([time, survival, lower, upper]);
    drawn = survival;
  }
  return points;
}
