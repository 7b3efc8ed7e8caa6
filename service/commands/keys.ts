import { randomBytes } from "node:crypto";
import { Command, Option } from "commander";
import { linksOf, markOf, versionOf } from "../access/case-names.ts";
import { commandActor } from "../access/caller.ts";
import { CASE_KEY_HASHES, type CaseKeyHash } from "../access/keyed-hash.ts";
import { keyFor } from "../access/seal.ts";
import { auditLog } from "../audit/audit-log.ts";
import { settingsFrom } from "../config-file.ts";
import { type Config, configFrom } from "../config.ts";
import type { Database } from "../db/database.ts";
import { databasePath, lockDatabase, serving } from "../db/lock.ts";
import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/open.ts";
import { counted } from "../db/replicated.ts";
import type { Keys } from "../http/deps.ts";
import { keysIn } from "../keys.ts";
import { forgetFormer, planRotation, roomFor, rotate } from "../rotation/rotate.ts";
import { Failure } from "./failure.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

/** `shixian keys`: by which secrets cases are named. */
export const keysCommand = (): Command =>
  new Command("keys")
    .description(
      "办件密钥：查看、更换、销毁旧密钥 · the case keys: show, rotate, forget former ones",
    )
    .addCommand(showCommand())
    .addCommand(rotateCommand())
    .addCommand(forgetCommand());

const showCommand = (): Command =>
  new Command("show")
    .description("密钥版本与算法，不含密钥本身 · versions and hashes, never a secret")
    .action(async () => {
      const keys = await withWorld(async ({ app }) => app.deps.keys);
      const { store = null, former = [] } = keys;
      process.stdout.write(
        `${JSON.stringify({
          version: versionOf(keys),
          hashes: linksOf(keys).map(({ hash }) => hash),
          store: store?.cipher ?? null,
          mark: markOf(keys),
          former: former.map(({ version }) => version),
        })}\n`,
      );
    });

interface Options {
  yes: boolean;
  hash?: CaseKeyHash;
  servicesStopped: boolean;
}

const rotateCommand = (): Command =>
  new Command("rotate")
    .description(
      "更换办件密钥并重写已有编号散列；须先停止服务，不加 --yes 只预览 · new secrets, and every stored name rewritten; the service must be stopped; only says what it would do without --yes",
    )
    .addOption(
      new Option("--hash <hash>", "改用的算法 · the hash from now on").choices(CASE_KEY_HASHES),
    )
    .option("--yes", "执行 · do it", false)
    .option(
      "--services-stopped",
      "数据库在 libSQL 服务器上时：确认所有服务进程均已停止 · with a libSQL server: all services are stopped",
      false,
    )
    .action(async (options: Options) => {
      // CASE_KEY_HASH says how it is, and this changes it
      const config = configFrom({ ...settingsFrom(process.env), CASE_KEY_HASH: "" });
      if (databasePath(config.databaseUrl) === undefined && options.yes && !options.servicesStopped)
        throw new Failure(
          "请先停止使用该数据库的所有服务进程，再加 --services-stopped。Stop every service that uses this database, then add --services-stopped.",
        );
      await alone(config, async (db, keys) => {
        const plan = await planRotation(
          { db, folder: config.data, keys, random: randomBytes },
          options.hash,
        );
        const [records] = await db.values("SELECT count(*) FROM records");
        const [cases] = await db.values("SELECT count(*) FROM cases");
        const told = {
          kind: plan.kind,
          from: plan.from.version,
          to: versionOf(plan.to),
          hash: linksOf(plan.to).at(-1)?.hash,
          records: Number(records?.[0]),
          cases: Number(cases?.[0]),
        };
        if (!options.yes) {
          process.stdout.write(`${JSON.stringify({ ...told, done: false })}\n`);
          process.stderr.write(
            "未执行；加 --yes 执行。中断后再次执行同一命令即可继续。Nothing was done: do it with --yes. Cut off, the same command goes on.\n",
          );
          return;
        }
        enoughRoom(config);
        const done = await rotate(
          {
            db,
            folder: config.data,
            keys,
            actor: commandActor(account()),
            random: randomBytes,
            now: Date.now(),
            progress: (n) => process.stderr.write(`${n}/${told.records}\n`),
          },
          plan,
        );
        process.stdout.write(`${JSON.stringify({ ...told, ...done, done: true })}\n`);
        process.stderr.write(
          "密钥已更换。请重新备份密钥文件和数据库，并销毁以前的备份（含恢复时另存的 *.before-*）：其中仍是旧密钥下的编号散列。终端无须重新登记。\n" +
            "The keys are changed. Back up the key files and the database anew and destroy earlier backups (and *.before-* of a restore): they hold names under the former keys. Browsers need no new enrolment.\n",
        );
      });
    });

const forgetCommand = (): Command =>
  new Command("forget")
    .description(
      "销毁旧的库内密钥：更换前的链接、审计条目和备份将无法再对应到办件 · destroy former store keys: links, acts and backups from before a rotation lead to no case any more",
    )
    .option("--yes", "执行 · do it", false)
    .action(async ({ yes }: { yes: boolean }) => {
      const config = configFrom(settingsFrom(process.env));
      await alone(config, async (db, keys) => {
        const versions = (keys.former ?? []).map(({ version }) => version);
        if (yes && versions.length > 0) {
          await auditLog(db, { key: keyFor(keys.seal, "audit"), now: Date.now }).write({
            actor: commandActor(account()),
            act: "keys.forgotten",
            object: versions.join(","),
          });
          forgetFormer(config.data);
        }
        process.stdout.write(`${JSON.stringify({ former: versions, forgotten: yes })}\n`);
      });
    });

/** With the database to itself: no service runs, and none starts meanwhile. */
async function alone(
  config: Config,
  act: (db: Database, keys: Keys) => Promise<void>,
): Promise<void> {
  const pid = serving(config.databaseUrl);
  if (pid !== undefined)
    throw new Failure(`请先停止服务（进程 ${pid}）。Stop the service (process ${pid}) first.`);
  const unlock = lockDatabase(config.databaseUrl);
  try {
    const keys = keysIn(config.data, randomBytes, config.caseKeyHash);
    const bare = openDatabase(config.databaseUrl, { authToken: config.databaseAuthToken });
    try {
      await migrate(bare, Date.now());
      await act(bare.kind === "remote" ? counted(bare) : bare, keys);
    } finally {
      await bare.close();
    }
  } finally {
    unlock();
  }
}

function enoughRoom({ databaseUrl }: Config): void {
  const path = databasePath(databaseUrl);
  if (path === undefined) return;
  const { needed, free } = roomFor(path);
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`;
  if (free < needed)
    throw new Failure(
      `磁盘空间不足：需要 ${megabytes(needed)}，剩余 ${megabytes(free)}。Not enough room on the disk: ${megabytes(needed)} needed, ${megabytes(free)} free.`,
    );
}
