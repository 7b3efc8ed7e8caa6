import type { Acknowledgement, Batch } from "#shared/case/observation.ts";
import type { ObservationLog, Stored } from "../db/observations.ts";
import { type Refusal, checkRecord, spent } from "./check.ts";

export interface Arrival {
  device: number;
  batch: Batch;
  receivedAt: number;
  /** device clock less ours in ms, where the time of sending does not tell it */
  skew?: number;
}

/**
 * One batch from the wire or from a carried file: each record is checked on its own, what passes is stored, and the answer
 * says what became of each. @throws Overloaded, DatabaseError: nothing of the batch is acknowledged then
 */
export async function receive(
  log: ObservationLog,
  { device, batch, receivedAt, skew = batch.sentAt - receivedAt }: Arrival,
): Promise<Acknowledgement> {
  const records: Stored[] = [];
  const indexOf = new Map<number, number>();
  const refused: Refusal[] = [];
  for (const [index, offered] of batch.records.entries()) {
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
