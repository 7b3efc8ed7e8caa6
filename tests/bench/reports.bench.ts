import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../service/db/open.ts";
import { caseBook } from "../../service/derived/case-book.ts";
import { NATIONAL } from "../../service/derived/judging.ts";
import type { CaseSet } from "../../service/facts/case-set.ts";
import { factBook } from "../../service/facts/fact-book.ts";
import { shelf } from "../../service/facts/shelf.ts";
import { reports } from "../../service/reports/reports.ts";
import { duckOf } from "./duck.ts";
import { fill } from "./fill.ts";

const DAY = 86_400_000;
const RUNS = Number(process.env.SHIXIAN_BENCH_RUNS ?? 20);

/**
 * Every report over a filled database (`SHIXIAN_BENCH_DB`, made with `--fill … --into`; else a small one of its own), computed anew each
 * time: median and 95th percentile, beside the same question asked of DuckDB over the same rows in the same run.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-bench-"));
  try {
    const given = process.env.SHIXIAN_BENCH_DB;
    const file = given ?? join(folder, "shixian.db");
    const db = openDatabase(`file:${file}`);
    if (given === undefined) await fill(db, { observations: 100_000 });
    const [[observations, cases] = []] = await db.values(
      "SELECT (SELECT count(*) FROM sightings), (SELECT count(*) FROM cases)",
    );
    say(`${observations} observations, ${cases} cases`);

    const before = process.memoryUsage().rss;
    const kept = shelf(process.env.SHIXIAN_BENCH_COLUMNS ?? join(folder, "columns"));
    const start = async (how: string) => {
      const made = factBook(
        db,
        caseBook(db, NATIONAL.fold, async () => undefined),
        kept,
      );
      const [computing, began] = [cpu(), performance.now()];
      await made.refresh(NATIONAL);
      say(
        `start ${how}: ${ms(performance.now() - began)} ms, computing ${ms(cpu() - computing)}; columns ${mb(made.bytes())} MB, process ${mb(process.memoryUsage().rss - before)} MB larger than before`,
      );
      return made;
    };
    await (await start("from the derived tables")).save();
    const book = await start("from kept columns");
    const [row] = await db.values("SELECT max(last_at) FROM cases");
    const asOf = Number(row?.[0]) + DAY;
    const units = new Set(
      (await db.values("SELECT DISTINCT unit FROM case_units")).map(([id]) => Number(id)),
    );
    const ask = <T>(
      answer: (cases: CaseSet) => Promise<T>,
      of: ReadonlySet<number> = units,
    ): Promise<T> =>
      book.ask({ units: of, asOf, judging: NATIONAL }, ({ cases: set }) => answer(set));
    // Each question leaves another unit out, so that nothing that was found for the one before answers it.
    const all = [...units];
    let asked = 0;
    const others = (): ReadonlySet<number> => {
      const without = all[asked++ % all.length];
      return all.length < 2 ? units : new Set(all.filter((unit) => unit !== without));
    };

    const duck = await ask((set) => duckOf(set));
    for (const report of reports) {
      const params = Object.fromEntries(
        report
          .offers("zh-CN")
          .flatMap(({ name, default: usual }) => (usual === null ? [] : [[name, usual]])),
      );
      const figures = () =>
        ask(
          (set) =>
            report.figures({
              cases: set,
              filter: { cohort: "started" },
              carried: {},
              params,
              language: "zh-CN",
            }),
          others(),
        );
      const ours = await timed(RUNS, figures);
      const question = duck.questions[report.id];
      const theirs = question && (await timed(RUNS, () => duck.ask(question)));
      say(
        `${report.id}: ${ms(ours.median)} ms, p95 ${ms(ours.p95)}, computing ${ms(ours.cpu)}` +
          (theirs
            ? ` · DuckDB ${ms(theirs.median)} ms, p95 ${ms(theirs.p95)} · ratio ${(ours.median / theirs.median).toFixed(2)}`
            : ""),
      );
    }
    duck.close();
    await changed(db, book, given);
    await db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one case costs of which something new is known: read, judged for all of its time, and put in its place. */
async function changed(
  db: ReturnType<typeof openDatabase>,
  book: ReturnType<typeof factBook>,
  given: string | undefined,
): Promise<void> {
  // a database that was lent is not written into
  if (given !== undefined) return;
  const costs: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    await db.write([
      { sql: "UPDATE fold SET batch = batch + 1" },
      { sql: "UPDATE cases SET batch = (SELECT batch FROM fold) WHERE id = ?", args: [n + 1] },
    ]);
    const began = performance.now();
    await book.refresh(NATIONAL);
    costs.push(performance.now() - began);
  }
  costs.sort((a, b) => a - b);
  say(`one changed case: ${(costs[costs.length >> 1] ?? 0).toFixed(2)} ms`);
}

async function timed(
  runs: number,
  act: () => Promise<unknown>,
): Promise<{ median: number; p95: number; cpu: number }> {
  await act();
  const times: number[] = [];
  const began = cpu();
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.ceil(share * runs) - 1] ?? 0;
  return { median: at(0.5), p95: at(0.95), cpu: (cpu() - began) / runs };
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
const say = (line: string): void => void process.stdout.write(`reports: ${line}\n`);
