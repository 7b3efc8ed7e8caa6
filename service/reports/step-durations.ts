import type { StepSeen } from "#shared/case/observation.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { JudgedCase } from "./judged-case.ts";
import { isOpen } from "./population.ts";
import { naturalDays, pausedDays, workingDays } from "./working-time.ts";

export interface StepDuration {
  step: string;
  /** working days less evidenced pauses; `undefined` without a time of entry or beyond the calendar */
  net: number | undefined;
  gross: number | undefined;
  left: boolean;
  /** why there is no duration */
  missing?: "no-entry" | "uncovered";
}

/** Every stay of the case in a step, up to `asOf`; a stay that has no end yet lasts until then, or until the case was closed. */
export function stepDurations({ timeline, calendar }: JudgedCase, asOf: number): StepDuration[] {
  const now = momentOf(asOf as Instant, undefined, "minute");
  const end = isOpen(timeline) ? now : (timeline.closedAt ?? now);
  return stays(timeline).map(({ name, enteredAt, leftAt }) => {
    if (enteredAt === undefined)
      return {
        step: name,
        net: undefined,
        gross: undefined,
        left: leftAt !== undefined,
        missing: "no-entry",
      };
    const to = leftAt ?? end;
    const working = workingDays(enteredAt, to, calendar);
    const paused = pausedDays(timeline.pauses, enteredAt, to, calendar);
    if (working === undefined || paused === undefined)
      return {
        step: name,
        net: undefined,
        gross: undefined,
        left: leftAt !== undefined,
        missing: "uncovered",
      };
    return {
      step: name,
      net: Math.max(0, working - paused),
      gross: naturalDays(enteredAt, to),
      left: leftAt !== undefined,
    };
  });
}

/** The steps of the page's own table, and the one in which the case stands where only that is shown. */
function stays({ steps, step, stepEnteredAt }: JudgedCase["timeline"]): StepSeen[] {
  if (step === undefined || steps.some(({ name }) => name === step)) return steps;
  return [
    ...steps,
    { name: step, ...(stepEnteredAt !== undefined && { enteredAt: stepEnteredAt }) },
  ];
}
