import type { Migration } from "./migrations.ts";
import { refuse } from "./refuse.ts";

/**
 * Calendars and rule sets that an office brought in by itself. Nothing is ever replaced: a corrected file is a later row of the same
 * name, so that what an earlier report rested on can still be read.
 */
export const rules: Migration = {
  id: "0005-rules",
  statements: [
    `CREATE TABLE rule_files(
       id INTEGER PRIMARY KEY,
       kind TEXT NOT NULL CHECK(kind IN ('year', 'overlay', 'regime')),
       name TEXT NOT NULL,
       body TEXT NOT NULL,
       digest TEXT NOT NULL,
       imported_at INTEGER NOT NULL,
       imported_by TEXT NOT NULL
     ) STRICT`,
    refuse("rule_files", "UPDATE"),
    refuse("rule_files", "DELETE"),
    // the rule set of an organisation: the last row of a unit holds for it and below; no unit: for everybody else
    `CREATE TABLE regime_choices(
       id INTEGER PRIMARY KEY,
       unit INTEGER REFERENCES units(id),
       regime TEXT NOT NULL,
       chosen_at INTEGER NOT NULL,
       chosen_by TEXT NOT NULL
     ) STRICT`,
    refuse("regime_choices", "UPDATE"),
    refuse("regime_choices", "DELETE"),
  ],
};
