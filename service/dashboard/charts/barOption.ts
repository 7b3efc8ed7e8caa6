import type { EChartsCoreOption } from "echarts/core";
import type { Column, ReportDocument, Row } from "../../routes/shapes/report.ts";
import { cellText } from "../ui/format.ts";
import { colourOf, inkOn } from "./palette.ts";
import { FAINT, FONT, INK, LINE, short } from "./text.ts";

export const MOST_BARS = 20;

const THIN = "rgba(255,255,255,0.38)";

/** A pattern for each series beside its colour, thin enough to leave the figures readable. */
const DECALS = [
  { symbol: "none" },
  { color: THIN, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  {
    color: THIN,
    symbol: "circle",
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
    symbolSize: 0.5,
  },
  { color: THIN, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  { color: THIN, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 2 },
  { color: THIN, dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: 0 },
];

/** One figure of one row, so that a click can open its cases. */
export interface BarDatum {
  value: number | null;
  row: Row;
  column: Column;
}

/** Lying bars, because the names of departments and steps are long; columns only for a time axis. */
export function barOption(
  report: ReportDocument,
  rows: readonly Row[],
  category: string,
  series: readonly Column[],
  stacked: boolean,
): EChartsCoreOption {
  const kind = series[0] ?? { type: "number" as const };
  const share = kind.type === "percent";
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    aria: {
      enabled: true,
      label: { enabled: false },
      decal: { show: series.length > 1, decals: DECALS },
    },
    legend: {
      show: series.length > 1,
      top: 0,
      left: 0,
      itemWidth: 18,
      itemHeight: 12,
      selectedMode: false,
      textStyle: { color: INK },
    },
    grid: { left: 8, right: 48, top: series.length > 1 ? 34 : 8, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      renderMode: "richText",
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === "number" ? (cellText(value, kind) ?? "—") : "—",
    },
    xAxis: {
      type: "value",
      ...(share && { max: 1 }),
      ...(!share && kind.type === "number" && { minInterval: 1 }),
      axisLabel: {
        color: FAINT,
        formatter: (value: number) =>
          share ? `${Math.round(value * 100)}%` : (cellText(value, { type: "number" }) ?? ""),
      },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => String(row.cells[category] ?? row.key)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: INK, formatter: (text: string) => short(text) },
    },
    series: series.map((column, index) => ({
      type: "bar",
      name: column.title,
      ...(stacked && { stack: "all" }),
      barMaxWidth: 22,
      cursor: "pointer",
      itemStyle: {
        color: colourOf(column.key, index),
        borderColor: "#ffffff",
        borderWidth: stacked ? 1 : 0,
      },
      label: {
        show: true,
        position: stacked ? "inside" : "right",
        color: stacked ? inkOn(colourOf(column.key, index)) : INK,
        textBorderColor: stacked ? colourOf(column.key, index) : "#ffffff",
        textBorderWidth: stacked ? 3 : 0,
        formatter: ({ value }: { value: unknown }) =>
          typeof value === "number" && (value !== 0 || !stacked)
            ? (cellText(value, column) ?? "")
            : "",
      },
      labelLayout: { hideOverlap: true },
      data: rows.map((row): BarDatum => {
        const value = row.cells[column.key];
        return { value: typeof value === "number" ? value : null, row, column };
      }),
    })),
  };
}

export const barHeight = (rows: number, series: number, stacked: boolean): number =>
  (series > 1 ? 40 : 16) + 28 + rows * (stacked ? 32 : Math.max(32, series * 22));
