import { linkAddress, makeLink } from "./access/links.ts";
import type { Deps } from "./http/deps.ts";

/** While nobody has an account: a one-time link that makes the first one, new at each start. @returns what to tell whoever started the service */
export async function firstRunText(
  { db, now, random, publicUrl }: Deps,
  address: string,
): Promise<string | undefined> {
  const [there] = await db.values("SELECT 1 FROM users LIMIT 1");
  if (there) return undefined;
  const { secret, expiresAt, statements } = makeLink(null, { now: now(), random });
  await db.write(statements);
  return [
    "尚未设立管理员。请在浏览器中打开下列一次性链接，设立首个安全管理员：",
    "There is no administrator yet. Open this one-time link to make the first one:",
    `  ${linkAddress(publicUrl?.href ?? address, secret, true)}`,
    `  （有效至 until ${new Date(expiresAt).toISOString()}，重新启动会换新 · a new one at each start）`,
  ].join("\n");
}
