import type { Migration } from "./migrations.ts";
import { refuse } from "./refuse.ts";

/** The tree as it was at any time. What a unit was when it was made holds for all the time before, too: cases may be older than their unit's entry. */
export const unitHistory: Migration = {
  id: "0022-unit-history",
  statements: [
    // the office's own code (区划代码、统一社会信用代码), by which an import knows a unit that was renamed or moved
    "ALTER TABLE units ADD COLUMN code TEXT",
    "CREATE UNIQUE INDEX units_code ON units(code) WHERE code IS NOT NULL",
    `CREATE TABLE unit_changes(
       id INTEGER PRIMARY KEY,
       unit INTEGER NOT NULL REFERENCES units(id),
       parent INTEGER REFERENCES units(id),
       name TEXT NOT NULL,
       at INTEGER NOT NULL,
       by TEXT NOT NULL
     ) STRICT`,
    "CREATE INDEX unit_changes_unit ON unit_changes(unit, at)",
    refuse("unit_changes", "UPDATE"),
    refuse("unit_changes", "DELETE"),
    "INSERT INTO unit_changes(unit, parent, name, at, by) SELECT id, parent, name, 0, '' FROM units ORDER BY id",
    `CREATE TRIGGER units_made AFTER INSERT ON units
     BEGIN INSERT INTO unit_changes(unit, parent, name, at, by) VALUES(NEW.id, NEW.parent, NEW.name, 0, ''); END`,
    `CREATE TRIGGER units_changed BEFORE UPDATE OF parent, name ON units
     WHEN NOT EXISTS (SELECT 1 FROM unit_changes WHERE unit = NEW.id AND parent IS NEW.parent AND name = NEW.name
       AND id = (SELECT max(id) FROM unit_changes WHERE unit = NEW.id))
     BEGIN SELECT raise(ABORT, 'a unit changes only with its history'); END`,
    refuse("units", "DELETE"),
    // raising a case is an act with a reason; the number is what somebody who knew it has said, sealed
    `CREATE TABLE escalations(
       id INTEGER PRIMARY KEY,
       case_key TEXT NOT NULL UNIQUE,
       reason TEXT NOT NULL,
       at INTEGER NOT NULL,
       by TEXT NOT NULL,
       by_name TEXT NOT NULL
     ) STRICT`,
    `CREATE TABLE disclosures(
       case_key TEXT PRIMARY KEY REFERENCES escalations(case_key),
       sealed TEXT NOT NULL,
       at INTEGER NOT NULL,
       by TEXT NOT NULL,
       by_name TEXT NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
};
