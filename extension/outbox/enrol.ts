import { z } from "zod";
import type { Enrolment, OutboxDatabase } from "./database.ts";
import { makeDeviceKey, signatureHeaders } from "./device-key.ts";

/** As the service tells them; so many rotations would be one a week for twenty years. */
export const caseKeyLinks = z
  .array(z.object({ secret: z.string().min(40).max(100), hash: z.enum(["sha256", "sm3"]) }))
  .max(999);

const answer = z.object({
  deviceId: z.string().min(1),
  token: z.string().min(20),
  unit: z.object({ id: z.union([z.string(), z.number()]).transform(String), name: z.string() }),
  caseKeySecret: z.string().min(40),
  caseKeyHash: z.enum(["sha256", "sm3"]).optional(),
  caseKeyLinks: caseKeyLinks.optional(),
});

export type EnrolFailure =
  | "bad-address"
  | "unreachable"
  | "bad-code"
  | "not-a-service"
  | "other-device-waiting"
  /** the service at that address does not know this device */
  | "not-known-there";
export type EnrolResult =
  | { ok: true; enrolment: Enrolment }
  | { ok: false; failure: EnrolFailure; detail?: string };

/** The service's base address without path or trailing slash, or `undefined` when it is none. */
export function serviceAddress(text: string): string | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(text.trim()) ? text.trim() : `http://${text.trim()}`);
    return url.protocol === "http:" || url.protocol === "https:" ? url.origin : undefined;
  } catch {
    return undefined; // URL says "no address" only by throwing
  }
}

/** Exchanges a one-time code for the device's token. Nothing that waits is lost or sent to a service for which it was not keyed. */
export async function enrol(
  db: OutboxDatabase,
  { fetch, now }: { fetch: typeof globalThis.fetch; now(): number },
  input: { address: string; code: string; name?: string; unit?: string },
): Promise<EnrolResult> {
  const address = serviceAddress(input.address);
  if (!address) return { ok: false, failure: "bad-address" };
  const before = (await db.get("device", "enrolment")) as Enrolment | undefined;
  if (before && before.address !== address && (await anyWaits(db)))
    return { ok: false, failure: "other-device-waiting" };
  const { key, publicKey } = await makeDeviceKey();
  const body = JSON.stringify({
    code: input.code.trim(),
    ...(input.name && { name: input.name }),
    ...(input.unit && { unit: input.unit }),
    publicKey,
  });
  const signed = { method: "POST", path: "/v1/enrol", body, now: now() };
  let response: Response;
  try {
    response = await fetch(`${address}/v1/enrol`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(await signatureHeaders(key, "new", signed)),
      },
      body,
      credentials: "omit",
    });
  } catch (error) {
    return { ok: false, failure: "unreachable", detail: String(error) };
  }
  const told: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const detail = z.object({ detail: z.string() }).safeParse(told);
    const failure =
      response.status >= 400 && response.status < 500 && detail.success
        ? "bad-code"
        : "not-a-service";
    return { ok: false, failure, ...(detail.success && { detail: detail.data.detail }) };
  }
  const parsed = answer.safeParse(told);
  if (!parsed.success) return { ok: false, failure: "not-a-service" };
  const enrolment: Enrolment = { address, ...parsed.data, enrolledAt: now() };

  if (before && !sameNames(before, enrolment) && (await anyWaits(db)))
    return { ok: false, failure: "other-device-waiting" };
  await become(db, enrolment, before, key);
  return { ok: true, enrolment };
}

/** Whether the service that knows one knows the names of the other: what waits says how many secrets it is named by. */
const sameNames = (a: Enrolment, b: Enrolment): boolean =>
  a.caseKeySecret === b.caseKeySecret &&
  (a.caseKeyHash ?? "sha256") === (b.caseKeyHash ?? "sha256");

const NOT_ACKNOWLEDGED = () => IDBKeyRange.bound(["sealed", 0], ["waiting", Infinity]);

const anyWaits = async (db: OutboxDatabase): Promise<boolean> =>
  (await db.countFromIndex("records", "byState", NOT_ACKNOWLEDGED())) > 0;

/** A sequence belongs to its device: as another device, what still waits is numbered anew from 1 and the rest is forgotten. */
async function become(
  db: OutboxDatabase,
  enrolment: Enrolment,
  before: Enrolment | undefined,
  key: CryptoKey,
): Promise<void> {
  const tx = db.transaction(["device", "records", "cases", "looks"], "readwrite", {
    durability: "strict",
  });
  const device = tx.objectStore("device");
  if (before && before.deviceId !== enrolment.deviceId) {
    const records = tx.objectStore("records");
    const waits = (await records.index("byState").getAll(NOT_ACKNOWLEDGED())).sort(
      (a, b) => a.seq - b.seq,
    );
    for (const store of ["records", "cases", "looks"] as const) void tx.objectStore(store).clear();
    const renumbered = new Map(waits.map((each, i) => [each.seq, i + 1]));
    for (const [i, { record, keyVersion }] of waits.entries()) {
      const seq = i + 1;
      // An observation whose look was already acknowledged names itself: the look stays with the former device.
      const moved =
        record.type === "look"
          ? { ...record, seq }
          : { ...record, seq, look: renumbered.get(record.look) ?? seq };
      void records.put({
        seq,
        state: "waiting",
        record: moved,
        ...(keyVersion !== undefined && { keyVersion }),
      });
    }
    void device.put(waits.length + 1, "nextSeq");
  }
  void device.put(enrolment, "enrolment");
  void device.put(key, "key");
  void device.delete("send");
  await tx.done;
}
