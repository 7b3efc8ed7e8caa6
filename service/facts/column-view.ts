import type { Bucket } from "#shared/limit/bucket.ts";
import type { VerdictKind } from "#shared/limit/verdict.ts";
import { type Day, addDays } from "#shared/time/day.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { Instant } from "#shared/time/instant.ts";
import { naturalDays } from "../reports/working-time.ts";
import type { CaseView } from "./case-view.ts";
import { LOOKED, NO_DAY, OPEN } from "./column-names.ts";
import type { Columns } from "./columns.ts";
import type { MomentTable } from "./moment-table.ts";
import { packedDay, unpackMoment } from "./packed-moment.ts";
import type { State } from "./state.ts";
import type { Traits } from "./traits.ts";

/** The row on which it is put, as reports read it. */
export class ColumnView implements CaseView {
  row = 0;
  readonly #at: MomentTable;
  readonly #now: string;
  readonly #cases: Columns["cases"];
  readonly #words: readonly string[];
  readonly #traits: readonly Traits[];
  readonly #states: readonly State[];

  constructor(at: MomentTable) {
    this.#at = at;
    this.#now = momentOf(at.minute as Instant, undefined, "minute");
    this.#cases = at.columns.cases;
    this.#words = at.columns.words.values;
    this.#traits = at.columns.traits.values;
    this.#states = at.columns.states.values;
  }
  #word(code: number | undefined): string {
    return this.#words[code ?? 0] ?? "";
  }
  #day(d: number | undefined): Day | undefined {
    return d === undefined || d === NO_DAY ? undefined : (d as Day);
  }
  get id(): number {
    return this.#at.idOf(this.row);
  }
  get key(): string {
    return this.#at.columns.key(this.row);
  }
  get portal(): string {
    return this.#word(this.#cases.portal[this.row]);
  }
  get department(): string {
    return this.#word(this.#cases.department[this.row]);
  }
  get item(): string {
    return this.#word(this.#cases.item[this.row]);
  }
  get step(): string {
    return this.#word(this.#cases.step[this.row]);
  }
  get project(): string {
    return this.#word(this.#cases.project[this.row]);
  }
  get units(): readonly number[] {
    return this.#at.columns.unitSets.at(this.#cases.units[this.row] ?? 0);
  }
  get startedDay(): Day {
    return (this.#cases.startedDay[this.row] ?? 0) as Day;
  }
  get startedOrder(): number {
    return this.#cases.started[this.row] ?? 0;
  }
  get closedDay(): Day | undefined {
    return this.#day(this.#cases.closedDay[this.row]);
  }
  get dueDay(): Day | undefined {
    const due = this.#at.columns.spells.due[this.#at.spell[this.row] ?? 0] ?? NaN;
    return Number.isNaN(due) ? undefined : packedDay(due);
  }
  get filedDay(): Day | undefined {
    return this.#day(this.#cases.filedDay[this.row]);
  }
  get acceptedDay(): Day | undefined {
    return this.#day(this.#cases.acceptedDay[this.row]);
  }
  get deliveredDay(): Day | undefined {
    return this.#day(this.#cases.deliveredDay[this.row]);
  }
  get firstSeenAt(): number {
    return this.#cases.firstSeenAt[this.row] ?? 0;
  }
  get lastSeenAt(): number {
    return this.#cases.lastSeenAt[this.row] ?? 0;
  }
  get open(): boolean {
    return ((this.#cases.flags[this.row] ?? 0) & OPEN) !== 0;
  }
  get verdict(): VerdictKind {
    return this.state.verdict;
  }
  get bucket(): Bucket {
    return this.state.bucket;
  }
  get passed(): boolean | undefined {
    return this.state.passed ?? undefined;
  }
  get age(): number | undefined {
    const { today, calendar } = this.#at;
    const { startedDay } = this;
    return today <= startedDay
      ? 0
      : calendar.count({ from: addDays(startedDay, 1), to: addDays(today, 1) });
  }
  get waited(): number {
    return naturalDays(unpackMoment(this.startedOrder), this.#now);
  }
  entered(step: string | undefined, department?: string): boolean {
    const { stays, words } = this.#at.columns;
    const wanted = step === undefined ? undefined : (words.find(step) ?? -1);
    const first = this.#cases.stays[this.row] ?? 0;
    const end = first + (this.#cases.stayCount[this.row] ?? 0);
    for (let i = first; i < end; i++) {
      if (wanted !== undefined && stays.step[i] !== wanted) continue;
      if (department === undefined) return true;
      if (((stays.flags[i] ?? 0) & LOOKED) !== 0) continue;
      const named = this.#word(stays.department[i]);
      if ((named === "" ? this.department : named) === department) return true;
    }
    return false;
  }
  get traits(): Traits {
    return this.#traits[this.#cases.traits[this.row] ?? 0] as Traits;
  }
  get state(): State {
    return this.#states[this.#at.state[this.row] ?? 0] as State;
  }
}
