import type { Policy } from "../managed.ts";
import type { Enrolment, OutboxDatabase, PolicyTried } from "./database.ts";
import { type EnrolResult, enrol, serviceAddress } from "./enrol.ts";
import { moveTo } from "./move.ts";

/** What will not become right by trying again: the same policy is not tried twice. */
const FINAL = ["bad-address", "bad-code", "not-a-service", "not-known-there"];

/**
 * Enrols this browser, or moves it to the service's new address, as the policy says. A browser that is enrolled stays as it is when only the
 * code changes.
 * @returns what came of it; `undefined` when there was nothing to do
 */
export async function followPolicy(
  db: OutboxDatabase,
  given: { fetch: typeof globalThis.fetch; now(): number },
  { address, unit, code, name }: Policy,
): Promise<EnrolResult | undefined> {
  if (address === undefined) return undefined;
  const enrolment = (await db.get("device", "enrolment")) as Enrolment | undefined;
  const moves = enrolment !== undefined && enrolment.address !== serviceAddress(address);
  if (enrolment ? !moves : code === undefined) return undefined;
  const policy = JSON.stringify([address, enrolment ? null : [unit, code]]);
  const tried = (await db.get("device", "policy")) as PolicyTried | undefined;
  if (tried?.policy === policy && FINAL.includes(tried.failure)) return undefined;
  const result = enrolment
    ? await moveTo(db, given, address)
    : await enrol(db, given, {
        address,
        code: code ?? "",
        ...(unit !== undefined && { unit }),
        ...(name !== undefined && { name }),
      });
  if (result.ok) await db.delete("device", "policy");
  else await db.put("device", { policy, failure: result.failure, at: given.now() }, "policy");
  return result;
}
