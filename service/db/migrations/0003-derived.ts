import type { Migration } from "./migrations.ts";

/** Made from the log and from nothing else: `shixian rebuild` empties these and makes them again, byte for byte. */
export const derived: Migration = {
  id: "0003-derived",
  statements: [
    `CREATE TABLE cases(
       id INTEGER PRIMARY KEY,
       key TEXT NOT NULL UNIQUE,
       mask TEXT NOT NULL,
       portal TEXT NOT NULL,
       first_at INTEGER NOT NULL,
       last_at INTEGER NOT NULL,
       observations INTEGER NOT NULL,
       timeline TEXT NOT NULL,
       batch INTEGER NOT NULL
     ) STRICT`,
    // what has changed since one last looked: the newest receipt that speaks of the case
    `CREATE INDEX cases_batch ON cases(batch)`,
    // every record that speaks of a case; at and last_at are the device's clock, mended by its batch's skew
    `CREATE TABLE sightings(
       case_id INTEGER NOT NULL,
       at INTEGER NOT NULL,
       device INTEGER NOT NULL,
       seq INTEGER NOT NULL,
       last_at INTEGER NOT NULL,
       look INTEGER NOT NULL,
       PRIMARY KEY(case_id, at, device, seq)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX sightings_look ON sightings(device, look)`,
    `CREATE TABLE case_units(
       case_id INTEGER NOT NULL,
       unit INTEGER NOT NULL,
       PRIMARY KEY(case_id, unit)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE looks(
       device INTEGER NOT NULL,
       seq INTEGER NOT NULL,
       unit INTEGER NOT NULL,
       at INTEGER NOT NULL,
       portal TEXT NOT NULL,
       view TEXT NOT NULL,
       cases INTEGER NOT NULL,
       unidentified INTEGER NOT NULL,
       unreadable INTEGER NOT NULL,
       total INTEGER,
       batch INTEGER NOT NULL,
       PRIMARY KEY(device, seq)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE step_intervals(
       case_id INTEGER NOT NULL,
       n INTEGER NOT NULL,
       name TEXT NOT NULL,
       department TEXT,
       entered_at TEXT,
       left_at TEXT,
       PRIMARY KEY(case_id, n)
     ) STRICT, WITHOUT ROWID`,
    // the last batch that the tables above contain
    `CREATE TABLE fold(one INTEGER PRIMARY KEY CHECK(one = 1), batch INTEGER NOT NULL, version TEXT NOT NULL) STRICT`,
    `INSERT INTO fold VALUES(1, 0, '')`,
  ],
};
