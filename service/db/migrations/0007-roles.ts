import type { Migration } from "./migrations.ts";

/** The roles as 等保 asks. Whoever was an administrator looks after units and devices; everybody signs in anew. */
export const roles: Migration = {
  id: "0007-roles",
  statements: [
    "DROP TABLE sessions",
    "ALTER TABLE tokens RENAME TO old_tokens",
    // `reports`: the ids that it may pull, as a JSON array; NULL for all that its role may see
    `CREATE TABLE tokens(
       id INTEGER PRIMARY KEY,
       public_id TEXT NOT NULL UNIQUE,
       secret_hash TEXT NOT NULL,
       role TEXT NOT NULL CHECK(role IN ('auditor', 'system-admin')),
       unit INTEGER NOT NULL REFERENCES units(id),
       name TEXT NOT NULL,
       reports TEXT,
       created_at INTEGER NOT NULL,
       created_by TEXT,
       expires_at INTEGER,
       revoked_at INTEGER,
       last_used_at INTEGER
     ) STRICT`,
    `INSERT INTO tokens(id, public_id, secret_hash, role, unit, name, created_at, expires_at, revoked_at)
     SELECT id, public_id, secret_hash, CASE role WHEN 'admin' THEN 'system-admin' ELSE role END, unit, name, created_at,
       expires_at, revoked_at FROM old_tokens`,
    "DROP TABLE old_tokens",
    `CREATE TABLE sessions(
       hash TEXT PRIMARY KEY,
       token INTEGER NOT NULL REFERENCES tokens(id),
       created_at INTEGER NOT NULL,
       expires_at INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
};
