import { join, resolve } from "node:path";
import { z } from "zod";
import { CASE_KEY_HASHES, type CaseKeyHash } from "./access/keyed-hash.ts";

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
  DATABASE_REPLICA_URL: {
    schema: z.string().regex(/^(https?|libsql|wss?):\/\/.+$/),
    fix: "须以 http(s)://、libsql:// 或 ws(s):// 开头，为 DATABASE_URL 所指服务器的副本。The address of a replica of the server at DATABASE_URL.",
  },
  DEVICE_KEYS: {
    schema: z.enum(["optional", "required"]),
    fix: "须为 optional 或 required（要求每台终端持有密钥）。optional or required.",
  },
  CASE_KEY_HASH: {
    schema: z.enum(CASE_KEY_HASHES),
    fix: "须为 sha256 或 sm3（国密），首次运行前设定。sha256 or sm3, set before the first run.",
  },
  RATE_LIMITS: {
    schema: z.enum(["on", "off"]),
    fix: "须为 on 或 off（由前置网关限流时）。on, or off where a gateway limits.",
  },
  SHIXIAN_DATA: {
    schema: z.string().min(1),
    fix: "须为数据目录，例如 SHIXIAN_DATA=/var/lib/shixian。The data folder.",
  },
  SHIXIAN_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fix: "须为用户在浏览器中输入的完整地址，例如 SHIXIAN_URL=https://shixian.example.gov.cn。The whole address that people type.",
  },
  SHIXIAN_BEHIND_PROXY: {
    schema: z.enum(["0", "1"]),
    fix: "须为 1（前有反向代理，取 X-Forwarded-For 的最后一个地址）或 0。1 behind a proxy, else 0.",
  },
  SHIXIAN_OIDC_ISSUER: {
    schema: z.url({ protocol: /^https?$/ }),
    fix: "须为统一身份认证（OpenID Connect）的 issuer 地址。The issuer's address.",
  },
  SHIXIAN_OIDC_CLIENT: { schema: z.string().min(1), fix: "须为 client id。The client id." },
  SHIXIAN_OIDC_SECRET: { schema: z.string().min(1), fix: "须为 client secret。The client secret." },
  SHIXIAN_OIDC_CLAIM: {
    schema: z.string().regex(/^\w+$/),
    fix: "须为作为账号的声明名，默认 sub。The claim that names the account, sub by default.",
  },
  SHIXIAN_OIDC_NAME: {
    schema: z.string().min(1).max(40),
    fix: "须为登录按钮上的名称，例如 市统一身份认证。The name on the button.",
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
  /** where reports are read from */
  databaseReplicaUrl?: string;
  /** whether a device without a key of its own is served */
  deviceKeys: "optional" | "required";
  caseKeyHash: CaseKeyHash | undefined;
  rateLimits: boolean;
  publicUrl: URL | null;
  behindProxy: boolean;
  oidc: OidcConfig | null;
}

export interface OidcConfig {
  issuer: URL;
  client: string;
  secret: string | undefined;
  claim: string;
  name: string | undefined;
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
  const replica = read("DATABASE_REPLICA_URL");
  const config: Config = {
    port: read("PORT") ?? 8787,
    host: read("HOST") ?? "127.0.0.1",
    data,
    databaseUrl: read("DATABASE_URL") ?? `file:${join(data, "shixian.db")}`,
    databaseAuthToken: read("DATABASE_AUTH_TOKEN"),
    ...(replica !== undefined && { databaseReplicaUrl: replica }),
    deviceKeys: read("DEVICE_KEYS") ?? "optional",
    caseKeyHash: read("CASE_KEY_HASH"),
    rateLimits: read("RATE_LIMITS") !== "off",
    publicUrl: urlOf(read("SHIXIAN_URL")),
    behindProxy: read("SHIXIAN_BEHIND_PROXY") === "1",
    oidc: null,
  };
  const issuer = urlOf(read("SHIXIAN_OIDC_ISSUER"));
  const client = read("SHIXIAN_OIDC_CLIENT");
  if ((issuer === null) !== (client === undefined))
    wrong.push("SHIXIAN_OIDC_ISSUER 与 SHIXIAN_OIDC_CLIENT 须同时设置。Set both or neither.");
  if (issuer && client !== undefined) {
    if (!config.publicUrl)
      wrong.push("使用统一身份认证须设置 SHIXIAN_URL。OpenID Connect needs SHIXIAN_URL.");
    config.oidc = {
      issuer,
      client,
      secret: read("SHIXIAN_OIDC_SECRET"),
      claim: read("SHIXIAN_OIDC_CLAIM") ?? "sub",
      name: read("SHIXIAN_OIDC_NAME"),
    };
  }
  if (wrong.length > 0) throw wrongConfiguration(wrong);
  return config;
}

const urlOf = (text: string | undefined): URL | null => (text === undefined ? null : new URL(text));

export const wrongConfiguration = (faults: readonly string[]): Error =>
  new Error(`配置有误。The configuration is wrong.\n${faults.join("\n")}`);
