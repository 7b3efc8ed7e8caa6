import type { Enrolment, OutboxDatabase, SendState } from "./database.ts";
import { sendState } from "./send.ts";

/** What the popup tells about the queue. */
export interface Waiting {
  enrolment?: Pick<Enrolment, "address" | "deviceId" | "unit" | "enrolledAt">;
  /** records not yet acknowledged, and the time of the oldest, ms */
  count: number;
  since?: number;
  refused: number;
  send: SendState;
}

/** Looks that could not be recorded, because the disk was full or the store failed. */
export interface Unrecorded {
  looks: number;
  /** ms */
  since: number;
  last: number;
  full: boolean;
}

export async function waiting(db: OutboxDatabase): Promise<Waiting> {
  const tx = db.transaction(["records", "device"]);
  const index = tx.objectStore("records").index("byState");
  let count = 0;
  let since: number | undefined;
  for (const state of ["sealed", "waiting"] as const) {
    const range = IDBKeyRange.bound([state, 0], [state, Infinity]);
    count += await index.count(range);
    const oldest = await index.get(range);
    if (oldest) since = Math.min(since ?? Infinity, oldest.record.at);
  }
  const enrolment = (await tx.objectStore("device").get("enrolment")) as Enrolment | undefined;
  const refused = ((await tx.objectStore("device").get("refused")) as number | undefined) ?? 0;
  await tx.done;
  return {
    ...(enrolment && {
      enrolment: {
        address: enrolment.address,
        deviceId: enrolment.deviceId,
        unit: enrolment.unit,
        enrolledAt: enrolment.enrolledAt,
      },
    }),
    count,
    ...(since !== undefined && { since }),
    refused,
    send: await sendState(db),
  };
}
