import type { Day } from "#shared/time/day.ts";
import type { StayView } from "./case-view.ts";
import { LASTING, LEFT, LOOKED, NO_DAY, NO_ENTRY, UNCOVERED, UNKNOWN } from "./column-names.ts";
import type { Columns } from "./columns.ts";
import type { Bounds } from "./stay-bounds.ts";

/** The stay on which it is put, as reports read it. */
export class ColumnStay implements StayView {
  index = 0;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }
  get #flags(): number {
    return this.#columns.stays.flags[this.index] ?? 0;
  }
  get step(): string {
    return this.#columns.words.at(this.#columns.stays.step[this.index] ?? 0);
  }
  get department(): string {
    return this.#columns.words.at(this.#columns.stays.department[this.index] ?? 0);
  }
  get net(): number | undefined {
    return known(this.#columns.stays.net[this.index]);
  }
  get gross(): number | undefined {
    return known(this.#columns.stays.gross[this.index]);
  }
  get gap(): number | undefined {
    return known(this.#columns.stays.gap[this.index]);
  }
  get left(): boolean {
    return (this.#flags & LEFT) !== 0;
  }
  get looked(): boolean {
    return (this.#flags & LOOKED) !== 0;
  }
  get bounds(): Bounds | undefined {
    const { least, most, entry } = this.#columns.stays;
    const [from = UNKNOWN, to = 0, since = 0] = [
      least[this.index],
      most[this.index],
      entry[this.index],
    ];
    if (from === UNKNOWN) return undefined;
    return { least: from, most: to === LASTING ? Infinity : to, entry: since };
  }
  get enteredDay(): Day | undefined {
    return dayIf(this.#columns.stays.enteredDay[this.index]);
  }
  get leftDay(): Day | undefined {
    return dayIf(this.#columns.stays.leftDay[this.index]);
  }
  get missing(): StayView["missing"] {
    if ((this.#flags & NO_ENTRY) !== 0) return "no-entry";
    return (this.#flags & UNCOVERED) !== 0 ? "uncovered" : undefined;
  }
}

const known = (seconds = UNKNOWN): number | undefined =>
  seconds === UNKNOWN ? undefined : seconds / 86_400;
const dayIf = (d = NO_DAY): Day | undefined => (d === NO_DAY ? undefined : (d as Day));
