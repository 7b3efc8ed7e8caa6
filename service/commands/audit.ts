import { Command, InvalidArgumentError } from "commander";
import { keyFor } from "../access/seal.ts";
import { verifyAudit } from "../audit/verify-audit.ts";
import { purgeOld } from "../jobs.ts";
import { withWorld } from "./world.ts";

/** `shixian audit`: that nobody has changed the record of acts, and that what is too old goes. To read it, sign in as an auditor. */
export const auditCommand = (): Command =>
  new Command("audit")
    .description("审计日志的校验与清理 · verify and purge the record of acts")
    .addCommand(verifyCommand())
    .addCommand(purgeCommand());

const noted = (text: string): { id: number; hash: string } => {
  const found = /^(\d+):([\w-]{43})$/.exec(text);
  if (!found) throw new InvalidArgumentError("须为 序号:散列 · number:hash");
  return { id: Number(found[1]), hash: found[2] ?? "" };
};

const verifyCommand = (): Command =>
  new Command("verify")
    .description(
      "逐条校验散列链；有改动则退出码为 1 · read the whole chain; exits 1 when it is broken",
    )
    .option(
      "--head <id:hash>",
      "以前记下的链尾，须仍在链上 · a head that was noted before must still be in it",
      noted,
    )
    .action(async ({ head }: { head?: { id: number; hash: string } }) => {
      const result = await withWorld(({ app: { deps } }) =>
        verifyAudit(deps.db, keyFor(deps.keys.seal, "audit"), head),
      );
      const { entries, purged, faults } = result;
      if (faults.length > 0) {
        process.stderr.write(
          `审计日志被改动。The record of acts was tampered with.\n${faults.join("\n")}\n`,
        );
        process.exitCode = 1;
        return;
      }
      process.stderr.write(
        `共 ${entries} 条，另已清理 ${purged} 条，链完整；链尾如下，可另行留存。\n` +
          `${entries} acts, ${purged} purged, the chain is whole. Its head, to be kept elsewhere:\n`,
      );
      process.stdout.write(`${result.head.id}:${result.head.hash}\n`);
    });

const purgeCommand = (): Command =>
  new Command("purge")
    .description(
      "清理超过保存期的日志（服务每天自动执行） · purge what is too old; the service does so daily",
    )
    .action(async () => {
      const removed = await withWorld(({ app }) => purgeOld(app.deps));
      process.stdout.write(`已清理 ${removed} 条。${removed} acts purged.\n`);
    });
