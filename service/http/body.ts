import type { Context } from "hono";
import { Problem } from "./problem.ts";

export const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The text of an unsafe request that says to be JSON. The length is read from its header: the stock middleware turns the body into a web stream
 * first and costs half a request; Node itself cuts a body off at the length that it claims.
 * @throws Problem `not-json`, `length-required`, `too-large`
 */
export async function jsonText(c: Context): Promise<string> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem("not-json");
  const length = c.req.header("content-length");
  if (length === undefined) throw new Problem("length-required");
  if (!(Number(length) <= MOST_BYTES)) throw new Problem("too-large");
  const text = await c.req.text().catch(() => {
    // whoever breaks off, or is hung up on for being slow, is no failure of ours
    throw new Problem("malformed-json");
  });
  if (text.length > MOST_BYTES) throw new Problem("too-large");
  return text;
}

/** @throws Problem `malformed-json` */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("malformed-json");
  }
}
