import { z } from "zod";
import type { Enrolment, OutboxDatabase } from "./database.ts";
import { signedFetch } from "./device-key.ts";
import { type EnrolResult, serviceAddress } from "./enrol.ts";

const me = z.object({ role: z.literal("device"), id: z.string() });

/**
 * The service has another address now: the same device goes on there, with its token, its key and all that waits, if the service at
 * that address knows it.
 */
export async function moveTo(
  db: OutboxDatabase,
  { fetch, now }: { fetch: typeof globalThis.fetch; now(): number },
  to: string,
): Promise<EnrolResult> {
  const address = serviceAddress(to);
  if (!address) return { ok: false, failure: "bad-address" };
  const before = (await db.get("device", "enrolment")) as Enrolment | undefined;
  if (!before) return { ok: false, failure: "bad-code" };
  const asDevice = signedFetch(db, fetch, now);
  let response: Response;
  try {
    response = await asDevice(`${address}/v1/me`, {
      headers: { authorization: `Bearer ${before.token}` },
      redirect: "manual",
      credentials: "omit",
    });
  } catch (error) {
    return { ok: false, failure: "unreachable", detail: String(error) };
  }
  if (response.status === 401 || response.status === 403)
    return { ok: false, failure: "not-known-there" };
  const answer = me.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answer.success) return { ok: false, failure: "not-a-service" };
  if (answer.data.id !== before.deviceId) return { ok: false, failure: "not-known-there" };
  const enrolment = { ...before, address };
  const tx = db.transaction("device", "readwrite", { durability: "strict" });
  void tx.store.put(enrolment, "enrolment");
  // what stopped the sending was the address
  void tx.store.delete("send");
  await tx.done;
  return { ok: true, enrolment };
}
