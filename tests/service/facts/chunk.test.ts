import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { caseBook } from "../../../service/derived/case-book.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { CHUNK, decode, encoded } from "../../../service/facts/chunk.ts";
import { Columns } from "../../../service/facts/columns.ts";
import { factBook } from "../../../service/facts/fact-book.ts";
import { factLayer } from "../../../service/facts/fact-layer.ts";
import { LookColumns } from "../../../service/facts/look-columns.ts";
import { shelf } from "../../../service/facts/shelf.ts";
import { aFolder, aLook, aService, aSight } from "../a-service.ts";

const UNIT = "青屿市/政务服务中心";

async function aFilledService(): Promise<Awaited<ReturnType<typeof aService>>> {
  const service = await aService();
  const device = await service.device(UNIT);
  const records = Array.from({ length: 30 }, (_, n) => aSight(2 + n, n % 12));
  await device.send([aLook(1), ...records]);
  await service.app.cases.catchUp();
  return service;
}

const chunkOf = async (db: Parameters<typeof factLayer>[0]): Promise<Buffer> => {
  const layer = factLayer(db, NATIONAL);
  await layer.update();
  return Buffer.from(encoded(layer.columns, 0));
};

test("a chunk is the same bytes after a rebuild, and after changes in whatever order", async () => {
  const { db, device, app } = await aFilledService();
  const layer = factLayer(db, NATIONAL);
  await layer.update();
  const second = await device(UNIT);
  await second.send([aLook(1), aSight(2, 3), aSight(3, 40)]);
  await app.cases.catchUp();
  await layer.update();
  const grown = Buffer.from(encoded(layer.columns, 0));
  expect(grown.equals(await chunkOf(db))).toBe(true);
  await rebuild(db, NATIONAL.fold);
  expect(grown.equals(await chunkOf(db))).toBe(true);
});

test("what is put together from chunks is what was taken apart", async () => {
  const { db } = await aFilledService();
  const layer = factLayer(db, NATIONAL);
  await layer.update();
  const made = new Columns();
  decode(made, 0, encoded(layer.columns, 0));
  expect(made.size).toBe(layer.columns.size);
  expect(Buffer.from(encoded(made, 0)).equals(Buffer.from(encoded(layer.columns, 0)))).toBe(true);
  expect(CHUNK).toBeGreaterThan(layer.columns.size);
});

test("after a start only what has changed is read, and what was made from other tables is not believed", async () => {
  const { db, device, app } = await aFilledService();
  const folder = aFolder();
  const book = () => factBook(db, caseBook(db, NATIONAL.fold), shelf(folder));
  const first = book();
  await first.refresh(NATIONAL);
  await first.save();

  let reads = 0;
  const counting = {
    ...db,
    values: (sql: string, args?: Parameters<typeof db.values>[1]) => {
      if (sql.includes("c.timeline")) reads += JSON.parse(String(args?.[0])).length;
      return db.values(sql, args);
    },
  };
  const again = factLayer(counting, NATIONAL, shelf(folder));
  await again.update();
  expect(reads).toBe(0);
  expect(again.columns.size).toBe(12);

  const other = await device(UNIT);
  await other.send([aLook(1), aSight(2, 3)]);
  await app.cases.catchUp();
  const third = factLayer(counting, NATIONAL, shelf(folder));
  await third.update();
  expect(reads).toBe(1);
  expect(Buffer.from(encoded(third.columns, 0)).equals(await chunkOf(db))).toBe(true);

  await rebuild(db, NATIONAL.fold);
  const anew = factLayer(counting, NATIONAL, shelf(folder));
  await anew.update();
  expect(reads).toBe(13);
});

test("a kept chunk of which a byte has changed is thrown away, and everything is read again", async () => {
  const { app, db, device } = await aService();
  const sender = await device(UNIT);
  await sender.send([aLook(1), ...Array.from({ length: 5 }, (_, n) => aSight(2 + n, n + 1))]);
  await app.cases.catchUp();
  const folder = aFolder();
  const first = factLayer(db, NATIONAL, shelf(folder));
  await first.update();
  await first.save((act) => act());
  const sound = await chunkOf(db);
  const [file = ""] = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("0"),
  );
  const bytes = readFileSync(join(folder, file));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(join(folder, file), bytes);
  const again = factLayer(db, NATIONAL, shelf(folder));
  await again.update();
  expect(Buffer.from(encoded(again.columns, 0)).equals(sound)).toBe(true);
  expect(again.columns.size).toBe(5);
});

test("looks wait for the next start too: only new ones are read, and what another program left is removed", async () => {
  const { app, db, device } = await aService();
  const sender = await device(UNIT);
  await sender.send([aLook(1), aSight(2, 1), aLook(3), aSight(4, 2, {}, { look: 3 })]);
  await app.cases.catchUp();
  const folder = aFolder();
  mkdirSync(join(folder, "old"));
  writeFileSync(join(folder, "old", "label.json"), JSON.stringify({ program: "former" }));
  const first = new LookColumns(db, shelf(folder));
  await first.update();
  first.save();
  expect(readdirSync(folder)).not.toContain("old");
  await sender.send([aLook(5)]);
  await app.cases.catchUp();
  let read = 0;
  const counting = {
    ...db,
    values: async (sql: string, args?: Parameters<typeof db.values>[1]) => {
      const rows = await db.values(sql, args);
      if (sql.includes("JOIN looks")) read += rows.length;
      return rows;
    },
  };
  const again = new LookColumns(counting, shelf(folder));
  await again.update();
  const anew = new LookColumns(db);
  await anew.update();
  expect(read).toBe(1);
  const told = ({ size, looks, latest, sources }: LookColumns) => ({
    size,
    latest,
    rows: Array.from({ length: size }, (_, row) => [
      looks.at[row],
      looks.device[row],
      sources.at(looks.source[row] ?? 0),
      looks.unidentified[row],
      looks.unreadable[row],
      looks.total[row],
    ]),
  });
  expect(told(again)).toEqual(told(anew));
});
