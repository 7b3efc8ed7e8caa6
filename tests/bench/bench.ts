import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { randomBytes } from "node:crypto";
import { makeAccessToken } from "../../service/access/tokens.ts";
import { findUnit } from "../../service/access/units.ts";
import { openDatabase } from "../../service/db/open.ts";
import { bench as clock } from "./clock.bench.ts";
import { fill } from "./fill.ts";
import { bench as ingest, benchStored, soak } from "./ingest.bench.ts";
import { bench as reading } from "./reading.bench.ts";
import { benchRebuild } from "./rebuild.bench.ts";
import { bench as reports } from "./reports.bench.ts";
import { bench as withheld } from "./withheld.bench.ts";

/**
 * `npm run bench`: what is measured, in turn; `npm run bench -- ingest` one of them. One bench = one file that exports `bench` and a line
 * here. `npm run bench -- --fill 1e7 [--into FILE]` makes a database of that many observations and tells how to ask it; `--stored FILE`
 * compares ingest into it with ingest into an empty one; `--rebuild FILE` makes its derived tables again beside a service that goes on;
 * `--soak [SECONDS [PAUSE_MS]]` sends for an hour, each sender resting after an answer, and watches memory.
 */
const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  clock,
  withheld,
  ingest,
  reading,
  reports,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fill: { type: "string" },
    into: { type: "string" },
    stored: { type: "string" },
    soak: { type: "boolean" },
    rebuild: { type: "string" },
  },
});

if (values.stored !== undefined) await benchStored(resolve(values.stored));
else if (values.rebuild !== undefined) await benchRebuild(resolve(values.rebuild));
else if (values.soak) {
  const [seconds = 3600, pause = 0] = positionals.map(Number);
  const { early, late, heap, records } = await soak(seconds, { pause });
  process.stdout.write(
    `soak: ${records} records in ${seconds} s; ${early.toFixed(0)} MB early, ${late.toFixed(0)} MB at the end ` +
      `(heap ${heap.early.toFixed(0)}, ${heap.late.toFixed(0)})\n`,
  );
} else if (values.fill === undefined)
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length === 0 || positionals.includes(name)) await bench();
  }
else await filled(Number(values.fill), values.into);

async function filled(observations: number, into?: string): Promise<void> {
  const file = resolve(into ?? join(mkdtempSync(join(tmpdir(), "shixian-fill-")), "shixian.db"));
  const db = openDatabase(`file:${file}`);
  const { senders, ...made } = await fill(db, {
    observations,
    progress: (done) => process.stderr.write(`\r${Math.round((done / observations) * 100)} %`),
  });
  const city = await findUnit(db, null, "青屿市");
  const token = await makeAccessToken(db, {
    role: "auditor",
    unit: city?.id ?? 0,
    name: "bench",
    now: Date.now(),
    expiresAt: null,
    random: randomBytes,
  });
  await db.close();
  process.stdout.write(
    `\r${JSON.stringify({ file, token, sender: senders[0]?.token, ...made })}\n`,
  );
}
