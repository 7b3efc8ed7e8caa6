import type { Calendar } from "#shared/calendar/calendar.ts";
import type { Day } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { JudgedCase } from "../reports/judged-case.ts";
import type { Columns } from "./columns.ts";

/** Fetches whole cases, judged at the same moment, in the order of their ids. */
export type Opener = (ids: readonly number[], asOf: number) => Promise<JudgedCase[]>;

/** All cases at one moment: which of its spells each is in, and what does not depend on the case. */
export interface MomentTable {
  columns: Columns;
  asOf: number;
  today: Day;
  /** ms since 1970, whole minutes */
  minute: number;
  calendar: Calendar;
  /** by row: its spell, and the code of its state */
  spell: Uint32Array;
  state: Uint32Array;
  /** number of the case in a row: another one's where a row is put in for a question about the past */
  idOf(row: number): number;
  open: Opener;
  /** which states or sets of units a part of a query takes: found once for all groups of a report */
  masks: Map<string, Uint8Array>;
  /** by row, once somebody asks */
  dueDays?: Int32Array;
}

export function momentTable(
  columns: Columns,
  asOf: number,
  about: Pick<MomentTable, "calendar" | "idOf" | "open">,
): MomentTable {
  const { size, cases, spells } = columns;
  const spell = new Uint32Array(size);
  const state = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const first = cases.spells[row] ?? 0;
    let at = first + (cases.spellCount[row] ?? 0) - 1;
    while (at > first && (spells.from[at] ?? 0) > asOf) at -= 1;
    spell[row] = Math.max(at, first);
    state[row] = spells.state[Math.max(at, first)] ?? 0;
  }
  const minute = Math.floor(asOf / 60_000) * 60_000;
  const today = dayOf(asOf as Instant);
  return { ...about, columns, asOf, minute, today, spell, state, masks: new Map() };
}
