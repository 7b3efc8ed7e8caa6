import type { CaseKeys } from "../access/case-names.ts";
import type { ObservationLog } from "../db/observations.ts";
import { receive } from "../receipt/receive.ts";
import type { CarriedFile } from "./carried-file.ts";

export interface CarriedResult {
  accepted: number;
  known: number;
  /** code → how many */
  refused: Record<string, number>;
  /** numbers that are still missing, as inclusive runs */
  gaps: [number, number][];
}

/**
 * Stores a checked outbox file through the same receipt as the network, under the same numbers: a later sending of the same queue is
 * known. A file interrupted half-way is imported again whole.
 */
export async function importCarried(
  { device, batches }: CarriedFile,
  {
    log,
    keys,
    now,
    progress,
  }: { log: ObservationLog; keys: CaseKeys; now: number; progress?: (stored: number) => void },
): Promise<CarriedResult> {
  const total: CarriedResult = { accepted: 0, known: 0, refused: {}, gaps: [] };
  let stored = 0;
  for (const batch of batches) {
    const answer = await receive(log, keys, {
      device: device.id,
      batch,
      receivedAt: now,
      // the days on the road say nothing of its clock; only a file from the future does
      skew: Math.max(device.skew ?? 0, batch.sentAt - now),
    });
    progress?.((stored += batch.records.length));
    total.accepted += answer.accepted;
    total.known += answer.known;
    for (const { code } of answer.refused) total.refused[code] = (total.refused[code] ?? 0) + 1;
    total.gaps = answer.gaps;
  }
  return total;
}
