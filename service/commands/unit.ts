import { Command } from "commander";
import { commandActor } from "../access/caller.ts";
import { unitChanged } from "../access/unit-changes.ts";
import { sheetAt } from "../access/unit-file.ts";
import { planUnits } from "../access/unit-import.ts";
import { readUnitSheet } from "../access/unit-sheet.ts";
import { ensureUnit, findUnit, unitsUnder } from "../access/units.ts";
import { strings } from "#shared/strings/strings.ts";
import { Failure } from "./failure.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

/** `shixian unit`: the tree of units. What a unit was called and where it stood before stays known. */
export const unitCommand = (): Command =>
  new Command("unit")
    .description("单位树 · the tree of units")
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(changeCommand())
    .addCommand(importCommand());

const listCommand = (): Command =>
  new Command("list")
    .description("列出单位 · list the units")
    .option("--as-of <day>", "当日终了时的单位树 · the tree at the end of that day")
    .action(async ({ asOf }: { asOf?: string }) => {
      const at = asOf === undefined ? undefined : Date.parse(`${asOf}T23:59:59.999+08:00`);
      if (at !== undefined && Number.isNaN(at))
        throw new Failure("日期须为 YYYY-MM-DD。A day is YYYY-MM-DD.");
      const units = await withWorld(({ db }) => unitsUnder(db, null, at));
      process.stdout.write(units.map(({ id, path }) => `${id}\t${path}\n`).join(""));
    });

const addCommand = (): Command =>
  new Command("add")
    .description("新增单位，连同缺少的上级 · make a unit with what is missing above it")
    .argument("<path>", "如 青屿区/政务服务中心")
    .action(async (path: string) => {
      const unit = await withWorld(async ({ app, db }) => {
        const made = await ensureUnit(db, path);
        const actor = commandActor(account());
        await app.deps.audit.write({ actor, act: "unit.made", object: made.path });
        return made;
      });
      process.stdout.write(`${unit.id}\t${unit.path}\n`);
    });

const changeCommand = (): Command =>
  new Command("change")
    .description("改名或移动 · rename or move")
    .argument("<path>", "单位路径或编号 · its path or number")
    .option("--name <name>", "新名称 · its new name")
    .option("--under <path>", "新的上级单位 · the unit that it goes below")
    .action(async (path: string, { name, under }: { name?: string; under?: string }) => {
      const after = await withWorld(async ({ app, db }) => {
        const unit = await findUnit(db, null, path);
        if (!unit) throw new Failure(`未找到单位 ${path}。There is no unit ${path}.`);
        const to = under === undefined ? undefined : await findUnit(db, null, under);
        if (under !== undefined && !to)
          throw new Failure(`未找到单位 ${under}。There is no unit ${under}.`);
        const changed = unitChanged(await unitsUnder(db, null), {
          unit,
          name: name ?? unit.name,
          parent: to ? to.id : unit.parent,
          at: Date.now(),
          by: account(),
        });
        if (typeof changed === "string")
          throw new Failure(
            `${strings("zh-CN").access.unitFault[changed]} ${strings("en").access.unitFault[changed]}`,
          );
        const actor = commandActor(account());
        const detail = { before: unit.path, name: name ?? null, under: to?.path ?? null };
        await app.deps.audit.write(
          { actor, act: "unit.changed", object: String(unit.id), detail },
          changed,
        );
        return findUnit(db, null, String(unit.id));
      });
      process.stdout.write(`${after?.path ?? ""}\n`);
    });

const importCommand = (): Command =>
  new Command("import")
    .description(
      "导入单位树（.xlsx、CSV）；不加 --yes 只预览 · import the tree; only says what it would do without --yes",
    )
    .argument("<file>")
    .option("--yes", "写入 · write it", false)
    .action(async (path: string, { yes }: { yes: boolean }) => {
      const sheet = await sheetAt(path);
      const read =
        "faults" in sheet ? { lines: [], faults: sheet.faults } : readUnitSheet(sheet.rows);
      const text = await withWorld(async ({ app, db }) => {
        const by = account();
        const plan = await planUnits(db, null, read.lines, { now: Date.now(), by });
        const faults = [...read.faults, ...plan.faults].sort((a, b) => a.line - b.line);
        if (faults.length > 0)
          throw new Failure(
            [
              `未导入：${faults.length} 处有误。Nothing was imported: ${faults.length} fault(s).`,
              ...faults
                .slice(0, 50)
                .map(({ line, zh, en }) => `  第 ${line} 行 line ${line}：${zh} ${en}`),
            ].join("\n"),
          );
        const { made, renamed, moved, same, statements } = plan;
        const detail = { made: made.length, renamed: renamed.length, moved: moved.length };
        if (yes && statements.length > 0)
          await app.deps.audit.write(
            { actor: commandActor(by), act: "unit.imported", detail },
            statements,
          );
        return [
          `${yes ? "已导入" : "将导入（加 --yes 写入）"}：新增 ${made.length}、改名 ${renamed.length}、移动 ${moved.length}、不变 ${same}。`,
          `${yes ? "Imported" : "Would import (write with --yes)"}: ${made.length} new, ${renamed.length} renamed, ${moved.length} moved, ${same} as they are.`,
          ...made.map(({ path: at }) => `  + ${at}`),
          ...[...renamed, ...moved].map(({ from, to }) => `  ${from} → ${to}`),
        ].join("\n");
      });
      process.stdout.write(`${text}\n`);
    });
