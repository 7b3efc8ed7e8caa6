import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import { DatabaseError } from "../../../service/db/database.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { migrations } from "../../../service/db/migrations/migrations.ts";
import { openDatabase } from "../../../service/db/open.ts";
import * as tables from "../../../service/db/tables.ts";
import { problemOf } from "../../../service/http/problem.ts";
import { NOW, aFolder, aLook, aService } from "../a-service.ts";

test("every table is STRICT, and the log has no key but device and number", async () => {
  const { db } = await aService();
  const list = await db.all(
    "SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  );
  expect(list.filter(({ strict }) => strict !== 1)).toEqual([]);
  expect(list.find(({ name }) => name === "records")?.wr).toBe(1);
  expect(
    await db.values("SELECT count(*) FROM pragma_index_list('records') WHERE origin <> 'pk'"),
  ).toEqual([[0]]);
});

test("the typed tables are the tables that exist", async () => {
  const { db } = await aService();
  for (const name of ["units", "devices", "tokens"] as const) {
    const real = await db.values(`SELECT name FROM pragma_table_info('${name}')`);
    expect(
      Object.values(getTableColumns(tables[name]))
        .map((column) => column.name)
        .sort(),
    ).toEqual(real.flat().sort());
  }
});

test.each([
  "UPDATE records SET body = '{}'",
  "DELETE FROM records",
  "UPDATE records SET seq = 9 WHERE seq = 1",
])("the log refuses: %s", async (sql) => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1)]);
  await expect(service.db.write([{ sql }])).rejects.toThrow(DatabaseError);
  expect(await service.db.values("SELECT count(*) FROM records WHERE seq = 1")).toEqual([[1]]);
});

test("a write is whole or not at all", async () => {
  const { db } = await aService();
  await expect(
    db.write([
      { sql: "INSERT INTO units(name) VALUES('甲')" },
      { sql: "INSERT INTO units(name) VALUES('甲')" },
    ]),
  ).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_UNIQUE" });
  expect(await db.values("SELECT count(*) FROM units")).toEqual([[0]]);
});

test("settings that durability rests on hold", async () => {
  const { db } = await aService();
  expect(await db.values("PRAGMA synchronous")).toEqual([[2]]);
  expect(await db.values("PRAGMA journal_mode")).toEqual([["wal"]]);
  expect(await db.values("PRAGMA foreign_keys")).toEqual([[1]]);
});

test("migrating again does nothing, and starters may race", async () => {
  const url = `file:${join(aFolder(), "race.db")}`;
  const [a, b] = [openDatabase(url), openDatabase(url)];
  const made = await Promise.all([migrate(a, NOW), migrate(b, NOW)]);
  expect(made.flat().sort()).toEqual(migrations.map(({ id }) => id));
  expect(await migrate(a, NOW)).toEqual([]);
  await a.close();
  await b.close();
});

test("a database of a newer program is not touched", async () => {
  const { db } = await aService();
  await db.write([{ sql: "INSERT INTO migrations VALUES('9999-later', 1)" }]);
  await expect(migrate(db, NOW)).rejects.toThrow(/较新版本/);
});

test("an error names no value", async () => {
  const { db } = await aService();
  const failing = db.write([
    { sql: "INSERT INTO units(name, parent) VALUES(?, 77)", args: ["不可外泄"] },
  ]);
  await expect(failing).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
  await expect(failing).rejects.not.toThrow(/不可外泄/);
});

test("a file that is no database is a clear failure", () => {
  const folder = aFolder();
  writeFileSync(join(folder, "x.db"), "not a database".repeat(100));
  expect(() => openDatabase(`file:${join(folder, "x.db")}`)).toThrow(/SQLITE_NOTADB/);
  expect(() => openDatabase("mysql://x")).toThrow(/file:/);
});

test("disk trouble is told apart from a fault of ours", () => {
  expect(problemOf(new DatabaseError("SQLITE_FULL", "write")).code).toBe("store-full");
  expect(problemOf(new DatabaseError("SQLITE_READONLY", "write")).code).toBe("store-full");
  expect(problemOf(new DatabaseError("SQLITE_BUSY", "write")).code).toBe("store-busy");
  expect(problemOf(new Error("x", { cause: new DatabaseError("UNREACHABLE", "read") })).code).toBe(
    "store-busy",
  );
  expect(problemOf(new DatabaseError("SQLITE_ERROR", "read")).code).toBe("internal");
});
