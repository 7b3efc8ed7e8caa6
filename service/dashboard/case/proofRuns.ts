import { addDays, isoDay, parseDay } from "#shared/time/day.ts";
import type { ProofLine } from "./proofWeeks.ts";

/** Days in a row of which the proof says the same; `upTo` is what was counted up to their end. */
export interface ProofRun {
  from: string;
  to: string;
  kind: string;
  counted: number;
  upTo: number;
  text: string;
}

/** A holiday of seven days is one line to check and not seven. Days that count stay apart: each has its own number. */
export function proofRuns(lines: readonly ProofLine[]): ProofRun[] {
  const runs: ProofRun[] = [];
  let upTo = 0;
  for (const { date, kind, counted, text } of lines) {
    upTo += counted;
    const last = runs[runs.length - 1];
    const follows = last !== undefined && nextDay(last.to) === date;
    if (follows && counted === 0 && last.counted === 0 && last.kind === kind && last.text === text)
      last.to = date;
    else runs.push({ from: date, to: date, kind, counted, upTo, text });
  }
  return runs;
}

function nextDay(date: string): string | undefined {
  const d = parseDay(date);
  return d === undefined ? undefined : isoDay(addDays(d, 1));
}
