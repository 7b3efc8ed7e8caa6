import type { EChartsCoreOption } from "echarts/core";
import type { Column, Curve, Row } from "../../routes/shapes/report.ts";
import { number, percent } from "../ui/format.ts";
import { FAINT, FONT, INK, LINE, short } from "./text.ts";

/** Each line at its size and share, within the limits of chance: only what lies outside differs from the rest. */
export function funnelOption(
  rows: readonly Row[],
  curves: readonly Curve[],
  category: string,
  [size, share]: readonly Column[],
): EChartsCoreOption {
  const limit = (curve: Curve, index: number, at: 2 | 3): object => ({
    type: "line",
    name: curve.name,
    symbol: "none",
    silent: true,
    lineStyle: { color: FAINT, width: 1.5, type: index === 0 ? "dashed" : "solid" },
    itemStyle: { color: FAINT },
    tooltip: { show: false },
    data: curve.points.map((point) => [point[0], point[at]]),
  });
  const whole = curves[0]?.points.map(([n, all]) => [n, all]) ?? [];
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    aria: { enabled: true, label: { enabled: false } },
    legend: {
      top: 0,
      left: 0,
      selectedMode: false,
      itemStyle: { opacity: 0 },
      data: curves.map(({ name }) => name),
    },
    grid: { left: 8, right: 90, top: 44, bottom: 24, containLabel: true },
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      confine: true,
      formatter: ({ data }: { data: { name: string; value: [number, number] } }) =>
        `${data.name}\n${size?.title} ${number(data.value[0])}\n${share?.title} ${percent(data.value[1])}`,
    },
    xAxis: {
      type: "value",
      name: size?.title ?? "",
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: { color: FAINT },
      axisLabel: { color: FAINT },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      max: 1,
      name: share?.title ?? "",
      nameTextStyle: { color: FAINT, align: "left" },
      axisLabel: { color: FAINT, formatter: (value: number) => `${Math.round(value * 100)}%` },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      ...curves.flatMap((curve, index) => [limit(curve, index, 2), limit(curve, index, 3)]),
      {
        type: "line",
        symbol: "none",
        silent: true,
        lineStyle: { color: LINE, width: 1 },
        data: whole,
      },
      {
        type: "scatter",
        symbolSize: 11,
        itemStyle: { color: "#1b5e9b", borderColor: "#ffffff", borderWidth: 1 },
        label: {
          show: true,
          position: "right",
          color: INK,
          formatter: ({ data }: { data: { name: string } }) => short(data.name, 10),
        },
        labelLayout: { hideOverlap: true },
        data: rows.flatMap((row) => {
          const [n, part] = [row.cells[size?.key ?? ""], row.cells[share?.key ?? ""]];
          return typeof n === "number" && typeof part === "number"
            ? [
                {
                  name: String(row.cells[category] ?? row.key),
                  value: [n, part],
                  row,
                  column: share,
                },
              ]
            : [];
        }),
      },
    ],
  };
}
