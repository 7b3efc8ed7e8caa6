import type { StepTimes } from "./case-set.ts";
import { portalsWithClosed } from "./column-lives.ts";
import { LASTING, LEFT, LOOKED, NO_ENTRY, UNCOVERED, UNKNOWN } from "./column-names.ts";
import { Durations } from "./count-seconds.ts";
import type { MomentTable } from "./moment-table.ts";
import { Stretches } from "./stretches.ts";

const byName = new Intl.Collator("zh-CN").compare;

class Gathered {
  readonly stays: number;
  readonly net: Durations;
  readonly gross: Durations;
  readonly seen: Stretches;
  timed = 0;
  left = 0;
  leftSeconds = 0;
  withoutEntry = 0;
  uncovered = 0;

  constructor(stays: number) {
    this.stays = stays;
    this.net = new Durations(stays);
    this.gross = new Durations(stays);
    this.seen = new Stretches(stays);
  }
  add(net: number, gross: number, flags: number): void {
    if ((flags & NO_ENTRY) !== 0) this.withoutEntry += 1;
    else if ((flags & UNCOVERED) !== 0) this.uncovered += 1;
    else {
      const left = (flags & LEFT) !== 0;
      this.timed += 1;
      if (left) {
        this.left += 1;
        this.leftSeconds += net;
      }
      this.net.addSeconds(net, left, 0);
      this.gross.addSeconds(gross, left, 0);
    }
  }
}

export function stepsOf({ columns }: MomentTable, rows: Uint32Array): StepTimes[] {
  const { words } = columns;
  const { stays: starts, stayCount, portal } = columns.cases;
  const { step, flags, net, gross, least, most, entry } = columns.stays;
  const whole = portalsWithClosed(columns, rows);
  const sizes = new Uint32Array(words.values.length);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const first = starts[row] ?? 0;
    const end = first + (stayCount[row] ?? 0);
    for (let i = first; i < end; i++) sizes[step[i] ?? 0] = (sizes[step[i] ?? 0] ?? 0) + 1;
  }
  const byStep = Array.from(sizes, (n) => (n > 0 ? new Gathered(n) : undefined));
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const first = starts[row] ?? 0;
    const end = first + (stayCount[row] ?? 0);
    const truncated = whole[portal[row] ?? 0] === 0;
    for (let i = first; i < end; i++) {
      const own = byStep[step[i] ?? 0];
      if (!own) continue;
      const told = flags[i] ?? 0;
      if ((told & LOOKED) === 0) own.add(net[i] ?? 0, gross[i] ?? 0, told);
      const from = least[i] ?? 0;
      if (from === UNKNOWN) own.seen.unwatched();
      else {
        const to = most[i] ?? 0;
        own.seen.addSeconds(from, to === LASTING ? Infinity : to, truncated ? (entry[i] ?? 0) : 0);
      }
    }
  }
  return byStep
    .flatMap((own, step) => (own ? [{ own, step: words.at(step) }] : []))
    .sort((a, b) => b.own.stays - a.own.stays || byName(a.step, b.step))
    .map(({ own, step }) => ({
      step,
      timed: own.timed,
      left: own.left,
      leftDays: own.leftSeconds / 86_400,
      net: own.net.counts(),
      gross: own.gross.counts(),
      withoutEntry: own.withoutEntry,
      uncovered: own.uncovered,
      seen: own.seen.counts(),
    }));
}
