import { z } from "zod";

/**
 * A device's queue carried by hand where no network reaches: one header line, then one batch (the body of `POST /v1/observations`) a line.
 * The signature is HMAC-SHA-256, hex, over everything after the header's newline. Its key is the base64url SHA-256 of the token's secret:
 * both banks can compute it and neither the file nor the service's database shows the secret.
 */
export const TRANSFER_FORMAT = "shixian-outbox/1";

export const transferHeader = z.strictObject({
  format: z.literal(TRANSFER_FORMAT),
  deviceId: z.string().min(1).max(64),
  exportedAt: z.int().min(0),
  batches: z.int().min(0),
  records: z.int().min(0),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TransferHeader = z.infer<typeof transferHeader>;
