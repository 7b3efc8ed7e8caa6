import { statSync, statfsSync } from "node:fs";
import { addDays, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import { databasePath, serving } from "./db/lock.ts";
import { strings } from "#shared/strings/strings.ts";
import { keyFor } from "./access/seal.ts";
import { OFFICES } from "./access/users.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import type { Keys } from "./http/deps.ts";
import { verifyLog } from "./db/verify.ts";
import { TOLERATED_SKEW } from "./derived/clock-skew.ts";
import { foldedTo } from "./derived/fold.ts";
import { ruleSource } from "./rules/rule-source.ts";

export interface Finding {
  level: "ok" | "warning" | "error";
  what: string;
  zh: string;
  en: string;
}

const DAY = 86_400_000;
const SILENT_DAYS = 3;
const SCARCE_BYTES = 1024 ** 3;

/** What an administrator should know before somebody else notices. */
export async function examine(
  db: Database,
  config: Config,
  keys: Keys,
  now: number,
): Promise<Finding[]> {
  return [
    await calendar(db, now),
    ...disk(config),
    await log(db),
    await fold(db),
    ...(await devices(db, now)),
    await acts(db, keys.seal),
    ...(await people(db, now)),
  ];
}

async function calendar(db: Database, now: number): Promise<Finding> {
  const { covered } = (await ruleSource(db).judging(null)).calendar;
  const last = isoDay(addDays(covered.to, -1));
  const left = covered.to - dayOf(now as Instant);
  return {
    level: left > 60 ? "ok" : left > 0 ? "warning" : "error",
    what: "calendar",
    zh: `节假日安排已知至 ${last}${left > 60 ? "" : "，请以 shixian calendar import 导入下一年度通知，或更新程序"}。`,
    en: `Holidays are known up to ${last}${left > 60 ? "" : ": import the next year's notice (shixian calendar import) or update the program"}.`,
  };
}

function disk({ data, databaseUrl }: Config): Finding[] {
  const path = databasePath(databaseUrl);
  const { bavail, bsize } = statfsSync(data);
  const free = bavail * bsize;
  const size = path === undefined ? undefined : statSync(path).size;
  const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  const pid = serving(databaseUrl);
  return [
    {
      level:
        free < SCARCE_BYTES ? "error" : size !== undefined && free < size * 2 ? "warning" : "ok",
      what: "disk",
      zh: `数据目录剩余 ${gigabytes(free)}${size === undefined ? "" : `，数据库 ${gigabytes(size)}`}。`,
      en: `${gigabytes(free)} free for the data${size === undefined ? "" : `, the database is ${gigabytes(size)}`}.`,
    },
    {
      level: "ok",
      what: "service",
      zh: pid === undefined ? "本机没有服务进程占用该数据库。" : `服务正在运行（进程 ${pid}）。`,
      en:
        pid === undefined
          ? "No service on this machine uses the database."
          : `The service runs (process ${pid}).`,
    },
  ];
}

async function log(db: Database): Promise<Finding> {
  const { records, faults } = await verifyLog(db);
  return faults.length === 0
    ? {
        level: "ok",
        what: "log",
        zh: `观测记录 ${records} 条，逐条校验无误。`,
        en: `${records} records, each as it was acknowledged.`,
      }
    : {
        level: "error",
        what: "log",
        zh: `观测记录受损：${faults.join("；")}`,
        en: `The log is damaged: ${faults.join("; ")}`,
      };
}

async function fold(db: Database): Promise<Finding> {
  const [last] = await db.values("SELECT coalesce(max(id), 0) FROM batches");
  const behind = Number(last?.[0]) - (await foldedTo(db));
  return {
    level: "ok",
    what: "fold",
    zh: `待归并批次 ${behind} 个。`,
    en: `${behind} batches wait to be folded.`,
  };
}

async function acts(db: Database, seal: Uint8Array): Promise<Finding> {
  const { entries, purged, head, faults } = await verifyAudit(db, keyFor(seal, "audit"));
  return faults.length === 0
    ? {
        level: "ok",
        what: "audit",
        zh: `审计日志 ${entries} 条（已清理 ${purged} 条），链校验无误，链尾 ${head.id}:${head.hash}。`,
        en: `${entries} acts (${purged} purged), the chain is whole, its head is ${head.id}:${head.hash}.`,
      }
    : {
        level: "error",
        what: "audit",
        zh: `审计日志被改动：${faults.join("；")}`,
        en: `The record of acts was tampered with: ${faults.join("; ")}`,
      };
}

async function people(db: Database, now: number): Promise<Finding[]> {
  const rows = await db.values(
    "SELECT role, count(*) FROM users WHERE disabled_at IS NULL AND (expires_at IS NULL OR expires_at > ?) GROUP BY role",
    [now],
  );
  const there = new Map(rows.map(([role, n]) => [String(role), Number(n)]));
  const missing = OFFICES.filter((office) => !there.has(office));
  if (missing.length === 0) return [];
  return [
    {
      level: "warning",
      what: "people",
      zh: `尚未设立：${missing.map((role) => strings("zh-CN").access.roles[role]).join("、")}。`,
      en: `Nobody is yet: ${missing.map((role) => strings("en").access.roles[role]).join(", ")}.`,
    },
  ];
}

async function devices(db: Database, now: number): Promise<Finding[]> {
  const rows = await db.all(
    `SELECT public_id, name, last_at, skew, conflicts,
       (SELECT count(*) - 1 + (min(first_seq) > 1) FROM runs WHERE device = devices.id HAVING count(*) > 0) AS gaps
     FROM devices WHERE revoked_at IS NULL ORDER BY id`,
  );
  return rows.flatMap((row): Finding[] => {
    const name = row.name === "" ? String(row.public_id) : String(row.name);
    const found: Finding[] = [];
    const warn = (zh: string, en: string): void =>
      void found.push({
        level: "warning",
        what: "device",
        zh: `终端 ${name}：${zh}。`,
        en: `Device ${name}: ${en}.`,
      });
    const silent = row.last_at === null ? undefined : Math.floor((now - Number(row.last_at)) / DAY);
    if (silent === undefined) warn("登记后从未上报", "has never sent anything");
    else if (silent >= SILENT_DAYS) warn(`已 ${silent} 天未上报`, `silent for ${silent} days`);
    if (Number(row.gaps) > 0)
      warn(`有 ${Number(row.gaps)} 段记录缺失`, `${Number(row.gaps)} gaps in its records`);
    if (Math.abs(Number(row.skew)) > TOLERATED_SKEW)
      warn(
        `时钟偏差 ${Math.round(Number(row.skew) / 60_000)} 分钟`,
        `its clock is ${Math.round(Number(row.skew) / 60_000)} minutes off`,
      );
    if (Number(row.conflicts) > 0)
      warn(
        `${Number(row.conflicts)} 次序号重复使用，可能是浏览器配置被复制`,
        `${Number(row.conflicts)} numbers used twice: the browser profile may have been copied`,
      );
    return found;
  });
}

/** The configuration as it may be shown: an address without its password, no token. */
export const redacted = (config: Config): Record<string, string | number> => ({
  port: config.port,
  host: config.host,
  data: config.data,
  databaseUrl: config.databaseUrl.replace(/\/\/[^@/]*@/, "//…@").replace(/\?.*$/, ""),
  deviceKeys: config.deviceKeys,
  caseKeyHash: config.caseKeyHash ?? "as at the first run",
  rateLimits: config.rateLimits ? "on" : "off",
  databaseAuthToken: config.databaseAuthToken === undefined ? "not set" : "set",
});
