import type { Migration } from "./migrations.ts";

/** base64 of the SPKI with which a device signs; NULL for one that was enrolled without. */
export const deviceKeys: Migration = {
  id: "0012-device-keys",
  statements: ["ALTER TABLE devices ADD COLUMN public_key TEXT"],
};
