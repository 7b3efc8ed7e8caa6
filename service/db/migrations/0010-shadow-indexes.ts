import type { Migration } from "./migrations.ts";

/** The tables that a rebuild fills take the place of those that are read, so they need what these are read by. */
export const shadowIndexes: Migration = {
  id: "0010-shadow-indexes",
  statements: [
    `CREATE INDEX new_cases_batch ON new_cases(batch)`,
    `CREATE INDEX new_sightings_look ON new_sightings(device, look)`,
  ],
};
