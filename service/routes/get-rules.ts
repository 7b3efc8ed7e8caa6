import { addDays, isoDay } from "#shared/time/day.ts";
import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { ownsEverything } from "../rules/may-import.ts";
import type { RuleFile } from "../rules/rule-file.ts";
import { ruleFiles } from "../rules/rule-files.ts";
import { type Imported, type RuleBookShape, ruleBookShape } from "./shapes/rules.ts";

/** Auditors and administrators read by what cases are judged: every notice, every rule set, who brought it and who judges by it. */
export const getRules = route<unknown, unknown, RuleBookShape>(
  ["auditor", "supervisor", "reviewer", "system-admin"],
  {
    method: "get",
    path: "/v1/rules",
    summary: "节假日安排和判定规则 · the calendars and rule sets that cases are judged by",
    answer: ruleBookShape,
  },
  async ({ deps, caller }) => {
    const { db } = deps;
    const [book, files] = [await deps.rules.book(), await ruleFiles(db)];
    const { versions, calendar } = await deps.rules.judging(caller.unit);
    const units = new Map((await unitsUnder(db, caller.unit)).map((unit) => [unit.id, unit]));
    const choices = await db.values(
      "SELECT unit, regime, chosen_at, chosen_by FROM regime_choices ORDER BY id",
    );
    const last = new Map(choices.map((row) => [row[0], row]));
    const importedOf = (kind: RuleFile["kind"], name: string): Imported => {
      const all = files.filter((each) => each.kind === kind && each.name === name);
      const file = all.at(-1);
      return file ? { file: file.id, ...broughtBy(file), versions: all.length } : null;
    };
    const brought = book.files.flatMap((each) =>
      each.kind === "year" ? each.content.notices : [],
    );
    const may = (await ownsEverything(db, caller.unit)) ? ("all" as const) : ("new" as const);
    return {
      imports: caller.role === "system-admin" ? may : "none",
      now: {
        ...versions,
        from: isoDay(calendar.covered.from),
        to: isoDay(addDays(calendar.covered.to, -1)),
      },
      years: book.years.map((content) => ({
        content,
        imported: importedOf("year", String(content.year)),
        own: content.notices.flatMap((notice, i) => (brought.includes(notice) ? [i] : [])),
      })),
      overlays: book.overlays.map((content) => ({
        content,
        imported: importedOf("overlay", content.id),
      })),
      regimes: book.regimes.map((content) => ({
        content,
        imported: importedOf("regime", content.id),
      })),
      choices: [...last.values()].flatMap(([id, regime, at, by]) => {
        const found = id === null ? null : units.get(Number(id));
        if (found === undefined) return [];
        const unit = found && { id: found.id, name: found.name, path: found.path };
        const chosenAt = new Date(Number(at)).toISOString();
        return [{ unit, regime: String(regime), chosenAt, chosenBy: String(by) }];
      }),
      files: files
        .map((file, i) => ({
          id: file.id,
          kind: file.kind,
          name: file.name,
          ...broughtBy(file),
          replaced: files
            .slice(i + 1)
            .some((other) => other.kind === file.kind && other.name === file.name),
        }))
        .reverse(),
    };
  },
);

const broughtBy = ({ importedAt, importedBy }: RuleFile) => ({
  importedAt: new Date(importedAt).toISOString(),
  importedBy,
});
