import type { Migration } from "./migrations.ts";

/** What several processes beside one database need to know of each other. Not evidence: both may be emptied at any time. */
export const scaleOut: Migration = {
  id: "0030-scale-out",
  statements: [
    // counts writes, so that a copy can be asked whether it has them all
    `CREATE TABLE pulse(one INTEGER PRIMARY KEY CHECK(one = 1), n INTEGER NOT NULL) STRICT`,
    `INSERT INTO pulse VALUES(1, 0)`,
    // who does what only one should do, and until when, by the database's clock (ms)
    `CREATE TABLE leases(name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  ],
};
