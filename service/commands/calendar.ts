import { Command } from "commander";
import { YEARS } from "#shared/calendar/years/index.ts";
import { label } from "#shared/limit/regime.ts";
import { national } from "#shared/limit/rules/national.ts";
import { addDays, isoDay } from "#shared/time/day.ts";
import type { RuleBook } from "../rules/rule-book.ts";
import { calendarFile } from "../rules/rule-file.ts";
import { Failure } from "./failure.ts";
import { account, changesText, importRules, readRuleFile } from "./rule-text.ts";
import { withWorld } from "./world.ts";

/** `shixian calendar`: the holiday notices by which working days are counted, without a new program. */
export const calendarCommand = (): Command =>
  new Command("calendar")
    .description("节假日安排 · the holiday notices that working days are counted by")
    .addCommand(importCommand())
    .addCommand(showCommand());

const importCommand = (): Command =>
  new Command("import")
    .description(
      "导入年度安排或地方日历（JSON），并重新判定办件 · import a year or a region's days and judge every case again",
    )
    .argument("<file>", "JSON：{year, notices} 或 {id, name, years}")
    .option("--by <name>", "导入人或账号 · who imports it", account())
    .action(async (path: string, { by }: { by: string }) => {
      const content = readRuleFile(path, calendarFile);
      const text = await withWorld(async (world) => {
        const { file, fresh, changed } = await importRules(world, content, by);
        const { versions } = await world.app.deps.rules.judging(null);
        const what = file.kind === "year" ? `${file.name} 年` : `地方日历 ${file.name}`;
        return fresh
          ? [`已导入${what}，日历版本 ${versions.calendar}。`, changesText(changed)].join("\n")
          : `${what}内容与已导入的相同，未重复导入。It is already there: nothing was imported.`;
      });
      process.stdout.write(`${text}\n`);
    });

const showCommand = (): Command =>
  new Command("show")
    .description("查看已掌握的年度及其依据 · which years are known, and by which notices")
    .argument("[year]", "只看某一年，列出放假和调休 · one year with its days")
    .action(async (year: string | undefined) => {
      const book = await withWorld(({ app }) => app.deps.rules.book());
      process.stdout.write(`${year === undefined ? allText(book) : yearText(book, year)}\n`);
    });

function allText(book: RuleBook): string {
  const calendar = book.calendar(national.calendar);
  if (!calendar) throw new Failure("没有日历。There is no calendar.");
  const { from, to } = calendar.covered;
  return [
    `${label(calendar)}  ${isoDay(from)} – ${isoDay(addDays(to, -1))}`,
    ...book.years.flatMap(({ year, notices }) =>
      notices.map(
        (n) => `  ${year}  ${n.published}  ${n.number ?? n.title}  ${sourceOf(book, year)}`,
      ),
    ),
    ...book.overlays.map(
      ({ id, name, years }) =>
        `  ${id}  ${name}  ${years.map((each) => each.year).join(" ")}  ${importOf(book, "overlay", id)}`,
    ),
  ].join("\n");
}

function yearText(book: RuleBook, wanted: string): string {
  const found = book.years.find(({ year }) => String(year) === wanted);
  if (!found) throw new Failure(`没有 ${wanted} 年的安排。There is no notice for ${wanted}.`);
  return found.notices
    .flatMap(({ title, number, published, address, off, makeUp }) => [
      `${title} ${number ?? ""} ${published}`,
      `  ${address}`,
      ...off.map(([name, first, last]) => `  放假 off     ${first} – ${last}  ${name}`),
      ...makeUp.map(([name, day]) => `  上班 worked  ${day}  ${name}`),
    ])
    .join("\n");
}

const sourceOf = (book: RuleBook, year: number): string => {
  const imported = importOf(book, "year", String(year));
  return YEARS.some((each) => each.year === year) && imported === "" ? "内置 shipped" : imported;
};

function importOf({ files }: RuleBook, kind: string, name: string): string {
  const file = files.find((each) => each.kind === kind && each.name === name);
  return file ? `导入 imported ${new Date(file.importedAt).toISOString()} ${file.importedBy}` : "";
}
