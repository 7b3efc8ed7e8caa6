import { isDropped } from "#shared/case/status.ts";
import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { NO_DAY, OPEN } from "./column-names.ts";
import { DayLives } from "./day-lives.ts";
import type { Histories } from "./histories.ts";
import type { MomentTable } from "./moment-table.ts";

/** As `historiesOf`, from the columns. */
export function columnHistories({ columns, today }: MomentTable, rows: Uint32Array): Histories {
  const { cases, stays, words, traits } = columns;
  const dropped = Uint8Array.from(traits.values, ({ status }) =>
    status !== null && isDropped(status) ? 1 : 0,
  );
  const dayAt = (at: number | undefined): number => dayOf((at ?? 0) as Instant);
  const whole = new Uint8Array(words.values.length);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const closed = cases.closedDay[row] ?? NO_DAY;
    if (closed !== NO_DAY && closed < dayAt(cases.firstSeenAt[row]))
      whole[cases.portal[row] ?? 0] = 1;
  }
  const items: (DayLives | undefined)[] = [];
  const steps: (DayLives | undefined)[][] = [];
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0;
    const open = ((cases.flags[row] ?? 0) & OPEN) !== 0;
    const closed = cases.closedDay[row] ?? NO_DAY;
    if (!open && closed === NO_DAY) continue;
    const end = open ? Math.min(dayAt(cases.lastSeenAt[row]), today) : closed;
    const event = !open && dropped[cases.traits[row] ?? 0] === 0;
    const since = whole[cases.portal[row] ?? 0] === 1 ? NO_DAY : dayAt(cases.firstSeenAt[row]);
    const item = cases.item[row] ?? 0;
    const accepted = cases.acceptedDay[row] ?? NO_DAY;
    if (accepted !== NO_DAY)
      (items[item] ??= new DayLives()).add(end - accepted, event, Math.max(0, since - accepted));
    const own = (steps[item] ??= []);
    const first = cases.stays[row] ?? 0;
    const last = first + (cases.stayCount[row] ?? 0);
    for (let i = first; i < last; i++) {
      const entered = stays.enteredDay[i] ?? NO_DAY;
      if (entered === NO_DAY) continue;
      const to = (own[stays.step[i] ?? 0] ??= new DayLives());
      to.add(end - entered, event, Math.max(0, since - entered));
    }
  }
  const curves = new Map<DayLives | undefined, Survival>();
  const curve = (lives: DayLives | undefined): Survival => {
    const known = curves.get(lives);
    if (known) return known;
    const made = kaplanMeier(lives?.counts() ?? []);
    curves.set(lives, made);
    return made;
  };
  const code = (word: string): number => words.find(word) ?? -1;
  return {
    ofItem: (item) => curve(items[code(item)]),
    ofStep: (item, step) => curve(steps[code(item)]?.[code(step)]),
  };
}
