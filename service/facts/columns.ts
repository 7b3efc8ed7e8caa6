import {
  ACCEPTED,
  ENDED,
  ENTRY_UNCOVERED,
  LASTING,
  LEFT,
  LOOKED,
  LONGEST,
  NO_DAY,
  NO_ENTRY,
  OPEN,
  SEEN_CLOSED,
  UNCOVERED,
  UNKNOWN,
  caseColumns,
  sightColumns,
  spellColumns,
  stayColumns,
} from "./column-names.ts";
import { Dictionary } from "./dictionary.ts";
import type { FactRow, SeenOn } from "./fact-row.ts";
import { withRoom } from "./growing.ts";
import type { State } from "./state.ts";
import type { Traits } from "./traits.ts";

const KEY_BYTES = 32;

const seconds = (days: number | undefined): number =>
  days === undefined ? UNKNOWN : Math.min(LONGEST, Math.round(days * 86_400));

/**
 * What reports ask of all cases, a number in a column for each. Words, traits and states stand in dictionaries; what a case has several of
 * (spells, stays, sights) lies in a heap. A changed case is put in its old place; what it leaves in the heaps is swept up when it is half.
 */
export class Columns {
  /** rows that hold a case; a row without one (a number that is not used) has no unit */
  size = 0;
  cases = caseColumns();
  keys: Buffer = Buffer.alloc(0);
  spells = spellColumns();
  stays = stayColumns();
  sights = sightColumns();
  /** how much of each heap is taken */
  readonly used = { spells: 0, stays: 0, sights: 0 };
  #waste = 0;

  readonly words: Dictionary<string>;
  readonly masks: Dictionary<string>;
  readonly unitSets: Dictionary<readonly number[]>;
  readonly traits: Dictionary<Traits>;
  readonly states: Dictionary<State>;
  readonly sources: Dictionary<Omit<SeenOn, "day">>;

  constructor(dictionaries?: Columns) {
    this.words = dictionaries?.words ?? new Dictionary();
    this.masks = dictionaries?.masks ?? new Dictionary();
    this.unitSets = dictionaries?.unitSets ?? new Dictionary((ids) => ids.join(","));
    this.traits = dictionaries?.traits ?? new Dictionary(JSON.stringify);
    this.states = dictionaries?.states ?? new Dictionary(JSON.stringify);
    this.sources = dictionaries?.sources ?? new Dictionary(JSON.stringify);
  }

  /** Puts a case into a row, new or known. */
  put(row: number, each: FactRow): void {
    const { stored, life, traits } = each;
    this.#reach(row);
    const c = this.cases;
    c.mask[row] = this.masks.code(stored.mask);
    c.portal[row] = this.words.code(stored.portal);
    c.department[row] = this.words.code(each.department);
    c.item[row] = this.words.code(each.item);
    c.step[row] = this.words.code(each.step);
    c.project[row] = this.words.code(each.project);
    c.units[row] = this.unitSets.code(stored.units);
    c.traits[row] = this.traits.code(traits);
    c.batch[row] = stored.batch;
    c.firstAt[row] = stored.firstAt;
    c.lastAt[row] = stored.lastAt;
    c.firstSeenAt[row] = each.firstSeenAt;
    c.lastSeenAt[row] = each.lastSeenAt;
    c.started[row] = each.started;
    c.startedDay[row] = each.startedDay;
    c.closedDay[row] = each.closedDay ?? NO_DAY;
    c.filedDay[row] = each.filedDay ?? NO_DAY;
    c.acceptedDay[row] = each.acceptedDay ?? NO_DAY;
    c.deliveredDay[row] = each.deliveredDay ?? NO_DAY;
    c.flags[row] =
      (each.open ? OPEN : 0) |
      (life?.event === true ? ENDED : 0) |
      (each.seenClosed ? SEEN_CLOSED : 0) |
      (traits.accepted ? ACCEPTED : 0) |
      (life && life.workingEntry === undefined ? ENTRY_UNCOVERED : 0);
    c.natural[row] = seconds(life?.natural);
    c.naturalEntry[row] = seconds(life?.naturalEntry ?? 0);
    c.working[row] = seconds(life?.working);
    c.workingEntry[row] = seconds(life?.workingEntry ?? 0);
    this.keys.write(stored.key, row * KEY_BYTES, "hex");
    this.#putSpells(row, each.spells);
    this.#putStays(row, each);
    this.#putSights(row, stored.sights);
  }

  key(row: number): string {
    return this.keys.toString("hex", row * KEY_BYTES, (row + 1) * KEY_BYTES);
  }
  /** Below 0 where the key of `a` sorts before that of `b`. */
  compareKeys(a: number, b: number): number {
    const [x, y] = [a * KEY_BYTES, b * KEY_BYTES];
    return this.keys.compare(this.keys, y, y + KEY_BYTES, x, x + KEY_BYTES);
  }
  /** bytes held, dictionaries left out */
  get bytes(): number {
    const groups = [this.cases, this.spells, this.stays, this.sights];
    return groups.reduce(
      (sum, group) => sum + Object.values(group).reduce((all, each) => all + each.byteLength, 0),
      this.keys.byteLength,
    );
  }

  /** Makes room for rows up to `size`, and for so much more in the heaps. */
  reserve(size: number, more: Columns["used"]): void {
    this.#reach(size - 1);
    this.used.spells += more.spells;
    this.used.stays += more.stays;
    this.used.sights += more.sights;
    this.spells = withRoom(this.spells, this.used.spells);
    this.stays = withRoom(this.stays, this.used.stays);
    this.sights = withRoom(this.sights, this.used.sights);
  }

  #reach(row: number): void {
    this.cases = withRoom(this.cases, row + 1);
    const bytes = this.cases.mask.length * KEY_BYTES;
    if (this.keys.length < bytes) {
      const larger = Buffer.alloc(bytes);
      this.keys.copy(larger);
      this.keys = larger;
    }
    if (row >= this.size) this.size = row + 1;
  }

  #putSpells(row: number, spells: FactRow["spells"]): void {
    const at = this.#place("spells", row, spells.length);
    this.spells = withRoom(this.spells, this.used.spells);
    let n = 0;
    let before: { state: number; due: number } | undefined;
    for (const { from, due = NaN, state } of spells) {
      const code = this.states.code(state);
      // what goes on unchanged is one spell
      if (before && before.state === code && Object.is(before.due, due)) continue;
      before = { state: code, due };
      this.spells.from[at + n] = from;
      this.spells.due[at + n] = due;
      this.spells.state[at + n] = code;
      n += 1;
    }
    this.cases.spellCount[row] = n;
    if (at + spells.length === this.used.spells) this.used.spells = at + n;
  }

  #putStays(row: number, { stays }: FactRow): void {
    const at = this.#place("stays", row, stays.length);
    const to = (this.stays = withRoom(this.stays, this.used.stays));
    for (const [i, stay] of stays.entries()) {
      const { least = UNKNOWN, most = UNKNOWN, entry = UNKNOWN } = stay.bounds ?? {};
      to.least[at + i] = stay.bounds ? Math.min(LONGEST, least) : UNKNOWN;
      to.most[at + i] = most === Infinity ? LASTING : Math.min(LONGEST, most);
      to.entry[at + i] = entry;
      to.step[at + i] = this.words.code(stay.step);
      to.department[at + i] = this.words.code(stay.department);
      to.net[at + i] = seconds(stay.net);
      to.gross[at + i] = seconds(stay.gross);
      to.gap[at + i] = seconds(stay.gap);
      to.enteredDay[at + i] = stay.enteredDay ?? NO_DAY;
      to.leftDay[at + i] = stay.leftDay ?? NO_DAY;
      to.flags[at + i] =
        (stay.left ? LEFT : 0) |
        (stay.looked ? LOOKED : 0) |
        (stay.missing === "no-entry" ? NO_ENTRY : 0) |
        (stay.missing === "uncovered" ? UNCOVERED : 0);
    }
  }

  #putSights(row: number, sights: readonly SeenOn[]): void {
    const at = this.#place("sights", row, sights.length);
    const to = (this.sights = withRoom(this.sights, this.used.sights));
    for (const [i, { day, unit, portal, view, told }] of sights.entries()) {
      to.day[at + i] = day;
      to.source[at + i] = this.sources.code({ unit, portal, view, told });
    }
  }

  /** Where so many of a row go: where they were, when they fit, else at the end of the heap. */
  #place(heap: "spells" | "stays" | "sights", row: number, n: number): number {
    const c = this.cases;
    const [starts, counts] =
      heap === "spells"
        ? [c.spells, c.spellCount]
        : heap === "stays"
          ? [c.stays, c.stayCount]
          : [c.sights, c.sightCount];
    const had = counts[row] ?? 0;
    counts[row] = n;
    if (n <= had) return starts[row] ?? 0;
    this.#waste += had;
    starts[row] = this.used[heap];
    this.used[heap] += n;
    return starts[row] ?? 0;
  }

  /** On which days a case was seen where. */
  sightsOf(row: number): SeenOn[] {
    const first = this.cases.sights[row] ?? 0;
    return Array.from({ length: this.cases.sightCount[row] ?? 0 }, (_, i) => ({
      day: this.sights.day[first + i] ?? 0,
      ...this.sources.at(this.sights.source[first + i] ?? 0),
    }));
  }

  /** The same once more; the dictionaries, which only grow, are shared. */
  copy(): Columns {
    const made = new Columns(this);
    made.size = this.size;
    made.cases = copied(this.cases);
    made.keys = Buffer.from(this.keys);
    made.spells = copied(this.spells);
    made.stays = copied(this.stays);
    made.sights = copied(this.sights);
    Object.assign(made.used, this.used);
    made.#waste = this.#waste;
    return made;
  }

  /** Closes the holes in the heaps once they are half of them. */
  sweep(): void {
    const { spells, stays, sights } = this.used;
    if (this.#waste < 1_000_000 || this.#waste * 2 < spells + stays + sights) return;
    const c = this.cases;
    this.used.spells = closed(this.spells, c.spells, c.spellCount, this.size);
    this.used.stays = closed(this.stays, c.stays, c.stayCount, this.size);
    this.used.sights = closed(this.sights, c.sights, c.sightCount, this.size);
    this.#waste = 0;
  }
}

/** Moves what the rows have to the front, row after row. @returns how much that is */
function closed(
  heap: Record<string, Float64Array | Int32Array | Uint32Array | Uint8Array>,
  starts: Uint32Array,
  counts: Uint32Array,
  size: number,
): number {
  const copies = Object.values(heap).map((each) => [each, each.slice()] as const);
  let to = 0;
  for (let row = 0; row < size; row++) {
    const [from, n] = [starts[row] ?? 0, counts[row] ?? 0];
    for (const [into, old] of copies) for (let i = 0; i < n; i++) into[to + i] = old[from + i] ?? 0;
    starts[row] = to;
    to += n;
  }
  return to;
}

const copied = <C extends Record<string, Float64Array | Int32Array | Uint32Array | Uint8Array>>(
  columns: C,
): C =>
  Object.fromEntries(Object.entries(columns).map(([name, each]) => [name, each.slice()])) as C;
