import type { CaseLives, Dimension } from "./case-set.ts";
import { ACCEPTED, ENDED, ENTRY_UNCOVERED, SEEN_CLOSED, UNKNOWN } from "./column-names.ts";
import type { Columns } from "./columns.ts";
import { Durations } from "./count-seconds.ts";
import type { MomentTable } from "./moment-table.ts";

/** By the code of its name, whether a portal also lists what was closed before anybody looked: it hides nothing by lateness. */
export function portalsWithClosed({ cases, words }: Columns, rows: Uint32Array): Uint8Array {
  const { flags, portal } = cases;
  const whole = new Uint8Array(words.values.length);
  const both = ACCEPTED | SEEN_CLOSED;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (((flags[row] ?? 0) & both) === both) whole[portal[row] ?? 0] = 1;
  }
  return whole;
}

/** Of one set of cases, while it is gathered. */
class Gathered {
  readonly natural: Durations;
  readonly working: Durations;
  accepted = 0;
  timed = 0;
  uncovered = 0;

  constructor(expected: number) {
    this.natural = new Durations(expected);
    this.working = new Durations(expected);
  }
  lives(): CaseLives {
    return {
      natural: this.natural.counts(),
      working: this.working.counts(),
      timed: this.timed,
      closedAtUnknown: this.accepted - this.timed,
      uncovered: this.uncovered,
    };
  }
}

export function livesOf(at: MomentTable, rows: Uint32Array): CaseLives {
  const gathered = new Gathered(rows.length);
  const whole = portalsWithClosed(at.columns, rows);
  gather(
    at,
    rows,
    () => gathered,
    (_, portal) => whole[portal] === 0,
  );
  return gathered.lives();
}

/** The same for each group of a dimension, after one look at the rows in their order: by the code of its name. */
export function livesBy(
  at: MomentTable,
  rows: Uint32Array,
  dimension: Dimension,
): (CaseLives | undefined)[] {
  const { cases, words } = at.columns;
  const group = cases[dimension];
  const sizes = new Uint32Array(words.values.length);
  for (let i = 0; i < rows.length; i++) {
    const code = group[rows[i] ?? 0] ?? 0;
    sizes[code] = (sizes[code] ?? 0) + 1;
  }
  const all = Array.from(sizes, (n) => (n > 0 ? new Gathered(n) : undefined));
  // what a portal lists is judged by the cases of the group
  const { flags, portal } = cases;
  const [groups, hosts] = [
    numbered(group, rows, sizes.length),
    numbered(portal, rows, sizes.length),
  ];
  const portals = new Uint8Array(groups.n * hosts.n);
  const both = ACCEPTED | SEEN_CLOSED;
  const place = (code: number, host: number): number =>
    (groups.place[code] ?? 0) * hosts.n + (hosts.place[host] ?? 0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (((flags[row] ?? 0) & both) === both) portals[place(group[row] ?? 0, portal[row] ?? 0)] = 1;
  }
  gather(
    at,
    rows,
    (row) => all[group[row] ?? 0],
    (row, of) => portals[place(group[row] ?? 0, of)] === 0,
  );
  return all.map((each) => each?.lives());
}

/** The codes that these rows have, under numbers without gaps. */
function numbered(codes: Uint32Array, rows: Uint32Array, size: number) {
  const place = new Int32Array(size).fill(-1);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    if ((place[code] ?? 0) < 0) place[code] = n++;
  }
  return { place, n };
}

function gather(
  { columns }: MomentTable,
  rows: Uint32Array,
  into: (row: number) => Gathered | undefined,
  isLate: (row: number, portal: number) => boolean,
): void {
  const { flags, portal, natural, naturalEntry, working, workingEntry } = columns.cases;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const own = flags[row] ?? 0;
    if ((own & ACCEPTED) === 0) continue;
    const to = into(row);
    if (!to) continue;
    to.accepted += 1;
    const time = natural[row] ?? UNKNOWN;
    if (time === UNKNOWN) continue;
    to.timed += 1;
    const ended = (own & ENDED) !== 0;
    const late = isLate(row, portal[row] ?? 0);
    to.natural.addSeconds(time, ended, late ? (naturalEntry[row] ?? 0) : 0);
    const work = working[row] ?? UNKNOWN;
    if (work === UNKNOWN || (late && (own & ENTRY_UNCOVERED) !== 0)) to.uncovered += 1;
    else to.working.addSeconds(work, ended, late ? (workingEntry[row] ?? 0) : 0);
  }
}
