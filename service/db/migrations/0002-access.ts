import type { Migration } from "./migrations.ts";

/** Who may send and who may see. Secrets are kept as SHA-256 of 256 random bits; no password, no case-key secret. */
export const access: Migration = {
  id: "0002-access",
  statements: [
    `CREATE TABLE units(
       id INTEGER PRIMARY KEY,
       parent INTEGER REFERENCES units(id),
       name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 60),
       UNIQUE(parent, name)
     ) STRICT`,
    // NULLs are distinct in a UNIQUE, and two roots of one name are one too many
    `CREATE UNIQUE INDEX units_root ON units(name) WHERE parent IS NULL`,
    `CREATE TABLE devices(
       id INTEGER PRIMARY KEY,
       public_id TEXT NOT NULL UNIQUE,
       secret_hash TEXT NOT NULL,
       unit INTEGER NOT NULL REFERENCES units(id),
       name TEXT NOT NULL,
       created_at INTEGER NOT NULL,
       revoked_at INTEGER,
       last_at INTEGER,
       skew INTEGER,
       refused INTEGER NOT NULL DEFAULT 0,
       conflicts INTEGER NOT NULL DEFAULT 0
     ) STRICT`,
    `CREATE TABLE tokens(
       id INTEGER PRIMARY KEY,
       public_id TEXT NOT NULL UNIQUE,
       secret_hash TEXT NOT NULL,
       role TEXT NOT NULL CHECK(role IN ('auditor', 'admin')),
       unit INTEGER NOT NULL REFERENCES units(id),
       name TEXT NOT NULL,
       created_at INTEGER NOT NULL,
       expires_at INTEGER,
       revoked_at INTEGER
     ) STRICT`,
    `CREATE TABLE enrolments(
       code_hash TEXT PRIMARY KEY,
       unit INTEGER NOT NULL REFERENCES units(id),
       created_at INTEGER NOT NULL,
       expires_at INTEGER NOT NULL,
       used_at INTEGER,
       device TEXT
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE sessions(
       hash TEXT PRIMARY KEY,
       token INTEGER NOT NULL REFERENCES tokens(id),
       created_at INTEGER NOT NULL,
       expires_at INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
};
