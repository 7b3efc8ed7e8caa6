import { z } from "zod";
import { binomialLimits } from "#shared/statistics/binomial.ts";
import { byar } from "#shared/statistics/byar.ts";
import { strings } from "#shared/strings/strings.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Curve, Row } from "../routes/shapes/report.ts";
import type { DelayGroup } from "./delays.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";
import { seenBy, windowsOf } from "./unit-groups.ts";

const params = z.strictObject({
  by: z.enum(["department", "item", "window"]).default("department"),
  rank: z.enum(["reliable", "all"]).default("reliable"),
});
type Params = z.infer<typeof params>;

/** Fewer cases whose limit has passed, and a rank would be luck. */
const MIN_RANKED = 30;
const TAILS = { "95": 0.025, "998": 0.001 } as const;
const LATE = ["closed-late", "overdue"] as const;

/** Late share of all cases of an item. */
type LateShares = ReadonlyMap<string, number>;

export const scorecard: Report<Params> = {
  id: "scorecard",
  title: (language) => strings(language).measures.scorecard.title,
  definition: (language) => strings(language).measures.scorecard.definition,
  columns(language) {
    const { columns } = strings(language).measures.scorecard;
    return [
      column("name", columns.name, "text"),
      column("passed", columns.passed, "number"),
      column("passedOnTime", columns.passedOnTime, "number"),
      column("onTimeRate", columns.onTimeRate, "percent", {
        of: { numerator: "passedOnTime", denominator: "passed" },
      }),
      column("late", columns.late, "number"),
      column("expected", columns.expected, "number"),
      column("ratio", columns.ratio, "number", {
        of: { numerator: "late", denominator: "expected" },
      }),
      column("ratioLower", columns.ratioLower, "number"),
      column("ratioUpper", columns.ratioUpper, "number"),
      column("standing", columns.standing, "text"),
      column("rank", columns.rank, "number"),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).measures.scorecard.by,
      values: ["department", "item", "window"],
      default: "department",
    },
    {
      name: "rank",
      title: strings(language).measures.scorecard.rank,
      values: ["reliable", "all"],
      default: "reliable",
    },
  ],
  chart: { kind: "funnel", category: "name", series: ["passed", "onTimeRate"] },
  figures(question) {
    const { cases, filter, language, params } = question;
    const texts = strings(language).measures.scorecard;
    const passed = cases.where({ ...filter, cohort: "due", passed: "yes" });
    const late = passed.count({ verdict: [...LATE] });
    const shares = lateShares(passed);
    const overall = passed.size === 0 ? 0 : 1 - late / passed.size;
    const rows = groupsOf(question, passed)
      .filter((group) => group.cases.size > 0)
      .map((group) => row(question, group, shares, overall));
    rank(rows, params, language);
    const whole = { key: "total", name: strings(language).report.total, cases, own: {} };
    return {
      n: passed.size,
      rows,
      total: row(question, whole, shares, overall),
      notes: passed.size === 0 ? [texts.none] : [texts.overall(late, passed.size)],
      curves: funnel(rows, overall, texts.funnel),
    };
  },
};

function groupsOf(question: Question<Params>, passed: CaseSet): DelayGroup[] {
  const { params, language } = question;
  const { by } = params;
  if (by === "window") return windowsOf(question).map((group) => seenBy(group, passed));
  return passed.groupBy(by).map(({ name, cases }) => ({
    key: `${by}:${name}`,
    name: shown(name, language),
    cases,
    own: { [by]: name },
  }));
}

function lateShares(passed: CaseSet): LateShares {
  return new Map(
    passed
      .groupBy("item")
      .map(({ name, cases }) => [name, cases.count({ verdict: [...LATE] }) / cases.size]),
  );
}

function row(
  question: Question<Params>,
  { key, name, cases, own }: DelayGroup,
  shares: LateShares,
  overall: number,
): Row {
  const texts = strings(question.language).measures.scorecard;
  const make = rowMaker({ ...question, cases }, key, own);
  make.text("name", name);
  const passed = make.count("passed", { cohort: "due", passed: "yes" });
  const onTime = make.count("passedOnTime", {
    cohort: "due",
    passed: "yes",
    verdict: ["closed-on-time"],
  }).size;
  make.rate("onTimeRate", "passedOnTime", "passed");
  const late = make.count("late", { cohort: "due", passed: "yes", verdict: [...LATE] }).size;
  let expected = 0;
  for (const group of passed.groupBy("item"))
    expected += group.cases.size * (shares.get(group.name) ?? 0);
  make.text("expected", rounded(expected));
  const limits = byar(late);
  const over = (count: number): number | undefined =>
    expected > 0 ? rounded(count / expected) : undefined;
  make.figure("ratio", over(late), texts.noExpected);
  make.figure("ratioLower", over(limits.lower), texts.noExpected);
  make.figure("ratioUpper", over(limits.upper), texts.noExpected);
  if (passed.size === 0) make.figure("standing", undefined, texts.none);
  else make.text("standing", texts.standing[standingOf(onTime, passed.size, overall)]);
  return make.done();
}

/** Sums of thirds are not exact in binary: a figure is told to a billionth. */
const rounded = (value: number): number => Number(value.toFixed(9));

type Standing = keyof ReturnType<typeof strings>["measures"]["scorecard"]["standing"];

function standingOf(onTime: number, n: number, overall: number): Standing {
  for (const limit of ["998", "95"] as const) {
    const { low, high } = binomialLimits(n, overall, TAILS[limit]);
    if (onTime < low) return `low-${limit}`;
    if (onTime > high) return `high-${limit}`;
  }
  return "within";
}

/** Equal ratios share a rank; the next has as many before it as there are. */
function rank(rows: Row[], params: Params, language: Question<Params>["language"]): void {
  const { tooFew, noExpected } = strings(language).measures.scorecard;
  const least = params.rank === "all" ? 0 : MIN_RANKED;
  const ranked = rows.filter(
    ({ cells }) => typeof cells.ratio === "number" && Number(cells.passed) >= least,
  );
  for (const row of rows) {
    if (ranked.includes(row)) {
      const better = ranked.filter(({ cells }) => Number(cells.ratio) < Number(row.cells.ratio));
      row.cells.rank = better.length + 1;
    } else {
      row.cells.rank = null;
      row.empty.rank = row.cells.ratio === null ? noExpected : tooFew(least);
    }
  }
}

/** The limits of chance around the share of all, at sizes up to the largest line. */
function funnel(
  rows: readonly Row[],
  overall: number,
  names: Readonly<Record<"95" | "998", string>>,
): Curve[] {
  const most = rows.reduce((max, { cells }) => Math.max(max, Number(cells.passed)), 0);
  if (most === 0) return [];
  const sizes = [
    ...new Set(Array.from({ length: 60 }, (_, i) => Math.ceil((most * (i + 1)) / 60))),
  ];
  return (["95", "998"] as const).map((limit) => ({
    key: `funnel-${limit}`,
    name: names[limit],
    unit: "day" as const,
    n: most,
    points: sizes.map((size): [number, number, number, number] => {
      const { low, high } = binomialLimits(size, overall, TAILS[limit]);
      return [size, overall, low / size, high / size];
    }),
  }));
}
