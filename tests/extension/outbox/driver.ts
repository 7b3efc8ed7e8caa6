import {
  type Enrolment,
  type RecordState,
  openOutbox,
} from "../../../extension/outbox/database.ts";
import { enrol, serviceAddress } from "../../../extension/outbox/enrol.ts";
import { learnKeys } from "../../../extension/outbox/learn-keys.ts";
import type { LookDraft } from "../../../extension/outbox/look-draft.ts";
import { exportOutbox } from "../../../extension/outbox/export.ts";
import { recordLook } from "../../../extension/outbox/record.ts";
import { tidy, withRoom } from "../../../extension/outbox/room.ts";
import { send, sendState } from "../../../extension/outbox/send.ts";
import { waiting } from "../../../extension/outbox/waiting.ts";

/** The outbox as a page of real Chromium drives it: real IndexedDB, real WebCrypto, a service that answers as told. */
const db = openOutbox();

type Answer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | "unreachable"
  | "accept";

const driver = {
  async enrolled(enrolment: Enrolment) {
    await (await db).put("device", enrolment, "enrolment");
  },
  async record(draft: LookDraft, at: number) {
    const open = await db;
    const enrolment = (await open.get("device", "enrolment")) as Enrolment;
    await withRoom(open, () => recordLook(open, enrolment, draft, at, "test"));
  },
  /** puts records of that state and size in, as if they had come and gone long ago */
  async fill(state: RecordState, count: number, bytes: number) {
    const open = await db;
    const first = Number((await open.get("device", "nextSeq")) ?? 1);
    for (let from = 0; from < count; from += 2_000) {
      const tx = open.transaction(["records", "device"], "readwrite");
      for (let i = from; i < Math.min(count, from + 2_000); i++) {
        const record = { seq: first + i, type: "look", at: 0, ballast: randomBytes(bytes) };
        void tx
          .objectStore("records")
          .put({ seq: first + i, state, record: record as never, ackedAt: 1 });
      }
      void tx.objectStore("device").put(first + count, "nextSeq");
      await tx.done;
    }
  },
  count: async (state: RecordState) =>
    (await db).countFromIndex(
      "records",
      "byState",
      IDBKeyRange.bound([state, 0], [state, Infinity]),
    ),
  tidy: async (now: number, mostAcked?: number) => tidy(await db, now, mostAcked),
  records: async () => (await db).getAll("records"),
  waiting: async () => waiting(await db),
  state: async () => sendState(await db),
  /** answers are taken in turn; the bodies that were sent come back */
  async send(answers: Answer[], at: number, force = false) {
    const bodies: { records: { seq: number; type: string }[] }[] = [];
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      const body = JSON.parse(String(init?.body)) as { records: { seq: number; type: string }[] };
      bodies.push(body);
      const next = answers.shift();
      if (next === undefined || next === "unreachable") throw new TypeError("Failed to fetch");
      if (next === "accept") {
        const highWater = Math.max(...body.records.map((each) => each.seq));
        return Response.json({
          accepted: body.records.length,
          known: 0,
          refused: [],
          highWater,
          gaps: [],
        });
      }
      return new Response(next.body === undefined ? null : JSON.stringify(next.body), {
        status: next.status,
        ...(next.headers && { headers: next.headers }),
      });
    };
    const result = await send(
      { db: await db, fetch: fetch as typeof globalThis.fetch, now: () => at, random: () => 0.5 },
      { force },
    );
    return { result, bodies };
  },
  async enrol(input: { address: string; code: string }, answer: Answer, at: number) {
    const fetch = async (): Promise<Response> => {
      if (answer === "unreachable" || answer === "accept") throw new TypeError("Failed to fetch");
      return Response.json(answer.body, { status: answer.status });
    };
    return enrol(await db, { fetch: fetch as typeof globalThis.fetch, now: () => at }, input);
  },
  async learnKeys(caseKeyLinks: unknown) {
    await learnKeys(await db, (async () => Response.json({ caseKeyLinks })) as never);
    return (await (await db).get("device", "enrolment")) as Enrolment;
  },
  exportFile: async (at: number) => exportOutbox(await db, at),
  serviceAddress,
  hangAt,
};

/** What no store can make smaller. */
const randomBytes = (bytes: number): Uint8Array => {
  const all = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(all.subarray(at, at + 65_536));
  return all;
};

/** From now on the n-th touch of disk or key never returns: there the worker is killed. */
function hangAt(n: number): void {
  let touches = 0;
  const hang = (prototype: object, method: string) => {
    const real = Reflect.get(prototype, method) as (...given: unknown[]) => unknown;
    Reflect.set(prototype, method, function (this: unknown, ...given: unknown[]) {
      if (++touches === n) {
        console.log("hanging");
        for (;;);
      }
      return real.apply(this, given);
    });
  };
  for (const method of ["get", "put", "delete", "count", "getAll", "openCursor", "clear"])
    hang(IDBObjectStore.prototype, method);
  for (const method of ["get", "count", "getAll", "openCursor"]) hang(IDBIndex.prototype, method);
  for (const method of ["update", "delete", "continue"]) hang(IDBCursor.prototype, method);
  hang(IDBDatabase.prototype, "transaction");
  for (const method of ["importKey", "sign", "digest"]) hang(SubtleCrypto.prototype, method);
}

export type Driver = typeof driver;
(globalThis as unknown as { outbox: Driver }).outbox = driver;
