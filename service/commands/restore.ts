import { Command } from "commander";
import { settingsFrom } from "../config-file.ts";
import { configFrom } from "../config.ts";
import { restore } from "../db/backup.ts";
import { withWorld } from "./world.ts";

/** `shixian restore FILE`: verified first; devices send again what the backup is too old to hold. */
export const restoreCommand = (): Command =>
  new Command("restore")
    .description("校验备份并恢复 · verify a backup and put it in the database's place")
    .argument("<file>", "备份文件 · the backup")
    .option(
      "--replace",
      "替换现有数据库，原库另存 · replace the database that is there, keeping it aside",
      false,
    )
    .action(async (file: string, { replace }: { replace: boolean }) => {
      const { records, devices } = await restore(
        file,
        configFrom(settingsFrom(process.env)).databaseUrl,
        {
          replace,
          now: Date.now(),
        },
      );
      process.stdout.write(`${JSON.stringify({ records, devices, restored: true })}\n`);
      // whether the key files fit is better known now than when the service is to start
      await withWorld(async () => undefined);
    });
