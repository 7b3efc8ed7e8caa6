import type { Migration } from "./migrations.ts";

const ADMINISTRATIVE = "('system-admin', 'security-admin', 'auditor')";

/** People, how they sign in, and what they are let into. Passwords are argon2id, everything else that is secret is a hash or sealed. */
export const people: Migration = {
  id: "0020-people",
  statements: [
    // `office`: the one of the three administrative roles that this account has or once had; it never has another
    `CREATE TABLE users(
       id INTEGER PRIMARY KEY,
       public_id TEXT NOT NULL UNIQUE,
       login TEXT NOT NULL UNIQUE,
       name TEXT NOT NULL,
       role TEXT NOT NULL CHECK(role IN ('system-admin', 'security-admin', 'auditor', 'supervisor', 'reviewer', 'observer')),
       office TEXT CHECK(office IS NULL OR office IN ${ADMINISTRATIVE}),
       unit INTEGER NOT NULL REFERENCES units(id),
       password TEXT,
       totp TEXT,
       totp_step INTEGER,
       sso TEXT UNIQUE,
       created_at INTEGER NOT NULL,
       created_by TEXT NOT NULL,
       expires_at INTEGER,
       disabled_at INTEGER,
       CHECK(role NOT IN ${ADMINISTRATIVE} OR office IS role),
       CHECK(role <> 'reviewer' OR expires_at IS NOT NULL)
     ) STRICT`,
    `CREATE TRIGGER users_office BEFORE UPDATE OF office ON users WHEN OLD.office IS NOT NULL AND NEW.office IS NOT OLD.office
     BEGIN SELECT raise(ABORT, 'an account holds one administrative role for ever'); END`,
    `CREATE TABLE recovery_codes(
       user INTEGER NOT NULL REFERENCES users(id),
       hash TEXT NOT NULL,
       used_at INTEGER,
       PRIMARY KEY(user, hash)
     ) STRICT, WITHOUT ROWID`,
    // one-time links: `user` NULL for the one that makes the first administrator
    `CREATE TABLE links(
       hash TEXT PRIMARY KEY,
       user INTEGER REFERENCES users(id),
       created_at INTEGER NOT NULL,
       expires_at INTEGER NOT NULL,
       used_at INTEGER
     ) STRICT, WITHOUT ROWID`,
    // by the hash of the name that was typed, whether anybody has it or not
    `CREATE TABLE attempts(
       name TEXT PRIMARY KEY,
       failures INTEGER NOT NULL,
       last_at INTEGER NOT NULL,
       locked_until INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    "DROP TABLE sessions",
    `CREATE TABLE sessions(
       hash TEXT PRIMARY KEY,
       public_id TEXT NOT NULL UNIQUE,
       user INTEGER REFERENCES users(id),
       token INTEGER REFERENCES tokens(id),
       way TEXT NOT NULL CHECK(way IN ('password', 'second-factor', 'sso', 'token')),
       created_at INTEGER NOT NULL,
       last_at INTEGER NOT NULL,
       expires_at INTEGER NOT NULL,
       address TEXT NOT NULL,
       agent TEXT NOT NULL,
       CHECK((user IS NULL) <> (token IS NULL))
     ) STRICT, WITHOUT ROWID`,
    "CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    // whose browser it is, where a person enrolled it for themselves
    "ALTER TABLE devices ADD COLUMN owner INTEGER REFERENCES users(id)",
    "ALTER TABLE enrolments ADD COLUMN owner INTEGER REFERENCES users(id)",
  ],
};
