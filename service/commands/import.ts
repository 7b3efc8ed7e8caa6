import { createInterface } from "node:readline/promises";
import { Command, InvalidArgumentError } from "commander";
import { commandActor } from "../access/caller.ts";
import { ensureUnit } from "../access/units.ts";
import type { App } from "../app.ts";
import { carriedFile, isCarried } from "../import/carried-file.ts";
import { type CarriedResult, importCarried } from "../import/import-carried.ts";
import { importedDetail } from "../import/imported-detail.ts";
import { type ImportPlan, type ImportResult, planImport } from "../import/import-file.ts";
import { mappable } from "../import/mapping.ts";
import { parseInstant } from "#shared/time/instant.ts";
import { isMoment, latest } from "#shared/time/moment.ts";
import { Failure } from "./failure.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

interface Options {
  yes: boolean;
  map: readonly Said[];
  unit: string;
  sheet?: string;
  seenAt?: number;
}

type Said = readonly [concept: string, header: string];

const pair = (text: string, all: readonly Said[]): readonly Said[] => {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("须为 名称=表头 · concept=header");
  return [...all, [text.slice(0, at).trim(), text.slice(at + 1)]];
};

/** Any number of columns may be left out (`other=`); every other name means one column. */
const mapOf = (
  said: readonly Said[],
): { map: Record<string, string>; ignore: readonly string[] } => ({
  map: Object.fromEntries(said.filter(([concept]) => concept !== "other")),
  ignore: said.filter(([concept]) => concept === "other").map(([, header]) => header),
});

function moment(text: string): number {
  const at = isMoment(text) ? latest(text) : parseInstant(text);
  if (at === undefined)
    throw new InvalidArgumentError("须为 YYYY-MM-DD 或带时区的时间 · a day, or an instant");
  return at;
}

/**
 * `shixian import FILE`: a 台账 or an event log becomes observations whose source is the file; an outbox that a browser exported is taken
 * as if it had been sent.
 */
export const importCommand = (): Command =>
  new Command("import")
    .description(
      "导入台账、事件日志（.xlsx、CSV）或浏览器导出的上报文件 · import a ledger, an event log or an outbox file",
    )
    .argument("<file>", ".xlsx、CSV 或上报文件 .jsonl · .xlsx, CSV or an exported outbox")
    .option("--yes", "接受识别结果，不再询问 · accept the mapping", false)
    .option(
      "--map <concept=header>",
      `指定某列的含义，可重复 · what a column means; repeatable: ${mappable.join(" ")}`,
      pair,
      [],
    )
    .option("--unit <path>", "归属单位 · the unit that it belongs to", "导入")
    .option("--sheet <name>", "工作表名称 · which sheet")
    .option(
      "--seen-at <moment>",
      "文件的数据截至时间 · until when the file's statements were true",
      moment,
    )
    .action(async (path: string, options: Options) => {
      const now = Date.now();
      const { map, sheet, seenAt } = options;
      if (await isCarried(path)) {
        if (map.length > 0 || sheet !== undefined || seenAt !== undefined)
          throw new Failure(
            "上报文件自带全部内容，不能与 --map、--sheet、--seen-at 同用。An outbox file says all itself: leave out --map, --sheet and --seen-at.",
          );
        await carry(path, now);
        return;
      }
      const plan = await planImport(
        {
          path,
          ...mapOf(map),
          ...(sheet !== undefined && { sheet }),
          ...(seenAt !== undefined && { seenAt }),
        },
        now,
      );
      process.stdout.write(`${mappingText(plan)}\n`);
      if (!options.yes && !(await confirmed()))
        throw new Failure(
          "未导入。确认无误请加 --yes，更正请用 --map 名称=表头。Nothing was imported. Accept with --yes, correct with --map concept=header.",
        );
      const result = await withWorld(async ({ app, db }) => {
        const unit = await ensureUnit(db, options.unit);
        const brought = await plan.into({
          db,
          log: app.log,
          keys: app.deps.keys,
          unit: unit.id,
          now,
          random: app.deps.random,
          program: app.deps.program,
        });
        await noted(app, unit.path, importedDetail(brought));
        return brought;
      });
      process.stdout.write(`${resultText(result)}\n`);
      if (result.problems > 0) process.stderr.write(`${problemsText(result)}\n`);
    });

const noted = ({ deps }: App, object: string, detail: Record<string, unknown>): Promise<unknown> =>
  deps.audit.write({ actor: commandActor(account()), act: "data.imported", object, detail });

async function carry(path: string, now: number): Promise<void> {
  await withWorld(async ({ app, db }) => {
    const file = await carriedFile(db, path);
    const result = await importCarried(file, { log: app.log, keys: app.deps.keys, now });
    await noted(app, "", { records: file.records, ...importedDetail(result) });
    process.stdout.write(
      `${carriedText(file.device.name, file.batches.length, file.records, result)}\n`,
    );
  });
}

function carriedText(
  device: string,
  batches: number,
  records: number,
  { accepted, known, refused, gaps }: CarriedResult,
): string {
  const missing = gaps.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  return [
    `终端 ${device}：签名无误，${batches} 批 ${records} 条记录：新增 ${accepted}，已有 ${known}。`,
    `Device ${device}: the signature is right; ${batches} batches, ${records} records: ${accepted} new, ${known} already stored.`,
    ...refusedLine(refused),
    ...(missing === ""
      ? []
      : [`该终端仍缺记录 ${missing}。Records still missing of this device: ${missing}.`]),
  ].join("\n");
}

const refusedLine = (refused: Record<string, number>): string[] => {
  const gone = Object.entries(refused).map(([code, n]) => `${code} ${n}`);
  return gone.length > 0 ? [`拒收 refused: ${gone.join(", ")}`] : [];
};

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^\s*(y|yes|是)\s*$/i.test(await terminal.question("导入？Import? [y/N] "));
  } finally {
    terminal.close();
  }
}

const BY = {
  map: "指定 given",
  sure: "识别 recognised",
  guess: "猜测，不采用 a guess, not used",
} as const;

function mappingText({ mapping }: ImportPlan): string {
  const kind = mapping.events
    ? "事件日志：每行一个环节 · an event log: a row per step"
    : "台账：每行一件 · a ledger: a row per case";
  const lines = mapping.columns.map(
    ({ concept, header, by, samples }) =>
      `  ${concept.padEnd(15)} = ${header}  [${BY[by]}]  ${samples.map((text) => text.slice(0, 30)).join(" | ")}`,
  );
  const left = mapping.unused
    .filter(({ header }) => header !== "")
    .map(({ header, concept }) =>
      concept === "personal"
        ? `  –               = ${header}  [个人信息，不读取 personal, not read]`
        : `  –               = ${header}  [不采用 not used]`,
    );
  return [kind, ...lines, ...left].join("\n");
}

function resultText({
  rows,
  cases,
  records,
  accepted,
  known,
  refused,
  again,
}: ImportResult): string {
  return [
    `已读 ${rows} 行，${cases} 件，形成 ${records} 条记录：新增 ${accepted}，已有 ${known}。`,
    `${rows} rows read, ${cases} cases, ${records} records: ${accepted} new, ${known} already stored.`,
    ...(again ? ["该文件曾导入过。This file had been imported before."] : []),
    ...refusedLine(refused),
  ].join("\n");
}

const CODES: Readonly<Record<string, string>> = {
  "no-case-number": "没有办件编号，该行未导入 · no case number, the row was left out",
  contradicts:
    "与该办件前面的行不一致，以前面的为准 · says otherwise than an earlier row, which stands",
  "too-many-steps": "环节超过 500 个，该行未导入 · more than 500 steps, the row was left out",
};

function problemsText({ problems, shown }: ImportResult): string {
  const lines = shown.map(
    ({ line, field, code }) =>
      `  第 ${line} 行 line ${line}: ${field === undefined ? "" : `${field} `}${CODES[code] ?? code}`,
  );
  const more = problems - shown.length;
  return [
    `有 ${problems} 处未能采用，其余不受影响。${problems} statement(s) could not be used; the others were.`,
    ...lines,
    ...(more > 0 ? [`  …… 另有 ${more} 处 · and ${more} more`] : []),
  ].join("\n");
}
