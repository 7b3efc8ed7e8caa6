import { rmSync, statSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CaseKeys, type Former, linksOf, markOf, versionOf } from "../access/case-names.ts";
import type { CaseKeyHash } from "../access/keyed-hash.ts";
import { keyFor } from "../access/seal.ts";
import type { Random } from "../access/secrets.ts";
import type { Actor } from "../audit/chain.ts";
import { auditLog } from "../audit/audit-log.ts";
import type { Database } from "../db/database.ts";
import type { Keys } from "../http/deps.ts";
import {
  addedKeys,
  dropNext,
  nextBecomeNow,
  nextKeys,
  writeAddedKeys,
  writeNextKeys,
} from "../key-files.ts";
import { newStoreKey } from "../keys.ts";
import { keyFault, keyStateOf } from "./key-state.ts";
import { type Rekeyed, rekey } from "./rekey.ts";

export interface Rotating {
  /** migrated, and nobody else's for the time of it */
  db: Database;
  /** where the key files are */
  folder: string;
  keys: Keys;
  actor: Actor;
  random: Random;
  now: number;
  progress?: (records: number) => void;
}

export interface Rotation {
  /** `new`: other secrets · `resumed`: one that was cut off · `restored`: an older backup comes up to the keys of today · `cleaned`: only traces were left to remove */
  kind: "new" | "resumed" | "restored" | "cleaned";
  from: Former;
  to: CaseKeys;
}

/**
 * What a rotation would do now.
 * @param hash of the new link; as before when absent
 * @throws Error when the key files are not the database's, or a rotation to another hash was begun
 */
export async function planRotation(
  { db, folder, keys, random }: Pick<Rotating, "db" | "folder" | "keys" | "random">,
  hash?: CaseKeyHash,
): Promise<Rotation> {
  const added = nextKeys(folder);
  const next = added && { ...keys, ...added };
  const state = await keyStateOf(db, keys, next);
  const today: Former = { version: versionOf(keys), store: keys.store ?? null };
  if (state.kind === "former") return { kind: "restored", from: state.former, to: keys };
  const fault = keyFault(keys, state);
  if (fault !== undefined) throw new Error(fault);
  if (state.kind === "next" && next) return { kind: "cleaned", from: today, to: next };
  if (!next && (await isUnclean(db, keys))) return { kind: "cleaned", from: today, to: keys };
  const wanted = hash ?? linksOf(keys).at(-1)?.hash ?? "sha256";
  if (next) {
    if (hash !== undefined && linksOf(next).at(-1)?.hash !== hash)
      throw new Error(
        "上次更换密钥被中断，且所用算法不同：请先不加 --hash 完成它。A rotation to another hash was cut off: finish it without --hash first.",
      );
    return { kind: "resumed", from: today, to: next };
  }
  return {
    kind: "new",
    from: today,
    to: {
      ...keys,
      links: [...(keys.links ?? []), { hash: wanted, secret: random(32) }],
      store: newStoreKey(wanted, random),
      former: [...(keys.former ?? []), today],
    },
  };
}

/** Does what was planned. @returns nothing about records where only traces were removed */
export async function rotate(work: Rotating, plan: Rotation): Promise<Rekeyed | undefined> {
  const { db, folder, keys, actor, random, now, progress } = work;
  const { kind, from, to } = plan;
  let done: Rekeyed | undefined;
  if (kind !== "cleaned") {
    // on disk before anything is named by them
    if (kind === "new") writeNextKeys(folder, to);
    // one that was cut off before an older backup was restored begins anew
    if (kind === "restored") dropNext(folder);
    const audit = auditLog(db, { key: keyFor(keys.seal, "audit"), now: () => now });
    done = await rekey({
      db,
      audit,
      actor,
      sealing: keys.seal,
      random,
      now,
      from,
      to,
      ...(progress && { progress }),
    });
  }
  if (kind !== "restored" && nextKeys(folder)) nextBecomeNow(folder);
  await clean(db, folder);
  return done;
}

/** Former names go from the file too, not only from its tables: a dropped table's pages stay until they are used again. */
async function clean(db: Database, folder: string): Promise<void> {
  if (db.kind === "file") {
    await db.values("PRAGMA wal_checkpoint(TRUNCATE)");
    await db.values("VACUUM");
    await db.values("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  rmSync(join(folder, "columns"), { recursive: true, force: true });
  await db.write([{ sql: "DROP TABLE IF EXISTS rekeying" }]);
}

async function isUnclean(db: Database, keys: CaseKeys): Promise<boolean> {
  const [there] = await db.values("SELECT 1 FROM sqlite_master WHERE name = 'rekeying'");
  if (!there) return false;
  const [row] = await db.values("SELECT mark FROM rekeying");
  return row?.[0] === markOf(keys);
}

/** Destroys the former store keys: links, notes and backups from before a rotation lead nowhere then. @returns how many there were */
export function forgetFormer(folder: string): number {
  const added = addedKeys(folder);
  const many = added?.former?.length ?? 0;
  if (added && many > 0) writeAddedKeys(folder, { ...added, former: [] });
  return many;
}

/** bytes that a rotation needs beside the database at `path` (a copy of the log, its WAL, the new file), and what there is */
export function roomFor(path: string): { needed: number; free: number } {
  const { bavail, bsize } = statfsSync(dirname(path));
  return { needed: statSync(path).size * 3, free: bavail * bsize };
}
