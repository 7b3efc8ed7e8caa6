import { Command } from "commander";
import { label } from "#shared/limit/regime.ts";
import { commandActor } from "../access/caller.ts";
import { findUnit } from "../access/units.ts";
import { regimeFile } from "../rules/rule-file.ts";
import { chooseRegime } from "../rules/rule-source.ts";
import { Failure } from "./failure.ts";
import { account, changesText, importRules, readRuleFile } from "./rule-text.ts";
import { withWorld } from "./world.ts";

/** `shixian regime`: the rule sets by which cases are judged. */
export const regimeCommand = (): Command =>
  new Command("regime")
    .description("判定规则 · the rule sets by which cases are judged")
    .addCommand(importCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(useCommand());

const importCommand = (): Command =>
  new Command("import")
    .description("导入自定规则（JSON，由内置规则复制修改）· import a rule set of one's own")
    .argument("<file>")
    .option("--by <name>", "导入人或账号 · who imports it", account())
    .action(async (path: string, { by }: { by: string }) => {
      const content = readRuleFile(path, regimeFile);
      const text = await withWorld(async (world) => {
        const { file, fresh, changed } = await importRules(world, content, by);
        if (!fresh)
          return `规则 ${file.name} 内容与已导入的相同，未重复导入。It is already there: nothing was imported.`;
        return [
          `已导入规则 ${file.name}；启用请执行 regime use ${file.name}。Imported; to judge by it: regime use ${file.name}.`,
          changesText(changed),
        ].join("\n");
      });
      process.stdout.write(`${text}\n`);
    });

const listCommand = (): Command =>
  new Command("list").description("列出规则 · list the rule sets").action(async () => {
    const { book, used } = await withWorld(async ({ app: { deps } }) => ({
      book: await deps.rules.book(),
      used: (await deps.rules.judging(null)).regime.id,
    }));
    const lines = book.regimes.map((each) => {
      const file = book.files.find(({ kind, name }) => kind === "regime" && name === each.id);
      const from = file
        ? `导入 imported ${new Date(file.importedAt).toISOString()} ${file.importedBy}`
        : "内置 shipped";
      return `${each.id === used ? "*" : " "} ${label(each)}  ${each.name["zh-CN"]}  ${each.name.en}  ${from}`;
    });
    process.stdout.write(`${lines.join("\n")}\n`);
  });

const showCommand = (): Command =>
  new Command("show")
    .description("输出规则的 JSON，可复制修改后导入 · print a rule set, to be copied and changed")
    .argument("<id>")
    .action(async (id: string) => {
      const found = (await withWorld(({ app }) => app.deps.rules.book())).regime(id);
      if (!found) throw new Failure(`没有规则 ${id}。There is no rule set ${id}.`);
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    });

const useCommand = (): Command =>
  new Command("use")
    .description("指定默认判定规则 · judge by this rule set")
    .argument("<id>")
    .option("--unit <path>", "只用于该单位及其下级 · for this unit and what lies below it only")
    .option("--by <name>", "指定人或账号 · who chooses it", account())
    .action(async (id: string, { unit: path, by }: { unit?: string; by: string }) => {
      const chosen = await withWorld(async ({ app, db }) => {
        const unit = path === undefined ? null : await findUnit(db, null, path);
        if (unit === undefined) throw new Failure(`未找到单位 ${path}。There is no unit ${path}.`);
        const regime = await chooseRegime(db, {
          regime: id,
          unit: unit?.id ?? null,
          now: Date.now(),
          by,
        });
        await app.deps.audit.write({
          actor: commandActor(by),
          act: "rules.chosen",
          object: unit?.path ?? "",
          detail: { regime: id },
        });
        return regime;
      });
      process.stdout.write(`${path ?? "全部单位 all units"}：${chosen}\n`);
    });
