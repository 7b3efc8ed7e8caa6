import { type CaseKeys, type Former, keysThen, markOf, versionOf } from "../access/case-names.ts";
import type { Database } from "../db/database.ts";

/** How the keys that lie beside a database fit it. */
export type KeyState =
  | { kind: "same" }
  /** nothing is written under any keys yet, or by a program that did not say which */
  | { kind: "unmarked" }
  /** those of a rotation that was cut off after the database had changed */
  | { kind: "next" }
  /** a backup from before a rotation */
  | { kind: "former"; former: Former }
  /** keys that are not here: these files are older than the database, or another's, or what was there was forgotten */
  | { kind: "unknown"; version: number };

/** @param next keys of a rotation that was cut off */
export async function keyStateOf(
  db: Database,
  keys: CaseKeys,
  next: CaseKeys | undefined,
): Promise<KeyState> {
  const [row] = await db.values(
    "SELECT version, mark FROM case_keys ORDER BY version DESC LIMIT 1",
  );
  const formers = keys.former ?? [];
  if (!row) {
    const [used] = await db.values("SELECT 1 FROM records LIMIT 1");
    if (!used || versionOf(keys) === 1) return { kind: "unmarked" };
    // before databases said so, there was one key and nothing sealed
    const first = formers.find(({ version, store }) => version === 1 && store === null);
    return first ? { kind: "former", former: first } : { kind: "unknown", version: 1 };
  }
  const mark = String(row[1]);
  if (mark === markOf(keys)) return { kind: "same" };
  if (next && mark === markOf(next)) return { kind: "next" };
  const former = formers.find((each) => mark === markOf(keysThen(keys, each)));
  return former ? { kind: "former", former } : { kind: "unknown", version: Number(row[0]) };
}

/** What to tell whoever starts the service with keys that are not its database's. */
export function keyFault(keys: CaseKeys, state: KeyState): string | undefined {
  const here = versionOf(keys);
  if (state.kind === "former")
    return (
      `数据库使用第 ${state.former.version} 版办件密钥，密钥文件为第 ${here} 版：这是更换密钥之前的备份。请执行 shixian keys rotate --yes 将其换到第 ${here} 版。` +
      `The database is of case-key version ${state.former.version}, the key files are of version ${here}: it is a backup from before a rotation. Bring it to version ${here} with shixian keys rotate --yes.`
    );
  if (state.kind === "unknown")
    return (
      `数据库使用第 ${state.version} 版办件密钥，密钥文件（第 ${here} 版）中没有它。请恢复与该数据库同时保存的 case-key.secret 和 case-keys.secret。` +
      `The database is of case-key version ${state.version}, which the key files (version ${here}) do not hold. Restore the case-key.secret and case-keys.secret that belong to it.`
    );
  return undefined;
}
