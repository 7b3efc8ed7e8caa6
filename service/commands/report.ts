import { writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { LANGUAGES, type Language } from "#shared/strings/strings.ts";
import { parseDay } from "#shared/time/day.ts";
import { reports } from "../reports/reports.ts";
import { makeReport } from "../routes/get-report.ts";
import { COMPARES } from "../routes/shapes/report.ts";
import { FORMAT_NAMES, type Format, rendered } from "../sheets/formats.ts";
import { Failure } from "./failure.ts";
import { withWorld } from "./world.ts";

interface Options {
  from?: string;
  to?: string;
  period?: string;
  compare?: (typeof COMPARES)[number];
  unit?: string;
  asOf?: string;
  department?: string;
  item?: string;
  portal?: string;
  param: Record<string, string>;
  format: Format;
  lang: Language;
  out?: string;
}

const dayOption = (text: string): string => {
  if (parseDay(text) === undefined)
    throw new InvalidArgumentError("须为有效日期 YYYY-MM-DD · a day that exists, YYYY-MM-DD");
  return text;
};

const pair = (text: string, all: Record<string, string>): Record<string, string> => {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("须为 名称=值 · name=value");
  return { ...all, [text.slice(0, at)]: text.slice(at + 1) };
};

/** `shixian report NAME`: the same document as `GET /v1/reports/NAME`, over every unit unless one is named. */
export const reportCommand = (): Command =>
  new Command("report")
    .description("生成报表 · make a report")
    .argument("<name>", reports.map(({ id, title }) => `${id} ${title("zh-CN")}`).join("；"))
    .option("--from <day>", "起始日（含）· first day", dayOption)
    .option("--to <day>", "截止日（含）· last day", dayOption)
    .option(
      "--period <name>",
      "期间，代替起止日：2026、2026-H2、2026-Q3、2026-B6（双月）、2026-11、2026-11-H2（半月）、2026-11-X3（旬）、2026-W47、2026-11-22 · a window by name",
    )
    .addOption(
      new Option(
        "--compare <with>",
        "与上期（previous）或上年同期（last-year）对比 · with the window before or last year's",
      ).choices(COMPARES),
    )
    .option("--unit <path>", "单位及其下级，默认全部 · a unit and what lies below it")
    .option(
      "--as-of <moment>",
      "统计截至：日期（当日终了）或带时区的时间 · a day's end, or an instant",
    )
    .option("--department <name>", "承办部门 · only this department")
    .option("--item <name>", "事项 · only this item")
    .option("--portal <host>", "门户 · only this portal")
    .option(
      "--param <name=value>",
      "该报表自有的参数，可重复 · the report's own parameters",
      pair,
      {},
    )
    .addOption(new Option("--format <format>", "格式").choices(FORMAT_NAMES).default("json"))
    .addOption(new Option("--lang <language>", "语言").choices(LANGUAGES).default("zh-CN"))
    .option("--out <file>", "写入文件，默认标准输出 · write to a file")
    .action(async (name: string, options: Options) => {
      if (!reports.some(({ id }) => id === name))
        throw new Failure(
          `没有报表 ${name}。There is no report ${name}. 可用 Available: ${reports.map(({ id }) => id).join(", ")}`,
        );
      const { format, out, param, ...asked } = options;
      const bytes = await withWorld(async ({ app }) => {
        const document = await makeReport(app.deps, null, name, { ...asked, ...param });
        if (format === "json") return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
        return Buffer.from(await rendered(document, format));
      });
      if (out !== undefined) writeFileSync(out, bytes);
      else if ((format === "xlsx" || format === "parquet") && process.stdout.isTTY)
        throw new Failure(`${format} 请用 --out 写入文件。Write ${format} to a file with --out.`);
      else await new Promise<void>((done) => process.stdout.write(bytes, () => done()));
    });
