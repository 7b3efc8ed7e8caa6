import type { EChartsCoreOption } from "echarts/core";
import type { Strings } from "#shared/strings/strings.ts";
import type { Curve } from "../../routes/shapes/report.ts";
import { percent } from "../ui/format.ts";
import { colourOf } from "./palette.ts";
import { FAINT, FONT, INK, LINE } from "./text.ts";

const DASHES = ["solid", "dashed", "dotted"];

/** Steps, because nothing is known to happen between two events; the band of 95 % beneath each curve. */
export function survivalOption(
  curves: readonly Curve[],
  words: Strings["dashboard"]["report"],
): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    aria: { enabled: true, label: { enabled: false } },
    legend: {
      show: curves.length > 1,
      top: 0,
      left: 0,
      selectedMode: false,
      data: curves.map((curve) => curve.name),
    },
    grid: { left: 8, right: 24, top: 44, bottom: 24, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true },
    xAxis: {
      type: "value",
      name: curves[0] ? words.units[curves[0].unit] : "",
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: { color: FAINT },
      axisLabel: { color: FAINT },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      name: words.survivalY,
      nameTextStyle: { color: FAINT, align: "left" },
      axisLabel: { color: FAINT, formatter: (value: number) => `${Math.round(value * 100)}%` },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: curves.flatMap((curve, index) => seriesOf(curve, index)),
  };
}

function seriesOf(curve: Curve, index: number): object[] {
  const colour = colourOf(curve.key, index);
  // before the first event all are still there
  const started = curve.points[0]?.[0] === 0;
  const points: Curve["points"] = started ? curve.points : [[0, 1, 1, 1], ...curve.points];
  const hidden = {
    type: "line",
    step: "end",
    symbol: "none",
    lineStyle: { opacity: 0 },
    stack: `band-${curve.key}`,
    // the two ends of a band share their times, so that stacking them adds up
    stackStrategy: "all",
    silent: true,
    tooltip: { show: false },
  };
  return [
    { ...hidden, name: `${curve.name} ⌊`, data: points.map(([t, , lower]) => [t, lower]) },
    {
      ...hidden,
      name: `${curve.name} ⌈`,
      areaStyle: { color: colour, opacity: 0.14 },
      data: points.map(([t, , lower, upper]) => [t, upper - lower]),
    },
    {
      type: "line",
      step: "end",
      name: curve.name,
      symbol: "none",
      color: colour,
      lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
      tooltip: {
        valueFormatter: (value: unknown) => (typeof value === "number" ? percent(value) : "—"),
      },
      data: points.map(([t, share]) => [t, share]),
    },
  ];
}
