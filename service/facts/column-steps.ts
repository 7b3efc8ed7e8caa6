import type { StepTimes } from "./case-set.ts";
import { portalsWithClosed } from "./column-lives.ts";
import { LASTING, LEFT, LOOKED, NO_ENTRY, UNCOVERED, UNKNOWN } from "./column-names.ts";
import { Durations } from "./count-seconds.ts";
import type { MomentTable } from "./moment-table.ts";
import { Stretches } from "./stretches.ts";

const byName = new Intl.Collator("zh-CN").compare;

class Gathered {
  readonly stays: number;
  readonly net = new Durations();
  readonly gross = new Durations();
  readonly seen: Stretches;
  timed = 0;
  left = 0;
  leftSeconds = 0;
  withoutEntry = 0;
  uncovered = 0;

  constructor(stays: number) {
    this.stays = stays;
    this.seen = new Stretches(stays);
  }
  add(net: number, gross: number, flags: number): void {
    if ((flags & LOOKED) !== 0) return;
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
  const { cases, stays, words } = columns;
  const whole = portalsWithClosed(columns, rows);
  const sizes = new Uint32Array(words.values.length);
  const counted = (see: (i: number, row: number) => void): void => {
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] ?? 0;
      const first = cases.stays[row] ?? 0;
      const end = first + (cases.stayCount[row] ?? 0);
      for (let i = first; i < end; i++) see(i, row);
    }
  };
  counted((i) => {
    const step = stays.step[i] ?? 0;
    sizes[step] = (sizes[step] ?? 0) + 1;
  });
  const byStep = Array.from(sizes, (n) => (n > 0 ? new Gathered(n) : undefined));
  const bounds = { least: 0, most: 0, entry: 0 };
  counted((i, row) => {
    const own = byStep[stays.step[i] ?? 0];
    if (!own) return;
    own.add(stays.net[i] ?? 0, stays.gross[i] ?? 0, stays.flags[i] ?? 0);
    const [least, most] = [stays.least[i] ?? 0, stays.most[i] ?? 0];
    if (least === UNKNOWN) return own.seen.unwatched();
    bounds.least = least;
    bounds.most = most === LASTING ? Infinity : most;
    bounds.entry = stays.entry[i] ?? 0;
    own.seen.add(bounds, whole[cases.portal[row] ?? 0] === 0);
  });
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
