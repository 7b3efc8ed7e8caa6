import type { Acknowledgement, Batch } from "#shared/case/observation.ts";
import { type CaseKeys, storedNames, versionOf } from "../access/case-names.ts";
import type { ObservationLog, Stored } from "../db/observations.ts";
import { type Refusal, checkRecord, spent } from "./check.ts";

export interface Arrival {
  device: number;
  batch: Batch;
  receivedAt: number;
  /** device clock less ours in ms, where the time of sending does not tell it */
  skew?: number;
}

/** A browser names cases by keys that this service has not: these key files are older than it. */
export class UnknownKeyVersion extends Error {
  constructor() {
    super("the batch names cases by keys that this service does not have");
    this.name = "UnknownKeyVersion";
  }
}

/**
 * One batch from the wire or from a carried file: each record is checked on its own, what passes is stored, and the answer
 * says what became of each. @throws Overloaded, UnknownKeyVersion, DatabaseError: nothing of the batch is acknowledged then
 * @param keys by which what browsers call a case becomes what the database calls it
 */
export async function receive(
  log: ObservationLog,
  keys: CaseKeys,
  { device, batch, receivedAt, skew = batch.sentAt - receivedAt }: Arrival,
): Promise<Acknowledgement> {
  const records: Stored[] = [];
  const indexOf = new Map<number, number>();
  const refused: Refusal[] = [];
  for (const [index, offered] of named(keys, batch).entries()) {
    const checked = checkRecord(offered, index);
    if (checked.seq !== null) indexOf.set(checked.seq, index);
    if (!("pointer" in checked)) records.push(checked);
    else {
      refused.push(checked);
      if (checked.seq !== null) records.push(spent({ ...checked, seq: checked.seq }));
    }
  }
  const receipt = await log.append({
    device,
    receivedAt,
    skew,
    records,
  });
  return {
    accepted: receipt.accepted,
    known: receipt.known,
    refused: [
      ...refused,
      ...receipt.conflicts.map((seq) => ({
        seq,
        code: "seq-reused",
        detail: "another record is stored under this number",
        pointer: `/records/${indexOf.get(seq) ?? 0}/seq`,
      })),
    ],
    highWater: receipt.highWater,
    gaps: receipt.gaps,
  };
}

const KEY = /^[0-9a-f]{64}$/;

/** The records under the names that the database has; a name that is none is left to be refused. */
function named(keys: CaseKeys, { records, keyVersion = 1 }: Batch): readonly unknown[] {
  const version = versionOf(keys);
  if (keyVersion > version) throw new UnknownKeyVersion();
  if (!keys.store && keyVersion === version) return records;
  const at: number[] = [];
  const wire: string[] = [];
  for (const [i, offered] of records.entries())
    if (
      typeof offered === "object" &&
      offered !== null &&
      "caseKey" in offered &&
      typeof offered.caseKey === "string" &&
      KEY.test(offered.caseKey)
    ) {
      at.push(i);
      wire.push(offered.caseKey);
    }
  const names = storedNames(keys, wire, keyVersion);
  // not in place: whoever was told to come again brings the same records
  const copies = [...records];
  for (const [n, i] of at.entries())
    copies[i] = { ...(records[i] as object), caseKey: names[n] ?? "" };
  return copies;
}
