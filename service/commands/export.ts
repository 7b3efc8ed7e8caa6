import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { commandActor } from "../access/caller.ts";
import { scopeOf } from "../routes/asking.ts";
import { tracesOf } from "../sheets/case-events.ts";
import { LOG_FORMAT_NAMES, type LogFormat, eventLog } from "../sheets/event-log.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

interface Options {
  format: LogFormat;
  out: string;
  asOf?: string;
  unit?: string;
}

/** `shixian export`: every case's stated times as an event log that process-mining tools and analysts read. */
export const exportCommand = (): Command =>
  new Command("export")
    .description("导出事件日志 · export an event log")
    .addOption(
      new Option("--format <format>", "格式：XES（IEEE 1849）、OCEL 2.0 JSON、Parquet")
        .choices(LOG_FORMAT_NAMES)
        .makeOptionMandatory(),
    )
    .requiredOption("--out <file>", "写入文件 · the file to write")
    .option("--as-of <moment>", "截至：日期（当日终了）或带时区的时间 · a day's end, or an instant")
    .option("--unit <path>", "单位及其下级，默认全部 · a unit and what lies below it")
    .action(async ({ format, out, asOf, unit }: Options) => {
      const written = await withWorld(async ({ app: { deps } }) => {
        const scope = await scopeOf(deps, { unit: null }, { unit, asOf });
        const units = new Set(scope.units.keys());
        const traces = tracesOf(await deps.cases.judged(units, scope.asOf, scope.judging));
        await deps.audit.write({
          actor: commandActor(account()),
          act: "data.exported",
          object: format,
          detail: { unit: unit ?? null, asOf: asOf ?? null, cases: traces.length },
        });
        const meta = {
          asOf: new Date(scope.asOf).toISOString(),
          versions: scope.versions,
        };
        await pipeline(Readable.from(eventLog(format, traces, meta)), createWriteStream(out));
        return {
          cases: traces.length,
          events: traces.reduce((n, { events }) => n + events.length, 0),
        };
      });
      process.stdout.write(
        `已导出 ${written.cases} 件、${written.events} 个事件。${written.cases} cases, ${written.events} events.\n`,
      );
    });
