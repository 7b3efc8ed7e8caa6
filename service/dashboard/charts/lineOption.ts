import type { EChartsCoreOption } from "echarts/core";
import type { Column, Row } from "../../routes/shapes/report.ts";
import { cellText } from "../ui/format.ts";
import { colourOf } from "./palette.ts";
import { FAINT, FONT, INK, LINE } from "./text.ts";

const SHAPES = ["circle", "triangle", "rect", "diamond", "pin"];
const DASHES = ["solid", "dashed", "dotted"];

/** A gap stays a gap: a window without a figure is not joined over. */
export function lineOption(
  rows: readonly Row[],
  category: string,
  series: readonly Column[],
): EChartsCoreOption {
  const kind = series[0] ?? { type: "number" as const };
  const share = kind.type === "percent";
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    aria: { enabled: true, label: { enabled: false } },
    legend: { show: series.length > 1, top: 0, left: 0, selectedMode: false },
    grid: { left: 8, right: 24, top: 40, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === "number" ? (cellText(value, kind) ?? "—") : "—",
    },
    xAxis: {
      type: "category",
      data: rows.map((row) => String(row.cells[category] ?? row.key)),
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: FAINT },
    },
    yAxis: {
      type: "value",
      ...(share && { max: 1 }),
      axisLabel: {
        color: FAINT,
        ...(share && { formatter: (value: number) => `${Math.round(value * 100)}%` }),
      },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: series.map((column, index) => ({
      type: "line",
      name: column.title,
      connectNulls: false,
      symbol: SHAPES[index % SHAPES.length],
      symbolSize: 8,
      color: colourOf(column.key, index),
      lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
      data: rows.map((row) => {
        const value = row.cells[column.key];
        return { value: typeof value === "number" ? value : null, row, column };
      }),
    })),
  };
}
