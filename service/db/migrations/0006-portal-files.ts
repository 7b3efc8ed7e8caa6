import type { Migration } from "./migrations.ts";
import { refuse } from "./refuse.ts";

/**
 * Portal files that a unit shares. What was offered and what was decided about it are both kept for good: a file is in effect because
 * the last decision of the nearest unit says so, never because a row was changed.
 */
export const portalFiles: Migration = {
  id: "0006-portal-files",
  statements: [
    `CREATE TABLE portal_files(
       id INTEGER PRIMARY KEY,
       unit INTEGER NOT NULL REFERENCES units(id),
       name TEXT NOT NULL,
       body TEXT NOT NULL,
       digest TEXT NOT NULL,
       offered_at INTEGER NOT NULL,
       offered_by TEXT NOT NULL,
       offered_name TEXT NOT NULL
     ) STRICT`,
    `CREATE INDEX portal_files_name ON portal_files(name, unit)`,
    refuse("portal_files", "UPDATE"),
    refuse("portal_files", "DELETE"),
    // of a unit and a file's name the last 'accept' or 'off' holds, for the unit and all below it that decide nothing themselves
    `CREATE TABLE portal_decisions(
       id INTEGER PRIMARY KEY,
       file INTEGER NOT NULL REFERENCES portal_files(id),
       unit INTEGER NOT NULL REFERENCES units(id),
       decision TEXT NOT NULL CHECK(decision IN ('accept', 'refuse', 'off')),
       decided_at INTEGER NOT NULL,
       decided_by TEXT NOT NULL,
       decided_name TEXT NOT NULL
     ) STRICT`,
    refuse("portal_decisions", "UPDATE"),
    refuse("portal_decisions", "DELETE"),
  ],
};
