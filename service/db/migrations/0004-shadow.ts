import type { Migration } from "./migrations.ts";

/** The same tables once more, empty but for the time of a rebuild, without the indexes that only readers need. */
export const shadow: Migration = {
  id: "0004-shadow",
  statements: [
    `CREATE TABLE new_cases(
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
    `CREATE TABLE new_sightings(
       case_id INTEGER NOT NULL,
       at INTEGER NOT NULL,
       device INTEGER NOT NULL,
       seq INTEGER NOT NULL,
       last_at INTEGER NOT NULL,
       look INTEGER NOT NULL,
       PRIMARY KEY(case_id, at, device, seq)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE new_case_units(
       case_id INTEGER NOT NULL,
       unit INTEGER NOT NULL,
       PRIMARY KEY(case_id, unit)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE new_looks(
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
    `CREATE TABLE new_step_intervals(
       case_id INTEGER NOT NULL,
       n INTEGER NOT NULL,
       name TEXT NOT NULL,
       department TEXT,
       entered_at TEXT,
       left_at TEXT,
       PRIMARY KEY(case_id, n)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE new_fold(one INTEGER PRIMARY KEY CHECK(one = 1), batch INTEGER NOT NULL, version TEXT NOT NULL) STRICT`,
    `INSERT INTO new_fold VALUES(1, 0, '')`,
  ],
};
