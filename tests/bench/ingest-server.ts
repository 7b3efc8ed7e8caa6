import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import Libsql from "libsql";
import { enrol, makeEnrolment } from "../../service/access/enrolments.ts";
import { ensureUnit } from "../../service/access/units.ts";
import { createApp } from "../../service/app.ts";
import { migrate } from "../../service/db/migrate.ts";
import { openDatabase } from "../../service/db/open.ts";
import { collector } from "./collector.ts";
import { batchOf } from "./ingest.bench.ts";

/** One of the three that are compared, in a process of its own: tells its address, or loops when asked to. */
const [way, folder = "", senders = "1", mode] = process.argv.slice(2);

if (way === "shixian") {
  // a folder to begin in, or a database that holds much already
  const db = openDatabase(`file:${folder.endsWith(".db") ? folder : join(folder, "x.db")}`);
  await migrate(db, Date.now());
  const app = createApp({
    db,
    now: Date.now,
    keys: { caseKey: randomBytes(32), seal: randomBytes(32) },
  });
  // what the service does behind the receipts, at its own pace, where that is to be measured too
  let folding: NodeJS.Timeout | undefined;
  let storedAt = 0;
  app.log.onStored(() => {
    storedAt = performance.now();
    if (mode !== "fold") return;
    folding ??= setTimeout(() => {
      folding = undefined;
      void app.cases.catchUp(() => performance.now() - storedAt < 500);
    }, 1000);
  });
  const unit = await ensureUnit(db, "青屿区");
  const tokens: string[] = [];
  for (let i = 0; i < Number(senders); i++) {
    const { code } = await makeEnrolment(db, {
      unit: unit.id,
      hours: 1,
      now: Date.now(),
      random: randomBytes,
    });
    tokens.push(
      (await enrol(db, { code, name: "", now: Date.now(), random: randomBytes }))?.token ?? "",
    );
  }
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
    process.send?.({ address: `http://127.0.0.1:${port}`, tokens }),
  );
} else if (way === "collector") {
  const { address } = await collector(join(folder, "x.db"));
  process.send?.({ address, tokens: Array.from({ length: Number(senders) }, () => "x") });
} else {
  process.send?.({ address: "", tokens: [] });
  process.on("message", (asked: string | { size: number; seconds: number }) => {
    if (typeof asked === "object")
      process.send?.({ records: rawLoop(join(folder, "x.db"), asked.size, asked.seconds) });
  });
}

// wall time tells of the machine's other guests too; what a request costs is its share of this
process.on("message", (asked) => {
  if (asked === "memory") {
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ memory: rss / 2 ** 20, heap: heapUsed / 2 ** 20 });
  }
  if (asked !== "cpu") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});

// the bench has ended, or wants the profile that --cpu-prof writes on the way out
process.on("disconnect", () => process.exit());

/** The limit: the same rows of as many devices through the raw binding, prepared once, one transaction a batch, nothing else. */
function rawLoop(file: string, size: number, seconds: number): number {
  const db = new Libsql(file);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec(
    `CREATE TABLE records(device INTEGER, seq INTEGER, batch INTEGER, kind INTEGER, body TEXT, digest TEXT,
       PRIMARY KEY(device, seq)) STRICT, WITHOUT ROWID`,
  );
  const insert = db.prepare("INSERT INTO records VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const bodies = batchOf(1, size).map((record) => JSON.stringify(record));
  const next = Array.from({ length: Number(senders) }, () => 0);
  const began = performance.now();
  let n = 0;
  for (let batch = 0; performance.now() - began < seconds * 1000; batch++) {
    const device = batch % next.length;
    db.exec("BEGIN IMMEDIATE");
    for (const body of bodies) {
      next[device] = (next[device] ?? 0) + 1;
      insert.run([device, next[device], batch, 2, body, "0123456789012345678901"]);
    }
    db.exec("COMMIT");
    n += size;
  }
  return n;
}
