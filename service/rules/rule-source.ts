import type { Calendar } from "#shared/calendar/calendar.ts";
import { CHINA } from "#shared/calendar/china.ts";
import { label } from "#shared/limit/regime.ts";
import { national } from "#shared/limit/rules/national.ts";
import type { Database } from "../db/database.ts";
import { type Judging, judgingBy } from "../derived/judging.ts";
import { type RuleBook, ruleBook } from "./rule-book.ts";
import { ruleFiles } from "./rule-files.ts";

/** The rules of this deployment as they stand in its database now, whichever process put them there. */
export interface RuleSource {
  book(): Promise<RuleBook>;
  /** how cases are judged for a unit (null: for all of them): by the rule set chosen for it, or for the nearest one above it */
  judging(unit: number | null): Promise<Judging>;
  /** how they would be judged had this file and all later ones not come */
  judgingBefore(unit: number | null, file: number): Promise<Judging>;
}

interface Known {
  mark: string;
  book: RuleBook;
  parents: Map<number, number | null>;
  chosen: Map<number | null, string>;
  made: Map<string, Judging>;
}

export function ruleSource(db: Database): RuleSource {
  let known: Known | undefined;

  async function current(): Promise<Known> {
    const [marks = []] = await db.values(
      `SELECT coalesce((SELECT max(id) FROM rule_files), 0), coalesce((SELECT max(id) FROM regime_choices), 0),
        coalesce((SELECT max(id) FROM units), 0)`,
    );
    const mark = marks.join(" ");
    if (known?.mark === mark) return known;
    const book = ruleBook(await ruleFiles(db));
    const units = await db.values("SELECT id, parent FROM units");
    const choices = await db.values("SELECT unit, regime FROM regime_choices ORDER BY id");
    const idOf = (value: unknown): number | null => (value === null ? null : Number(value));
    known = {
      mark,
      book,
      parents: new Map(units.map(([id, parent]) => [Number(id), idOf(parent)])),
      chosen: new Map(choices.map(([unit, regime]) => [idOf(unit), String(regime)])),
      made: new Map(),
    };
    return known;
  }

  return {
    book: async () => (await current()).book,
    async judging(unit) {
      const { book, made, ...rest } = await current();
      const id = chosenFor(unit, rest);
      const found = made.get(id) ?? judgingOf(book, id);
      // files are never removed, and a choice is checked when it is made
      if (!found) throw new Error(`the chosen rule set is not there: ${id}`);
      made.set(id, found);
      return found;
    },
    async judgingBefore(unit, file) {
      const known = await current();
      const earlier = ruleBook((await ruleFiles(db)).filter(({ id }) => id < file));
      const id = chosenFor(unit, known);
      return judgingOf(earlier, id) ?? judgingBy(national, earlierCalendar(earlier));
    },
  };
}

/** The rule set chosen for the unit or for the nearest one above it. */
function chosenFor(unit: number | null, { parents, chosen }: Pick<Known, "parents" | "chosen">) {
  let at = unit;
  while (at !== null && !chosen.has(at)) at = parents.get(at) ?? null;
  return chosen.get(at) ?? national.id;
}

function judgingOf(book: RuleBook, id: string): Judging | undefined {
  const regime = book.regime(id);
  const calendar = regime && book.calendar(regime.calendar);
  return regime && calendar && judgingBy(regime, calendar);
}

const earlierCalendar = (book: RuleBook): Calendar => book.calendar(national.calendar) ?? CHINA;

/** @throws RangeError when there is no such rule set */
export async function chooseRegime(
  db: Database,
  { regime, unit, now, by }: { regime: string; unit: number | null; now: number; by: string },
): Promise<string> {
  const found = ruleBook(await ruleFiles(db)).regime(regime);
  if (!found) throw new RangeError(`没有规则 ${regime}。There is no rule set ${regime}.`);
  await db.write([
    {
      sql: "INSERT INTO regime_choices(unit, regime, chosen_at, chosen_by) VALUES(?, ?, ?, ?)",
      args: [unit, regime, now, by],
    },
  ]);
  return label(found);
}
