import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aLook, aSight } from "../service/a-record.ts";

/**
 * Ingest over HTTP against two limits on the same disk with the same `synchronous`: a prepared loop without any HTTP, and the plain
 * collector. Servers run in processes of their own, one after another, in turns; the ratios are what counts.
 */
const SIZES = [1, 50, 100, 500] as const;
const WAYS = ["loop", "collector", "shixian"] as const;
const SECONDS = Number(process.env.SHIXIAN_BENCH_SECONDS ?? 2);
const ROUNDS = Number(process.env.SHIXIAN_BENCH_ROUNDS ?? 3);
const SENDERS = 8;
type Way = (typeof WAYS)[number];

interface Started {
  child: ChildProcess;
  address: string;
  tokens: string[];
}

const start = (way: Way, folder: string, mode = "receipts"): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("ingest-server.ts", import.meta.url)), [
      way,
      folder,
      String(SENDERS),
      mode,
    ]);
    child.once("message", (said: { address: string; tokens: string[] }) =>
      resolve({ child, ...said }),
    );
    child.once("exit", (code) => reject(new Error(`${way} ended with ${code}`)));
  });

export const batchOf = (first: number, size: number): Record<string, unknown>[] =>
  Array.from({ length: size }, (_, i) =>
    i === 0 && size > 1
      ? aLook(first)
      : aSight(first + i, (first + i) % 20_000, {
          item: "食品经营许可（新办）",
          department: "市场监督管理局",
          step: "审查",
          acceptedAt: "2026-11-02T09:30",
          promisedLimit: { amount: 5, unit: "workday" },
          due: "2026-11-09",
        }),
  );

interface Measured {
  perSecond: number;
  /** microseconds of the server's processor for each record */
  cpu: number;
}

/** Sends as fast as it is answered; only what was new and acknowledged counts. */
async function load(
  { address, tokens }: Started,
  size: number,
  seconds = SECONDS,
  pause = 0,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const sent = await Promise.all(
    tokens.map(async (token, device) => {
      let [next, answered] = [Number(process.hrtime.bigint() / 1000n), 0];
      while (performance.now() < until) {
        const response = await fetch(`${address}/v1/observations`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${token}`,
            "x-device": String(device),
          },
          body: JSON.stringify({ version: 1, sentAt: Date.now(), records: batchOf(next, size) }),
        });
        const { accepted } = (await response.json()) as { accepted: number };
        if (accepted !== size)
          throw new Error(`${accepted} of ${size} were new: the load is not honest`);
        answered += accepted;
        next += size;
        if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
      }
      return answered;
    }),
  );
  return sent.reduce((sum, n) => sum + n, 0);
}

const ask = <T>(child: ChildProcess, question: "cpu" | "memory" | object): Promise<T> =>
  new Promise((resolve) => {
    child.once("message", (said: T) => resolve(said));
    child.send(question);
  });

async function measure(way: Way, started: Started, size: number): Promise<Measured> {
  const { child } = started;
  if (way !== "loop") await load(started, size);
  const before = await ask<{ cpu: number }>(child, "cpu");
  const began = performance.now();
  const records =
    way === "loop"
      ? (await ask<{ records: number }>(child, { size, seconds: SECONDS })).records
      : await load(started, size);
  const seconds = (performance.now() - began) / 1000;
  const after = await ask<{ cpu: number }>(child, "cpu");
  return { perSecond: records / seconds, cpu: (after.cpu - before.cpu) / records };
}

/** The same load on an empty database and on one that `--fill` has made, in turns. It adds to the latter. */
export async function benchStored(file: string, size = 100): Promise<void> {
  const found = { empty: [] as Measured[], stored: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round++)
    for (const which of ["empty", "stored"] as const) {
      const folder = mkdtempSync(join(tmpdir(), "shixian-bench-"));
      const started = await start("shixian", which === "empty" ? folder : file);
      try {
        found[which].push(await measure("shixian", started, size));
      } finally {
        started.child.removeAllListeners("exit");
        started.child.kill();
        rmSync(folder, { recursive: true, force: true });
      }
    }
  const of = (which: keyof typeof found, part: keyof Measured): number =>
    median(found[which].map((each) => each[part]));
  print(
    `ingest at batches of ${size}: empty ${Math.round(of("empty", "perSecond"))}/s (${of("empty", "cpu").toFixed(1)} us), ` +
      `stored ${Math.round(of("stored", "perSecond"))}/s (${of("stored", "cpu").toFixed(1)} us): ` +
      `${(of("stored", "perSecond") / of("empty", "perSecond")).toFixed(2)} of the rate, ` +
      `${(of("empty", "cpu") / of("stored", "cpu")).toFixed(2)} by processor`,
  );
}

interface Soaked {
  /** the largest of the second and third tenth, and of the last two; MB */
  early: number;
  late: number;
  /** of the heap alone, likewise */
  heap: { early: number; late: number };
  records: number;
}

/**
 * Sends for so many seconds to a whole service, fold and all, and watches its memory.
 * @param pause ms that each sender rests after an answer; 0: as fast as it is answered
 */
export async function soak(seconds: number, { size = 100, pause = 0 } = {}): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-soak-"));
  const started = await start("shixian", folder, "fold");
  try {
    const seen: { memory: number; heap: number }[] = [];
    let records = 0;
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      records += await load(started, size, Math.max(1, seconds / 40), pause);
      seen.push(await ask(started.child, "memory"));
    }
    const tenth = Math.ceil(seen.length / 10);
    const of = (part: "memory" | "heap") => ({
      early: Math.max(...seen.slice(tenth, 3 * tenth).map((each) => each[part])),
      late: Math.max(...seen.slice(-2 * tenth).map((each) => each[part])),
    });
    return { ...of("memory"), heap: of("heap"), records };
  } finally {
    started.child.removeAllListeners("exit");
    started.child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export async function bench(): Promise<void> {
  print("ingest: records a second (processor microseconds a record)");
  print("batch | loop | collector | shixian | cpu: loop/shixian | cpu: collector/shixian");
  for (const size of SIZES) {
    const found = new Map<Way, Measured[]>(WAYS.map((way) => [way, []]));
    for (let round = 0; round < ROUNDS; round++)
      for (const way of round % 2 === 0 ? WAYS : WAYS.toReversed()) {
        const folder = mkdtempSync(join(tmpdir(), "shixian-bench-"));
        const started = await start(way, folder);
        try {
          found.get(way)?.push(await measure(way, started, size));
        } finally {
          started.child.removeAllListeners("exit");
          started.child.kill();
          rmSync(folder, { recursive: true, force: true });
        }
      }
    const of = (way: Way, part: keyof Measured): number =>
      median((found.get(way) ?? []).map((each) => each[part]));
    const cells = WAYS.map(
      (way) => `${Math.round(of(way, "perSecond"))} (${of(way, "cpu").toFixed(1)})`,
    );
    const shares = (["loop", "collector"] as const).map((way) =>
      (of(way, "cpu") / of("shixian", "cpu")).toFixed(2),
    );
    print([size, ...cells, ...shares].join(" | "));
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (import.meta.main) await bench();
