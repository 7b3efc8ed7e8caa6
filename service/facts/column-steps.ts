import type { StepTimes } from "./case-set.ts";
import { LEFT, NO_ENTRY, UNCOVERED } from "./column-names.ts";
import { Durations } from "./count-seconds.ts";
import type { MomentTable } from "./moment-table.ts";

interface Gathered {
  stays: number;
  net: Durations;
  gross: Durations;
  timed: number;
  left: number;
  leftDays: number;
  withoutEntry: number;
  uncovered: number;
}

const byName = new Intl.Collator("zh-CN").compare;

export function stepsOf({ columns }: MomentTable, rows: Uint32Array): StepTimes[] {
  const { cases, stays, words } = columns;
  const byStep = new Map<number, Gathered>();
  for (const row of rows) {
    const first = cases.stays[row] ?? 0;
    const end = first + (cases.stayCount[row] ?? 0);
    for (let i = first; i < end; i++) {
      const step = stays.step[i] ?? 0;
      let own = byStep.get(step);
      if (!own) byStep.set(step, (own = nothing()));
      add(own, stays.net[i] ?? NaN, stays.gross[i] ?? NaN, stays.flags[i] ?? 0);
    }
  }
  return [...byStep]
    .map(([step, own]) => ({ ...own, step: words.at(step) }))
    .sort((a, b) => b.stays - a.stays || byName(a.step, b.step))
    .map(({ step, timed, left, leftDays, net, gross, withoutEntry, uncovered }) => ({
      step,
      timed,
      left,
      leftDays,
      net: net.counts(),
      gross: gross.counts(),
      withoutEntry,
      uncovered,
    }));
}

const nothing = (): Gathered => ({
  stays: 0,
  net: new Durations(),
  gross: new Durations(),
  timed: 0,
  left: 0,
  leftDays: 0,
  withoutEntry: 0,
  uncovered: 0,
});

function add(to: Gathered, net: number, gross: number, flags: number): void {
  to.stays += 1;
  if ((flags & NO_ENTRY) !== 0) to.withoutEntry += 1;
  else if ((flags & UNCOVERED) !== 0) to.uncovered += 1;
  else {
    const left = (flags & LEFT) !== 0;
    to.timed += 1;
    if (left) {
      to.left += 1;
      to.leftDays += net;
    }
    to.net.add(net, left);
    to.gross.add(gross, left);
  }
}
