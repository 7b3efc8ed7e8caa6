import type { Migration } from "./migrations.ts";
import { refuse } from "./refuse.ts";

/**
 * Who did what. Each entry holds the hash of the one before it; entries leave only from the old end, and only after a checkpoint has
 * written down what the chain was there.
 */
export const audit: Migration = {
  id: "0021-audit",
  statements: [
    `CREATE TABLE audit(
       id INTEGER PRIMARY KEY,
       at INTEGER NOT NULL,
       kind TEXT NOT NULL CHECK(kind IN ('user', 'token', 'device', 'command', 'nobody')),
       actor TEXT NOT NULL,
       name TEXT NOT NULL,
       role TEXT,
       unit INTEGER,
       act TEXT NOT NULL,
       object TEXT NOT NULL,
       detail TEXT NOT NULL,
       address TEXT NOT NULL,
       hash TEXT NOT NULL
     ) STRICT`,
    "CREATE INDEX audit_at ON audit(at)",
    "CREATE INDEX audit_object ON audit(object)",
    refuse("audit", "UPDATE"),
    `CREATE TABLE audit_checkpoints(
       id INTEGER PRIMARY KEY,
       at INTEGER NOT NULL,
       last INTEGER NOT NULL,
       hash TEXT NOT NULL,
       removed INTEGER NOT NULL,
       seal TEXT NOT NULL
     ) STRICT`,
    refuse("audit_checkpoints", "UPDATE"),
    refuse("audit_checkpoints", "DELETE"),
    `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
     WHEN OLD.id > (SELECT coalesce(max(last), 0) FROM audit_checkpoints)
     BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
  ],
};
