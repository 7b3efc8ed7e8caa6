import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseKeys } from "../../../extension/outbox/case-key.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { openDatabase } from "../../../service/db/open.ts";
import type { Keys } from "../../../service/http/deps.ts";
import { keysIn } from "../../../service/keys.ts";
import { settledKeys } from "../../../service/rotation/settled-keys.ts";
import { planRotation, rotate } from "../../../service/rotation/rotate.ts";
import type { CaseKeyHash } from "../../../service/access/keyed-hash.ts";
import type { Database } from "../../../service/db/database.ts";
import { aFolder, aLook, type AService, aService, aSight, NOW } from "../a-service.ts";

export const PORTAL = "xzsp.qingyu.gov.cn";
export const ACTOR = { kind: "command", id: "t", name: "t", role: null, unit: null } as const;

/** A data folder as an installation from before there were store keys has it, or one that is new today. */
export function aDataFolder(old: boolean): string {
  const folder = join(aFolder(), "data");
  mkdirSync(folder);
  if (old) {
    writeFileSync(join(folder, "case-key.secret"), `${randomBytes(32).toString("base64")}\n`, {
      mode: 0o600,
    });
    writeFileSync(join(folder, "case-key.hash"), "sha256\n");
  }
  return folder;
}

export const urlIn = (folder: string): string => `file:${join(folder, "shixian.db")}`;

/** The service of a data folder, with its own keys: @throws Error when they are not its database's */
export async function serviceIn(folder: string): Promise<AService> {
  const db = openDatabase(urlIn(folder));
  await migrate(db, NOW);
  const keys = await settledKeys(db, folder, keysIn(folder, randomBytes), NOW).catch(
    async (error: unknown) => {
      await db.close();
      throw error;
    },
  );
  return aService({ db, url: urlIn(folder), keys });
}

/** @param crash asked before each write; when it says so, nothing more is done, as by a killed process */
export async function rotateIn(
  folder: string,
  { hash, crash = () => false }: { hash?: CaseKeyHash; crash?: () => boolean } = {},
): Promise<string> {
  const real = openDatabase(urlIn(folder));
  const guard = (): void => {
    if (crash()) throw new Error("killed");
  };
  const db: Database = {
    ...real,
    values: async (sql, args) => {
      if (/^(VACUUM|PRAGMA)/.test(sql)) guard();
      return real.values(sql, args);
    },
    write: async (statements) => {
      guard();
      const done = await real.write(statements);
      guard();
      return done;
    },
  };
  try {
    await migrate(real, NOW);
    const keys = keysIn(folder, randomBytes);
    const plan = await planRotation({ db, folder, keys, random: randomBytes }, hash);
    await rotate({ db, folder, keys, actor: ACTOR, random: randomBytes, now: NOW }, plan);
    return plan.kind;
  } finally {
    await real.close();
  }
}

export const copyOf = (folder: string): string => {
  const to = join(aFolder(), "data");
  cpSync(folder, to, { recursive: true });
  return to;
};

export const numberOf = (n: number): string => `XK-2026-${String(n).padStart(6, "0")}`;

/** What a browser calls the case, which knows the first `version` secrets. */
export async function wireName(keys: Keys, n: number, version: number): Promise<string> {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const links = (keys.links ?? [])
    .slice(0, version - 1)
    .map(({ secret, hash }) => ({ secret: base64(secret), hash }));
  const name = await caseKeys(base64(keys.caseKey), keys.caseKeyHash, links);
  return (await name({ portal: PORTAL, caseNo: numberOf(n) })) ?? "";
}

/** The look and sights of cases 1 … `count`, as a browser of that key version sends them. */
export async function seen(
  keys: Keys,
  { count, version = 1, from = 1 }: { count: number; version?: number; from?: number },
): Promise<unknown[]> {
  const records: unknown[] = [aLook(from, { portal: PORTAL, cases: count })];
  for (let n = 1; n <= count; n++)
    records.push(
      aSight(
        from + n,
        n,
        {
          item: n % 2 ? "食品经营许可" : "公共场所卫生许可",
          department: n % 3 ? "市监局" : "卫健局",
          acceptedAt: `2026-${n % 4 ? "11" : "08"}-${String(1 + (n % 17)).padStart(2, "0")}`,
          promisedLimit: { amount: 5, unit: "workday" },
          ...(n % 5 === 0 && { closedAt: "2026-11-18" }),
        },
        { caseKey: await wireName(keys, n, version), look: from },
      ),
    );
  return records;
}
