import { type ChildProcess, spawn } from "node:child_process";
import { type Hash, createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { enrol, makeEnrolment } from "../../service/access/enrolments.ts";
import { ensureUnit } from "../../service/access/units.ts";
import type { Database } from "../../service/db/database.ts";
import { migrate } from "../../service/db/migrate.ts";
import { openDatabase } from "../../service/db/open.ts";
import { catchUp } from "../../service/derived/fold.ts";
import { NATIONAL } from "../../service/derived/judging.ts";
import { DERIVED, LIVE } from "../../service/derived/tables.ts";
import { batchOf } from "./ingest.bench.ts";

const at = (path: string): string =>
  fileURLToPath(new URL(`../../service/${path}`, import.meta.url));
const wait = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/**
 * `shixian rebuild` over a database that `--fill` has made, beside a service that goes on taking in and answering. What was folded from the
 * receipts one by one while it ran, and what a second rebuild makes of the same log, must be the same bytes. It changes the file.
 */
export async function benchRebuild(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-rebuild-"));
  const env = {
    ...process.env,
    SHIXIAN_DATA: folder,
    DATABASE_URL: `file:${file}`,
    PORT: "0",
    RATE_LIMITS: "off",
  };
  const run = (path: string, ...args: string[]): ChildProcess =>
    spawn(process.execPath, [at(path), ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
  const db = openDatabase(`file:${file}`);
  await migrate(db, Date.now());
  const token = await aToken(db);
  const service = run("main.ts");
  try {
    const address = await listening(service);
    const beside = besides(address, token);
    const began = performance.now();
    await ended(run("cli.ts", "rebuild"));
    const seconds = (performance.now() - began) / 1000;
    const { slowest, sent, asked } = await beside.stop();
    service.kill();
    await ended(service);
    await catchUp(db, NATIONAL.fold);
    const followed = await digestOf(db);
    await ended(run("cli.ts", "rebuild"));
    const same = (await digestOf(db)) === followed;
    const [records] = await db.values("SELECT count(*) FROM records");
    process.stdout.write(
      `rebuild of ${String(records?.[0])} records: ${seconds.toFixed(0)} s; meanwhile ${asked} questions and ${sent} batches were answered, ` +
        `the slowest after ${slowest.toFixed(0)} ms; derived tables ${same ? "the same byte for byte" : "DIFFER"} (${followed.slice(0, 12)})\n`,
    );
    if (!same) process.exitCode = 1;
  } finally {
    service.kill();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function aToken(db: Database): Promise<string> {
  const unit = await ensureUnit(db, "青屿区");
  const now = Date.now();
  const { code } = await makeEnrolment(db, { unit: unit.id, hours: 1, now, random: randomBytes });
  return (await enrol(db, { code, name: "", now, random: randomBytes }))?.token ?? "";
}

const listening = (service: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    service.stdout?.on("data", (more: Buffer) => {
      const found = /"address":"(http:[^"]+)"/.exec((said += more.toString()));
      if (found?.[1]) resolve(found[1]);
    });
    service.once("exit", (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    if (child.exitCode !== null) resolve();
    child.once("exit", (code) => (code ? reject(new Error(`ended with ${code}`)) : resolve()));
  });

/** A question and a batch, again and again; each must be answered rightly. */
function besides(address: string, token: string) {
  let [stopped, slowest, sent, asked] = [false, 0, 0, 0];
  const timed = async (act: () => Promise<Response>): Promise<void> => {
    const began = performance.now();
    const { status } = await act();
    if (status !== 200) throw new Error(`answered ${status}`);
    slowest = Math.max(slowest, performance.now() - began);
  };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const going = (async () => {
    for (let next = 1; !stopped; next += 20) {
      const body = JSON.stringify({ version: 1, sentAt: Date.now(), records: batchOf(next, 20) });
      await timed(() => fetch(`${address}/v1/observations`, { method: "POST", headers, body }));
      sent++;
      await timed(() => fetch(`${address}/readyz`));
      asked++;
      await wait(200);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await going;
      return { slowest, sent, asked };
    },
  };
}

/** Of all that the tables hold, in the order of their keys. */
async function digestOf(db: Database): Promise<string> {
  const hash = createHash("sha256");
  for (const name of DERIVED) await addTable(db, LIVE[name], hash);
  return hash.digest("hex");
}

async function addTable(db: Database, table: string, hash: Hash): Promise<void> {
  const columns = await db.values(
    `SELECT name FROM pragma_table_info('${table}') ORDER BY pk = 0, pk, cid`,
  );
  const names = columns.map(([name]) => String(name)).join(",");
  const keys = await db.values(
    `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`,
  );
  const key = keys.map(([name]) => String(name)).join(",");
  let after: unknown[] | undefined;
  for (;;) {
    const holes = keys.map(() => "?").join(",");
    const rows = await db.values(
      `SELECT ${names} FROM ${table} ${after ? `WHERE (${key}) > (${holes})` : ""} ORDER BY ${key} LIMIT 20000`,
      after as string[] | undefined,
    );
    hash.update(JSON.stringify(rows));
    if (rows.length < 20_000) return;
    after = rows.at(-1)?.slice(0, keys.length);
  }
}
