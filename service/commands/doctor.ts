import { Command } from "commander";
import { settingsFrom } from "../config-file.ts";
import { configFrom } from "../config.ts";
import { examine, redacted } from "../doctor.ts";
import { PROGRAM } from "../program.ts";
import { withWorld } from "./world.ts";

const MARK = { ok: "✓", warning: "!", error: "✗" } as const;

/** `shixian doctor`: exits 1 when something is wrong; warnings do not fail. */
export const doctorCommand = (): Command =>
  new Command("doctor")
    .description(
      "检查日历、磁盘、记录、终端与配置 · examine calendar, disk, log, devices and configuration",
    )
    .option("--json", "每项一行 JSON · one JSON line for each finding", false)
    .action(async ({ json }: { json: boolean }) =>
      withWorld(async ({ app, db }) => {
        const config = configFrom(settingsFrom(process.env));
        const findings = await examine(db, config, app.deps.keys, Date.now());
        const lines = json
          ? [
              { program: PROGRAM, node: process.version, config: redacted(config) },
              ...findings,
            ].map((each) => JSON.stringify(each))
          : [
              `${PROGRAM} · Node ${process.version}`,
              ...Object.entries(redacted(config)).map(([key, value]) => `  ${key}: ${value}`),
              ...findings.map(({ level, zh, en }) => `${MARK[level]} ${zh} ${en}`),
            ];
        process.stdout.write(`${lines.join("\n")}\n`);
        if (findings.some(({ level }) => level === "error")) process.exitCode = 1;
      }),
    );
