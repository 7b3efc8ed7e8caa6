import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Where a request came from. What a proxy passes on counts only where the deployer says that there is one: anybody can write the header.
 * The last address is the one that the deployer's own proxy has seen.
 */
export function addressOf(c: Context, behindProxy: boolean): string {
  const passed = behindProxy
    ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  if (passed !== undefined && /^[\da-fA-F:.]{3,45}$/.test(passed)) return passed;
  if (typeof c.env !== "object" || c.env === null || !("incoming" in c.env)) return "";
  return getConnInfo(c).remote.address?.replace(/^::ffff:/, "") ?? "";
}
