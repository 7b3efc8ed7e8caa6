import { join, resolve } from "node:path";
import { z } from "zod";

/** Every key, with what to do when it is wrong. Empty counts as not set. A secret is never shown. */
const KEYS = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535),
    fix: "须为 0–65535 的整数，例如 PORT=8787。An integer 0–65535.",
  },
  HOST: {
    schema: z.string().regex(/^[\w.:-]+$/),
    fix: "须为主机名或地址，例如 HOST=0.0.0.0。A host name or address.",
  },
  DATABASE_URL: {
    schema: z.string().regex(/^(file:.+|(https?|libsql|wss?):\/\/.+)$/),
    fix: "须以 file: 或 http(s)://、libsql://、ws(s):// 开头。It starts with file: or with http(s)://, libsql://, ws(s)://.",
  },
  DATABASE_AUTH_TOKEN: {
    schema: z.string().min(1),
    fix: "须为数据库服务器的令牌。The token of the database server.",
  },
  DEVICE_KEYS: {
    schema: z.enum(["optional", "required"]),
    fix: "须为 optional 或 required（要求每台终端持有密钥）。optional or required.",
  },
  SHIXIAN_DATA: {
    schema: z.string().min(1),
    fix: "须为数据目录，例如 SHIXIAN_DATA=/var/lib/shixian。The data folder.",
  },
} as const;
type Key = keyof typeof KEYS;

/** The names that a configuration file may hold. */
export const CONFIG_KEYS: readonly string[] = Object.keys(KEYS);

/** Names and values, wherever they were written. */
export type Settings = Readonly<Record<string, string | undefined>>;

export interface Config {
  port: number;
  host: string;
  data: string;
  databaseUrl: string;
  databaseAuthToken: string | undefined;
  /** whether a device without a key of its own is served */
  deviceKeys: "optional" | "required";
}

/** @throws Error naming each wrong key and what to do about it, never its value */
export function configFrom(settings: Settings): Config {
  const wrong: string[] = [];
  const read = <K extends Key>(key: K): z.infer<(typeof KEYS)[K]["schema"]> | undefined => {
    const text = settings[key];
    if (text === undefined || text === "") return undefined;
    const found = KEYS[key].schema.safeParse(text);
    if (found.success) return found.data as z.infer<(typeof KEYS)[K]["schema"]>;
    wrong.push(`${key}: ${KEYS[key].fix}`);
    return undefined;
  };
  const data = resolve(read("SHIXIAN_DATA") ?? "data");
  const config: Config = {
    port: read("PORT") ?? 8787,
    host: read("HOST") ?? "127.0.0.1",
    data,
    databaseUrl: read("DATABASE_URL") ?? `file:${join(data, "shixian.db")}`,
    databaseAuthToken: read("DATABASE_AUTH_TOKEN"),
    deviceKeys: read("DEVICE_KEYS") ?? "optional",
  };
  if (wrong.length > 0) throw wrongConfiguration(wrong);
  return config;
}

export const wrongConfiguration = (faults: readonly string[]): Error =>
  new Error(`配置有误。The configuration is wrong.\n${faults.join("\n")}`);
