import { houseRules } from "#shared/limit/house-rules-schema.ts";
import type { HouseRules } from "#shared/limit/house-rules.ts";
import type { Enrolment } from "./database.ts";

export type Learnt = { ok: true; rules: HouseRules } | { ok: false };

/**
 * Asks the service by which imported notices and rule set it judges this device's unit, so that mark and report agree. Whatever is not
 * understood changes nothing: the page goes on with what it knows.
 */
export async function learnRules(
  { address, token }: Enrolment,
  fetch: typeof globalThis.fetch,
): Promise<Learnt> {
  let response: Response;
  try {
    response = await fetch(`${address}/v1/calendar`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      credentials: "omit",
    });
  } catch {
    return { ok: false }; // offline is normal: it is asked again
  }
  if (!response.ok) return { ok: false };
  const body = houseRules.safeParse(await response.json().catch(() => undefined));
  return body.success ? { ok: true, rules: body.data } : { ok: false };
}
