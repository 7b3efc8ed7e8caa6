import { type SqliteRemoteDatabase, drizzle } from "drizzle-orm/sqlite-proxy";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Database } from "./database.ts";

/**
 * The small tables, typed. The SQL of `migrations/` is what exists; a test compares the two. The log and the derived tables are
 * written by hand-made statements, three times as fast.
 */
export const units = sqliteTable("units", {
  id: integer().primaryKey(),
  parent: integer(),
  name: text().notNull(),
  code: text(),
});

export const devices = sqliteTable("devices", {
  id: integer().primaryKey(),
  publicId: text("public_id").notNull(),
  secretHash: text("secret_hash").notNull(),
  unit: integer().notNull(),
  name: text().notNull(),
  createdAt: integer("created_at").notNull(),
  revokedAt: integer("revoked_at"),
  lastAt: integer("last_at"),
  skew: integer(),
  refused: integer().notNull(),
  conflicts: integer().notNull(),
  publicKey: text("public_key"),
  owner: integer(),
});

export const tokens = sqliteTable("tokens", {
  id: integer().primaryKey(),
  publicId: text("public_id").notNull(),
  secretHash: text("secret_hash").notNull(),
  role: text({ enum: ["auditor", "system-admin"] }).notNull(),
  unit: integer().notNull(),
  name: text().notNull(),
  reports: text(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by"),
  expiresAt: integer("expires_at"),
  revokedAt: integer("revoked_at"),
  lastUsedAt: integer("last_used_at"),
});

export type Orm = SqliteRemoteDatabase;

/** drizzle over either engine: its queries are text and arguments, and go through the one door. */
export const orm = (db: Database): Orm =>
  drizzle(async (sql, args, method) => {
    const rows = await db.values(sql, args);
    return { rows: method === "get" ? (rows[0] ?? []) : rows };
  });
