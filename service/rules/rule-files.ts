import { OVERLAYS } from "#shared/calendar/overlays/index.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { regimeById } from "#shared/limit/rules/index.ts";
import type { Database } from "../db/database.ts";
import { BadRuleFile, type RuleContent, type RuleFile, digestOf, storedFile } from "./rule-file.ts";
import { ruleBook } from "./rule-book.ts";

/** Every file that was ever imported, in order. */
export async function ruleFiles(db: Database): Promise<RuleFile[]> {
  const rows = await db.all(
    "SELECT id, kind, body, digest, imported_at, imported_by FROM rule_files ORDER BY id",
  );
  return rows.map((row) => ({
    ...storedFile(String(row.kind), String(row.body)),
    id: Number(row.id),
    digest: String(row.digest),
    importedAt: Number(row.imported_at),
    importedBy: String(row.imported_by),
  }));
}

/**
 * Keeps a checked file. One that says the same as what stands is not stored again.
 * @returns the stored file, and whether it is new
 * @throws BadRuleFile when it cannot stand beside what is there
 */
export async function addRuleFile(
  db: Database,
  file: RuleContent,
  { now, by }: { now: number; by: string },
): Promise<{ file: RuleFile; fresh: boolean }> {
  const known = await ruleFiles(db);
  const digest = digestOf(file.content);
  const same = known.findLast(({ kind, name }) => kind === file.kind && name === file.name);
  if (same?.digest === digest) return { file: same, fresh: false };
  refuseConflict(file, known);
  await db.write([
    {
      sql: `INSERT INTO rule_files(kind, name, body, digest, imported_at, imported_by) VALUES(?, ?, ?, ?, ?, ?)`,
      args: [file.kind, file.name, JSON.stringify(file.content), digest, now, by],
    },
  ]);
  const stored = (await ruleFiles(db)).findLast((each) => each.digest === digest);
  if (!stored) throw new Error("a rule file vanished while it was stored");
  return { file: stored, fresh: true };
}

/** @throws BadRuleFile when the file cannot stand beside what is there */
export function refuseConflict(file: RuleContent, known: readonly RuleFile[]): void {
  if (file.kind === "year") {
    const years = [...YEARS.map(({ year }) => year), ...yearsOf(known)];
    const { year } = file.content;
    // across a missing year nothing can be counted: every earlier date would be lost
    if (year > Math.max(...years) + 1 || year < Math.min(...years) - 1)
      throw new BadRuleFile(
        `${year} 年与已有年度 ${Math.min(...years)}–${Math.max(...years)} 不相连，请先导入中间年度。Import the years between ${year} and ${Math.min(...years)}–${Math.max(...years)} first.`,
      );
  }
  if (file.kind !== "regime") return;
  const { id, version, calendar } = file.content;
  if (regimeById(id))
    throw new BadRuleFile(
      `规则 ${id} 为内置规则，请另取 id。${id} is a rule set that ships: give yours an id of its own.`,
    );
  if (
    known.some(
      (each) => each.kind === "regime" && each.name === id && each.content.version === version,
    )
  )
    throw new BadRuleFile(
      `规则 ${id}@${version} 已存在且内容不同，请更改 version。${id}@${version} exists with another content: change its version.`,
    );
  if (!ruleBook(known).calendar(calendar))
    throw new BadRuleFile(
      `规则所用日历 ${[calendar.id, ...calendar.overlays].join("+")} 不存在；可用地方日历 ${overlaysOf(known).join(" ")}。There is no such calendar.`,
    );
}

const yearsOf = (files: readonly RuleFile[]): number[] =>
  files.flatMap((each) => (each.kind === "year" ? [each.content.year] : []));

const overlaysOf = (files: readonly RuleFile[]): string[] => [
  ...new Set([
    ...OVERLAYS.map(({ id }) => id),
    ...files.flatMap((each) => (each.kind === "overlay" ? [each.name] : [])),
  ]),
];
