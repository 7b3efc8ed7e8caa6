import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LoggedCase, receiptCsv, receiptLog } from "./receipt-log.ts";

const exec = promisify(execFile);
const CLI = new URL("../../../service/cli.ts", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "shixian-import-"));
const file = join(folder, "receipt.csv");
const env = {
  ...process.env,
  DATABASE_URL: `file:${join(folder, "fresh.db")}`,
  SHIXIAN_DATA: join(folder, "data"),
};
const shixian = (...args: string[]) =>
  exec(process.execPath, [CLI, ...args], { env, maxBuffer: 1 << 26 });
const IMPORT = [
  "import",
  file,
  "--yes",
  ...[
    "caseNo=case:concept:name",
    "step=concept:name",
    "leftAt=time:timestamp",
    "acceptedAt=case:startdate",
    "closedAt=case:enddate",
    "due=case:deadline",
  ].flatMap((pair) => ["--map", pair]),
];

const log = receiptLog();
let said = "";

beforeAll(async () => {
  writeFileSync(file, receiptCsv(log));
  said = (await shixian(...IMPORT)).stdout;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Counted from the generated cases and by nothing of ours: dates compared as numbers, the estimate by its definition. */
function byHand(cases: readonly LoggedCase[], asOf: number) {
  const started = cases.filter(({ start }) => start <= asOf);
  const closed = started.filter(({ end }) => end !== undefined && end <= asOf);
  const due = started.filter(({ deadline }) => deadline <= asOf);
  const onTime = (each: LoggedCase): boolean =>
    each.end !== undefined && each.end <= asOf && each.end <= each.deadline;
  const lives = started.map(({ start, end }) => ({
    time: (Math.min(end ?? Infinity, asOf) - start) / 86_400_000,
    event: end !== undefined && end <= asOf,
  }));
  lives.sort((a, b) => a.time - b.time);
  const reached = (p: number): number | null => {
    let survival = 1;
    for (const [i, { time, event }] of lives.entries()) {
      if (event) survival *= 1 - 1 / (lives.length - i);
      if (survival <= 1 - p) return time;
    }
    return null;
  };
  return {
    started: started.length,
    open: started.length - closed.length,
    closed: closed.length,
    closedOnTime: closed.filter(onTime).length,
    due: due.length,
    dueOnTime: due.filter(onTime).length,
    median: reached(0.5),
    p90: reached(0.9),
  };
}

test("a log goes in as it is, with the mapping given", () => {
  expect(said).toContain("a row per step");
  expect(said).toContain("1434 cases");
});

test.each([
  { asOf: "2011-01-01", until: "2011-01-02T00:00:00+01:00" },
  { asOf: "2011-06-30", until: "2011-07-01T00:00:00+01:00" },
  { asOf: "2012-06-01", until: "2012-06-02T00:00:00+01:00" },
])(
  "the overview as of $asOf is what was a fact by then",
  async ({ asOf, until }) => {
    const { stdout } = await shixian("report", "overview", "--as-of", asOf, "--format", "json");
    const { rows, n } = JSON.parse(stdout) as {
      n: number;
      rows: { cells: Record<string, number | null>; empty: Record<string, string> }[];
    };
    // the first time that the file states is one of winter: the whole log is told on the clock of UTC+1
    const truth = byHand(log, Date.parse(until) - 1);
    const cells = rows[0]?.cells ?? {};
    expect(n).toBe(truth.started);
    expect(cells.total).toBe(truth.started);
    expect(cells.open).toBe(truth.open);
    expect(cells.closed).toBe(truth.closed);
    expect(cells.closedOnTimeRate).toBeCloseTo(truth.closedOnTime / truth.closed, 12);
    expect(cells.passed).toBe(truth.due);
    expect(cells.onTimeRate).toBeCloseTo(truth.dueOnTime / truth.due, 12);
    expect(cells.median).toBeCloseTo(truth.median ?? NaN, 3);
    if (truth.p90 === null) {
      expect(cells.p90).toBeNull();
      expect(rows[0]?.empty.p90).toMatch(/未达到/);
    } else if (asOf !== "2012-06-01") expect(cells.p90).toBeCloseTo(truth.p90, 3);
  },
  30_000,
);

test("as of New Year the figure that others show is far better than the truth, and the 90th percentile is not reached", () => {
  const truth = byHand(log, Date.parse("2011-01-01T23:59:59+01:00"));
  expect(truth.p90).toBeNull();
  expect(truth.closedOnTime / truth.closed - truth.dueOnTime / truth.due).toBeGreaterThan(0.1);
});

test("the same file again, also under another name, changes nothing", async () => {
  const before = (await shixian("report", "overview", "--as-of", "2011-06-30")).stdout;
  const copy = join(folder, "another name.csv");
  writeFileSync(copy, receiptCsv(log));
  const again = await shixian(...IMPORT.with(1, copy));
  expect(again.stdout).toMatch(/0 new/);
  expect(again.stdout).toContain("This file had been imported before.");
  const after = (await shixian("report", "overview", "--as-of", "2011-06-30")).stdout;
  const figures = (text: string): unknown => ({ ...JSON.parse(text), generatedAt: "" });
  expect(figures(after)).toEqual(figures(before));
}, 60_000);
