import { Command } from "commander";
import { backup } from "../db/backup.ts";
import { withWorld } from "./world.ts";

/** `shixian backup FILE`: online, read through before it is called a backup. */
export const backupCommand = (): Command =>
  new Command("backup")
    .description(
      "在线备份并逐条校验 · copy the database while it is served, and read the copy through",
    )
    .argument("<file>", "备份文件 · the file to make")
    .action(async (file: string) =>
      withWorld(async ({ db }) => {
        const { records, devices } = await backup(db, file);
        process.stdout.write(`${JSON.stringify({ file, records, devices, verified: true })}\n`);
        process.stderr.write(
          "密钥文件 case-key.secret 不在备份中，请另行保管。The key file case-key.secret is not in the backup: keep it elsewhere.\n",
        );
      }),
    );
