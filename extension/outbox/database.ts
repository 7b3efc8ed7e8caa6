import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CaseKeyHash, CaseKeyLink } from "./case-key.ts";
import type { Recorded } from "#shared/case/observation.ts";
import { queue } from "./migrations/0001-queue.ts";

/**
 * `waiting` may still be merged into; `sealed` has been sent at least once and must be sent again byte for byte;
 * `acked` is on the service's disk; `refused` will never be accepted and is kept for whoever asks why.
 */
export type RecordState = "waiting" | "sealed" | "acked" | "refused";

export interface QueuedRecord {
  seq: number;
  state: RecordState;
  record: Recorded;
  /** how many secrets its case is named by; one when absent */
  keyVersion?: number;
  /** when the service acknowledged it, ms; kept a while in case the service is restored from an older backup */
  ackedAt?: number;
}

/** What was last recorded of a case, so that the same is not recorded again. */
export interface LastSaid {
  caseKey: string;
  digest: string;
  seq: number;
  at: number;
}

export interface LastLook {
  /** portal, view and pager page */
  page: string;
  digest: string;
  seq: number;
  /** the observations that were made with that look and may be merged into while they wait */
  observations: number[];
}

export interface Enrolment {
  address: string;
  deviceId: string;
  token: string;
  unit: { id: string; name: string };
  /** base64; keys the case numbers */
  caseKeySecret: string;
  /** of the HMAC; SHA-256 when absent */
  caseKeyHash?: CaseKeyHash | undefined;
  /** what later rotations of the service added, as far as this browser has been told */
  caseKeyLinks?: CaseKeyLink[] | undefined;
  enrolledAt: number;
}

/** What came of the last attempt to follow the enterprise policy. */
export interface PolicyTried {
  policy: string;
  failure: string;
  at: number;
}

export interface SendState {
  failures: number;
  /** no attempt before this, ms */
  retryAt: number;
  lastError?: SendError;
  lastSentAt?: number;
  batchSize: number;
}

export interface SendError {
  code: "offline" | "refused" | "busy" | "moved" | "unenrolled" | "copied" | "unexpected";
  status?: number;
  at: number;
}

export interface OutboxSchema extends DBSchema {
  records: { key: number; value: QueuedRecord; indexes: { byState: [RecordState, number] } };
  cases: { key: string; value: LastSaid };
  looks: { key: string; value: LastLook };
  device: {
    key: "enrolment" | "key" | "policy" | "nextSeq" | "send" | "refused" | "rulesAskedAt";
    value: Enrolment | CryptoKey | PolicyTried | number | SendState;
  };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

/** One stored-shape migration = one file; the list is in order and only ever grows. */
const MIGRATIONS = [queue];

export const openOutbox = (name = "shixian-outbox"): Promise<OutboxDatabase> =>
  openDB<OutboxSchema>(name, MIGRATIONS.length, {
    upgrade(db, from) {
      for (const migrate of MIGRATIONS.slice(from)) migrate(db as never);
    },
  });
