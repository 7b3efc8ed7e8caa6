import {
  type Acknowledgement,
  WIRE_VERSION,
  acknowledgement,
  type Batch,
} from "#shared/case/observation.ts";
import type { IDBPObjectStore } from "idb";
import type {
  Enrolment,
  OutboxDatabase,
  OutboxSchema,
  QueuedRecord,
  SendError,
  SendState,
} from "./database.ts";
import { KEEP_ACKED, isFull, withRoom } from "./room.ts";

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 15 * 60_000;
/** A service may ask for more patience than we have of our own, ms. A wait that is longer only says that the clock was set back. */
const MOST_PATIENCE = 60 * 60_000;
const FRESH: SendState = { failures: 0, retryAt: 0, batchSize: 200 };

export interface Sending {
  db: OutboxDatabase;
  fetch: typeof globalThis.fetch;
  now(): number;
  /** 0 ≤ r < 1, spreads the retries of many windows after an outage */
  random(): number;
  signal?: AbortSignal;
}

export type SendResult = "idle" | "sent" | "waiting" | "stopped";

/**
 * Sends what waits until nothing waits or something fails. Deletes nothing that was not acknowledged.
 * `anew`: does not wait out what an earlier browser's failures put off; `force`: a person asked, so it tries even where it had stopped.
 */
export async function send(
  sending: Sending,
  { force = false, anew = false } = {},
): Promise<SendResult> {
  const { db, now } = sending;
  const enrolment = (await db.get("device", "enrolment")) as Enrolment | undefined;
  if (!enrolment) return "stopped";
  for (let sent = false; ; sent = true) {
    const state = await sendState(db);
    if (!force && stopped(state.lastError)) return "stopped";
    const wait = state.retryAt - now();
    if (!force && !anew && wait > 0 && wait <= MOST_PATIENCE) return "waiting";
    const queued = alike(await sealed(sending, state.batchSize));
    if (queued.length === 0) return sent ? "sent" : "idle";
    if (!(await sendBatch(sending, enrolment, state, queued)))
      return stopped((await sendState(db)).lastError) ? "stopped" : "waiting";
  }
}

/** What goes into one batch: the service is told once by how many secrets its cases are named. */
export const alike = (queued: readonly QueuedRecord[]): QueuedRecord[] => {
  const other = queued.findIndex(
    ({ keyVersion = 1 }) => keyVersion !== (queued[0]?.keyVersion ?? 1),
  );
  return queued.slice(0, other < 0 ? queued.length : other);
};

/** Nothing of it while there is but one: a service from before rotations knows no such field. */
export const keyVersionOf = ([first]: readonly QueuedRecord[]): Pick<Batch, "keyVersion"> =>
  first?.keyVersion === undefined || first.keyVersion === 1 ? {} : { keyVersion: first.keyVersion };

export const sendState = async (db: OutboxDatabase): Promise<SendState> =>
  ((await db.get("device", "send")) as SendState | undefined) ?? FRESH;

/** An expired token, a moved service or a copied profile is for a person to mend: trying on would only hide it. The queue stays. */
export const stopped = (error: SendError | undefined): boolean =>
  error !== undefined && ["unenrolled", "moved", "copied"].includes(error.code);

async function sendBatch(
  sending: Sending,
  enrolment: Enrolment,
  state: SendState,
  queued: QueuedRecord[],
): Promise<boolean> {
  const { db, now } = sending;
  const batch: Batch = {
    version: WIRE_VERSION,
    sentAt: now(),
    ...keyVersionOf(queued),
    records: queued.map((each) => each.record),
  };
  let response: Response;
  try {
    response = await sending.fetch(`${enrolment.address}/v1/observations`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${enrolment.token}` },
      body: JSON.stringify(batch),
      redirect: "manual",
      credentials: "omit",
      ...(sending.signal && { signal: sending.signal }),
    });
  } catch {
    // fetch rejects with no reason that a program could tell apart: unreachable, refused or cut off are all "not now"
    return failed(sending, state, { code: "offline", at: now() });
  }
  if (!response.ok) return refusedBatch(sending, state, response, queued.length);
  const ack = acknowledgement.safeParse(await response.json().catch(() => undefined));
  if (!ack.success)
    return failed(sending, state, { code: "unexpected", status: response.status, at: now() });

  // A number that the service holds with another content was used by a copy of this profile: both go on only as devices of their own.
  const reused = new Set(
    ack.data.refused.filter((each) => each.code === "seq-reused").map((each) => each.seq),
  );
  const refused = new Set(
    ack.data.refused.map((each) => each.seq).filter((seq) => !reused.has(seq)),
  );
  const copied: SendError | undefined = reused.size > 0 ? { code: "copied", at: now() } : undefined;
  try {
    await withRoom(db, () =>
      acknowledged({ sending, queued, ack: ack.data, refused, reused, copied }),
    );
  } catch (error) {
    if (!isFull(error)) throw error;
    // no room even to note it: what is on the service's disk makes room itself
    await forget(
      db,
      queued.filter(({ seq }) => !reused.has(seq) && !refused.has(seq)),
    );
  }
  return copied === undefined;
}

interface Answered {
  sending: Sending;
  queued: readonly QueuedRecord[];
  ack: Acknowledgement;
  refused: ReadonlySet<number | null>;
  reused: ReadonlySet<number | null>;
  copied: SendError | undefined;
}

async function acknowledged(answered: Answered): Promise<void> {
  const { sending, queued, ack, refused, reused, copied } = answered;
  const { db, now } = sending;
  const tx = db.transaction(["records", "device"], "readwrite", { durability: "strict" });
  const records = tx.objectStore("records");
  for (const each of queued)
    if (!reused.has(each.seq))
      void records.put({
        ...each,
        state: refused.has(each.seq) ? "refused" : "acked",
        ackedAt: now(),
      });
  for (const [from, to] of ack.gaps)
    for await (const cursor of records.iterate(IDBKeyRange.bound(from, to)))
      if (cursor.value.state === "acked") void cursor.update({ ...cursor.value, state: "sealed" });
  for await (const cursor of records
    .index("byState")
    .iterate(IDBKeyRange.bound(["acked", 0], ["acked", ack.highWater])))
    if ((cursor.value.ackedAt ?? 0) < now() - KEEP_ACKED) void cursor.delete();
  const total = ((await tx.objectStore("device").get("refused")) as number | undefined) ?? 0;
  if (refused.size > 0) void tx.objectStore("device").put(total + refused.size, "refused");
  void tx
    .objectStore("device")
    .put({ ...FRESH, lastSentAt: now(), ...(copied && { lastError: copied }) }, "send");
  await tx.done;
}

async function forget(db: OutboxDatabase, records: readonly QueuedRecord[]): Promise<void> {
  const tx = db.transaction("records", "readwrite", { durability: "strict" });
  for (const { seq } of records) void tx.store.delete(seq);
  await tx.done;
}

/**
 * Where there is no room even to note that records are closed to merging, what merging goes by is forgotten instead: that needs no room,
 * and each batch that is then acknowledged makes some.
 */
async function sealed({ db }: Sending, most: number): Promise<QueuedRecord[]> {
  try {
    return await withRoom(db, () => seal(db, most));
  } catch (error) {
    if (!isFull(error)) throw error;
    await db.clear("looks");
    const tx = db.transaction("records");
    const found = await oldest(tx.store, most);
    await tx.done;
    return found;
  }
}

/** Takes the oldest records that are not acknowledged and closes them to merging: a replay must be the same to the byte. */
async function seal(db: OutboxDatabase, most: number): Promise<QueuedRecord[]> {
  const tx = db.transaction("records", "readwrite", { durability: "strict" });
  const found = await oldest(tx.store, most);
  for (const each of found) void tx.store.put(each);
  await tx.done;
  return found;
}

type Records = Pick<
  IDBPObjectStore<OutboxSchema, ["records"], "records", "readonly" | "readwrite">,
  "index"
>;

async function oldest(store: Records, most: number): Promise<QueuedRecord[]> {
  const found: QueuedRecord[] = [];
  for (const state of ["sealed", "waiting"] as const)
    for await (const cursor of store
      .index("byState")
      .iterate(IDBKeyRange.bound([state, 0], [state, Infinity]))) {
      if (found.length >= most) break;
      found.push({ ...cursor.value, state: "sealed" });
    }
  return found;
}

async function refusedBatch(
  sending: Sending,
  state: SendState,
  response: Response,
  size: number,
): Promise<boolean> {
  const at = sending.now();
  const { status, type } = response;
  if (type === "opaqueredirect" || (status >= 300 && status < 400))
    return failed(sending, state, { code: "moved", at });
  if (status === 401 || status === 403)
    return failed(sending, state, { code: "unenrolled", status, at });
  if (status === 404 || status === 410)
    return failed(sending, state, { code: "moved", status, at });
  if (status === 413 && size > 1) {
    await sending.db.put("device", { ...state, batchSize: Math.max(1, size >> 1) }, "send");
    return true;
  }
  if (status === 429 || status === 503) {
    const seconds = Number(response.headers.get("retry-after"));
    return failed(
      sending,
      state,
      { code: "busy", status, at },
      Number.isFinite(seconds) ? Math.min(seconds * 1000, MOST_PATIENCE) : undefined,
    );
  }
  return failed(sending, state, { code: status < 500 ? "refused" : "unexpected", status, at });
}

/** Never gives up: waits twice as long each time up to a quarter of an hour, with jitter, and says so in the popup. */
async function failed(
  sending: Sending,
  state: SendState,
  error: SendError,
  least = 0,
): Promise<false> {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(state.failures, 10));
  const retryAt = sending.now() + Math.max(least, wait / 2 + (wait / 2) * sending.random());
  await withRoom(sending.db, () =>
    sending.db.put(
      "device",
      { ...state, failures: state.failures + 1, retryAt, lastError: error },
      "send",
    ),
  );
  return false;
}
