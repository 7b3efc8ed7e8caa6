import { z } from "zod";

/**
 * A device's queue carried by hand where no network reaches: one header line, then one batch (the body of `POST /v1/observations`) a line.
 * The signature is over everything after the header's newline: ECDSA over P-256 with SHA-256 by the device's own key, base64 of r‖s; or, for a
 * device that has none, HMAC-SHA-256, hex, whose key is the base64url SHA-256 of the token's secret.
 */
export const TRANSFER_FORMAT = "shixian-outbox/1";

export const transferHeader = z.strictObject({
  format: z.literal(TRANSFER_FORMAT),
  deviceId: z.string().min(1).max(64),
  exportedAt: z.int().min(0),
  batches: z.int().min(0),
  records: z.int().min(0),
  signature: z.string().regex(/^([0-9a-f]{64}|[\w+/]{86}==)$/),
});
export type TransferHeader = z.infer<typeof transferHeader>;
