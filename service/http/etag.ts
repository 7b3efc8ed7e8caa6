import type { Context } from "hono";
import type { Made } from "../reports/desk.ts";

/** What was made, or 304 where the caller has it already. */
export function answered(c: Context, { body, etag }: Made, headers: Record<string, string>) {
  const known = (c.req.header("if-none-match") ?? "").split(",").map((each) => each.trim());
  // a session's or a token's own answer: nobody else's cache may keep it, and everybody asks again
  const caching = { etag, "cache-control": "private, no-cache", vary: "accept, accept-language" };
  if (known.includes(etag) || known.includes("*")) return c.body(null, 304, caching);
  return c.body(body, 200, { ...headers, ...caching });
}
