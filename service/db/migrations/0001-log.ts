import type { Migration } from "./migrations.ts";

const refuse = (table: string, act: "UPDATE" | "DELETE"): string =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
   BEGIN SELECT raise(ABORT, '${table} is append-only'); END`;

/**
 * The log of everything that was ever seen. Its only key is (device, seq): a unique index over random digests would cost
 * two thirds of the speed and prove no more. STRICT, because an append-only table is no place for a value of a wrong type.
 */
export const log: Migration = {
  id: "0001-log",
  statements: [
    // one receipt; `skew` is the device's clock less ours, in ms, when it was sent
    `CREATE TABLE batches(
       id INTEGER PRIMARY KEY,
       device INTEGER NOT NULL,
       first_seq INTEGER NOT NULL,
       last_seq INTEGER NOT NULL,
       received_at INTEGER NOT NULL,
       skew INTEGER NOT NULL
     ) STRICT`,
    // kind: 1 look, 2 observation, 0 refused: its number is spent, nothing of what it said is kept but the code
    `CREATE TABLE records(
       device INTEGER NOT NULL,
       seq INTEGER NOT NULL,
       batch INTEGER NOT NULL,
       kind INTEGER NOT NULL CHECK(kind IN (0, 1, 2)),
       body TEXT NOT NULL,
       digest TEXT NOT NULL,
       PRIMARY KEY(device, seq)
     ) STRICT, WITHOUT ROWID`,
    refuse("records", "UPDATE"),
    refuse("records", "DELETE"),
    // which numbers of a device are here, as runs: a hole is what the next answer asks for
    `CREATE TABLE runs(
       device INTEGER NOT NULL,
       first_seq INTEGER NOT NULL,
       last_seq INTEGER NOT NULL,
       PRIMARY KEY(device, first_seq)
     ) STRICT, WITHOUT ROWID`,
  ],
};
