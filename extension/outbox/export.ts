import { type Batch, WIRE_VERSION } from "#shared/case/observation.ts";
import { TRANSFER_FORMAT, type TransferHeader } from "#shared/case/transfer.ts";
import { hex } from "./case-key.ts";
import { signText } from "./device-key.ts";
import type { IDBPObjectStore } from "idb";
import type { Enrolment, OutboxDatabase, OutboxSchema, QueuedRecord } from "./database.ts";
import { isFull, withRoom } from "./room.ts";
import { alike, keyVersionOf } from "./send.ts";

const BATCH = 500;

/**
 * Everything not yet acknowledged, as a signed file for a service that no network reaches. The queue keeps it all: what was
 * carried over is known to the service when the network comes back, and is acknowledged then.
 */
export async function exportOutbox(
  db: OutboxDatabase,
  now: number,
): Promise<{ name: string; text: string } | undefined> {
  const enrolment = (await db.get("device", "enrolment")) as Enrolment | undefined;
  if (!enrolment) return undefined;
  const key = (await db.get("device", "key")) as CryptoKey | undefined;
  const queued = await withRoom(db, () => sealedAll(db)).catch(async (error: unknown) => {
    if (!isFull(error)) throw error;
    // no room to note it: without what merging goes by nothing can be merged into
    await db.clear("looks");
    return unacknowledged(db.transaction("records").store);
  });
  queued.sort((a, b) => a.seq - b.seq);
  const lines: string[] = [];
  for (let i = 0; i < queued.length;) {
    const together = alike(queued.slice(i, i + BATCH));
    i += together.length;
    const records = together.map((each) => each.record);
    const head = { version: WIRE_VERSION, sentAt: now, ...keyVersionOf(together) } as const;
    lines.push(JSON.stringify({ ...head, records } satisfies Batch));
  }
  const body = lines.map((line) => `${line}\n`).join("");
  const header: TransferHeader = {
    format: TRANSFER_FORMAT,
    deviceId: enrolment.deviceId,
    exportedAt: now,
    batches: lines.length,
    records: queued.length,
    signature: key ? await signText(key, body) : await sign(enrolment.token, body),
  };
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    name: `shixian-${enrolment.deviceId}-${day}.jsonl`,
    text: `${JSON.stringify(header)}\n${body}`,
  };
}

/** Carried is sent: merging into it afterwards would make the later sending differ from the carried one. */
async function sealedAll(db: OutboxDatabase): Promise<QueuedRecord[]> {
  const tx = db.transaction("records", "readwrite", { durability: "strict" });
  const queued = await unacknowledged(tx.store);
  for (const each of queued)
    if (each.state === "waiting") void tx.store.put({ ...each, state: "sealed" });
  await tx.done;
  return queued;
}

async function unacknowledged(
  store: Pick<
    IDBPObjectStore<OutboxSchema, ["records"], "records", "readonly" | "readwrite">,
    "index"
  >,
): Promise<QueuedRecord[]> {
  const index = store.index("byState");
  const all: QueuedRecord[] = [];
  for (const state of ["sealed", "waiting"] as const)
    all.push(...(await index.getAll(IDBKeyRange.bound([state, 0], [state, Infinity]))));
  return all;
}

async function sign(token: string, body: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const secret = token.split("_").slice(2).join("_");
  const hashed = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(secret)));
  const base64url = btoa(String.fromCharCode(...hashed))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
  const key = await crypto.subtle.importKey(
    "raw",
    bytes(base64url),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", key, bytes(body)));
}
