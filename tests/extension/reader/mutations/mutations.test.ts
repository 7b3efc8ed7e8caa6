import { beforeAll, expect, test } from "vitest";
import { type Harvest, harvest } from "./harness.ts";
import { MENDED } from "./mended.ts";

/** `SHIXIAN_MUTANTS=10000 npm test -- mutations` runs the long form; `SHIXIAN_MUTANTS_SEED` other pages. */
const COUNT = Number(process.env.SHIXIAN_MUTANTS ?? 60);
const SEED = Number(process.env.SHIXIAN_MUTANTS_SEED ?? 20261122);
/** ms for a page, and for each row that its tables hold */
const BUDGET = { page: 1000, row: 1 };

let found: Harvest;
beforeAll(async () => void (found = await harvest(COUNT, SEED, [], MENDED)), 120_000 + COUNT * 500);

const told = ({ subject, mutation, seed }: Harvest["outcomes"][number], what: unknown): string =>
  `${found.subjects[subject]?.name} · ${mutation} · ${seed}: ${JSON.stringify(what)}`;

test("pages were damaged, in every way that there is", () => {
  expect(found.outcomes).toHaveLength(COUNT);
  expect(new Set(found.outcomes.map(({ mutation }) => mutation)).size).toBeGreaterThan(25);
});

test("no damaged page makes the reader throw or give up", () => {
  expect(found.outcomes.flatMap((each) => (each.threw ? [told(each, each.threw)] : []))).toEqual(
    [],
  );
});

test("no case of a damaged page is called late that is not", () => {
  expect(
    found.outcomes.flatMap((each) => (each.wrong.length > 0 ? [told(each, each.wrong)] : [])),
  ).toEqual([]);
});

test("what was once wrongly called late on a damaged page is not any more", () => {
  expect(found.named.length).toBeGreaterThanOrEqual(
    MENDED.filter(([name]) => name.startsWith("list-")).length,
  );
  expect(found.named.filter(({ idle }) => idle)).toEqual([]);
  expect(
    found.named.flatMap((each) => (each.wrong.length > 0 ? [told(each, each.wrong)] : [])),
  ).toEqual([]);
});

test("late cases are found on damaged pages too: silence is not the way out", () => {
  const late = found.outcomes.reduce((sum, each) => sum + each.late, 0);
  const still = found.outcomes.reduce((sum, each) => sum + each.found, 0);
  expect(still / late).toBeGreaterThan(0.35);
});

test("no damaged page takes longer than its budget", () => {
  const slow = found.outcomes.filter(({ ms, rows }) => ms > BUDGET.page + rows * BUDGET.row);
  expect(slow.map((each) => told(each, each.ms))).toEqual([]);
});
