import { expect, test } from "vitest";
import { proofRuns } from "../../../service/dashboard/case/proofRuns.ts";
import { type ProofLine, proofWeeks } from "../../../service/dashboard/case/proofWeeks.ts";
import { openTo, shownUnits } from "../../../service/dashboard/ui/unitRows.ts";

const line = (date: string, kind: string, counted: number, text = kind): ProofLine => ({
  date,
  kind,
  counted,
  text,
});
const NATIONAL_DAY = [
  line("2026-09-29", "start", 0),
  line("2026-09-30", "working", 1),
  line("2026-10-01", "holiday", 0, "国庆节"),
  line("2026-10-02", "holiday", 0, "国庆节"),
  line("2026-10-03", "weekend", 0),
  line("2026-10-08", "working", 1),
];

test("a proof is laid out in whole weeks from Monday, numbered where a day counts", () => {
  const weeks = proofWeeks(NATIONAL_DAY);
  expect(weeks.map((week) => week.length)).toEqual([7, 7]);
  expect(weeks[0]?.[0]?.date).toBe("2026-09-28");
  expect(
    weeks.flat().flatMap(({ date, ordinal }) => (ordinal === undefined ? [] : [[date, ordinal]])),
  ).toEqual([
    ["2026-09-30", 1],
    ["2026-10-08", 2],
  ]);
  expect(proofWeeks([])).toEqual([]);
});

test("days in a row off for one reason are one line, and days that count are never joined", () => {
  expect(proofRuns(NATIONAL_DAY).map(({ from, to, upTo }) => [from, to, upTo])).toEqual([
    ["2026-09-29", "2026-09-29", 0],
    ["2026-09-30", "2026-09-30", 1],
    ["2026-10-01", "2026-10-02", 1],
    ["2026-10-03", "2026-10-03", 1],
    ["2026-10-08", "2026-10-08", 2],
  ]);
});

const UNITS = [
  { id: 1, name: "省", parent: null },
  { id: 2, name: "市", parent: 1 },
  { id: 3, name: "政务大厅", parent: 2 },
  { id: 4, name: "另一市", parent: 1 },
].map((unit) => ({ ...unit, path: unit.name, depth: 0, devices: 0, lastSeenAt: null }));

test("the tree of units opens down to the chosen one, and a search shows every match with what is above it", () => {
  const names = (sought: string, chosen: number | null): string[] =>
    shownUnits(UNITS, openTo(UNITS, chosen), sought).map(
      ({ unit, level }) => `${level}${unit.name}`,
    );
  expect(names("", null)).toEqual(["0省", "1市", "1另一市"]);
  expect(names("", 3)).toEqual(["0省", "1市", "2政务大厅", "1另一市"]);
  expect(names("大厅", null)).toEqual(["0省", "1市", "2政务大厅"]);
  expect(names("无", null)).toEqual([]);
});
