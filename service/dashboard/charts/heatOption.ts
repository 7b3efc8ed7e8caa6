import type { EChartsCoreOption } from "echarts/core";
import type { Column, Row } from "../../routes/shapes/report.ts";
import { cellText } from "../ui/format.ts";
import { FAINT, FONT, INK, LINE, short } from "./text.ts";

export const MOST_LINES = 30;

/** What stands where two names meet, the darker the more; a field without a figure stays white. */
export function heatOption(
  rows: readonly Row[],
  category: string,
  [across, value]: readonly Column[],
): EChartsCoreOption {
  const text = (row: Row, key: string): string => String(row.cells[key] ?? "");
  const lines = [...new Set(rows.map((row) => text(row, category)))].slice(0, MOST_LINES);
  const marks = [...new Set(rows.map((row) => text(row, across?.key ?? "")))];
  const data = rows.flatMap((row) => {
    const figure = row.cells[value?.key ?? ""];
    const y = lines.indexOf(text(row, category));
    return typeof figure === "number" && y >= 0
      ? [{ value: [marks.indexOf(text(row, across?.key ?? "")), y, figure], row, column: value }]
      : [];
  });
  const most = data.reduce((max, each) => Math.max(max, each.value[2] ?? 0), 0);
  const figure = (of: number | undefined): string =>
    value && of !== undefined ? (cellText(of, value) ?? "") : "";
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      renderMode: "richText",
      confine: true,
      formatter: ({ value: at }: { value: [number, number, number] }) =>
        `${lines[at[1]] ?? ""} · ${marks[at[0]] ?? ""}\n${value?.title ?? ""} ${figure(at[2])}`,
    },
    xAxis: {
      type: "category",
      data: marks,
      position: "top",
      axisLabel: {
        color: FAINT,
        rotate: marks.length > 8 ? 40 : 0,
        formatter: (t: string) => short(t),
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: lines,
      axisLabel: { color: INK, formatter: (t: string) => short(t, 16) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
    // one hue from light to dark reads in grey print too
    visualMap: {
      show: false,
      min: 0,
      max: most === 0 ? 1 : most,
      inRange: { color: ["#f2f6fa", "#a9c6e2", "#1b5e9b"] },
    },
    series: [
      {
        type: "heatmap",
        itemStyle: { borderColor: "#ffffff", borderWidth: 1 },
        label: {
          show: true,
          color: INK,
          textBorderColor: "#ffffff",
          textBorderWidth: 2,
          formatter: ({ value: at }: { value: [number, number, number] }) => figure(at[2]),
        },
        labelLayout: { hideOverlap: true },
        data,
      },
    ],
  };
}

export const heatHeight = (rows: readonly Row[], category: string): number =>
  70 + Math.min(MOST_LINES, new Set(rows.map((row) => row.cells[category])).size) * 30;
