import type { CaseLives } from "./case-set.ts";
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

export function livesOf({ columns }: MomentTable, rows: Uint32Array): CaseLives {
  const { flags, portal, natural, naturalEntry, working, workingEntry } = columns.cases;
  const whole = portalsWithClosed(columns, rows);
  const days = { natural: new Durations(), working: new Durations() };
  let [accepted, timed, uncovered] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const own = flags[row] ?? 0;
    if ((own & ACCEPTED) === 0) continue;
    accepted += 1;
    const time = natural[row] ?? UNKNOWN;
    if (time === UNKNOWN) continue;
    timed += 1;
    const ended = (own & ENDED) !== 0;
    const late = whole[portal[row] ?? 0] === 0;
    days.natural.addSeconds(time, ended, late ? (naturalEntry[row] ?? 0) : 0);
    const work = working[row] ?? UNKNOWN;
    if (work === UNKNOWN || (late && (own & ENTRY_UNCOVERED) !== 0)) uncovered += 1;
    else days.working.addSeconds(work, ended, late ? (workingEntry[row] ?? 0) : 0);
  }
  return {
    natural: days.natural.counts(),
    working: days.working.counts(),
    timed,
    closedAtUnknown: accepted - timed,
    uncovered,
  };
}
