import { expect, test } from "vitest";
import { strings } from "#shared/strings/strings.ts";
import { survivalOption } from "../../../service/dashboard/charts/survivalOption.ts";

const drawn = (points: [number, number, number, number][]): number[][] => {
  const option = survivalOption(
    [{ key: "step:审查", name: "审查", unit: "workday", n: 1, points }],
    strings("zh-CN").dashboard.report,
  ) as { series: { name: string; data: number[][] }[] };
  return option.series.find(({ name }) => name === "审查")?.data ?? [];
};

test("a curve begins at its start, where all are still there: of a single event too there is something to see", () => {
  expect(drawn([[10.3, 0, 0, 1]])).toEqual([
    [0, 1],
    [10.3, 0],
  ]);
});

test("what ended at once is not drawn as if it had lasted", () => {
  expect(drawn([[0, 0.5, 0.2, 0.8]])).toEqual([[0, 0.5]]);
});
