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
          "密钥文件（*.secret、case-key.hash）不在备份中，请另行保管。The key files (*.secret, case-key.hash) are not in the backup: keep them elsewhere.\n",
        );
      }),
    );
