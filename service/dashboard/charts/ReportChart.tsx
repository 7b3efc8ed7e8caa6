import { useMemo } from "react";
import type { EChartsCoreOption } from "echarts/core";
import type { Column, ReportDocument, Row } from "../../routes/shapes/report.ts";
import { casesLink } from "../address/casesLink.ts";
import { useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useWords } from "../language.tsx";
import { MOST_BARS, barHeight, barOption } from "./barOption.ts";
import { Chart } from "./Chart.tsx";
import { funnelOption } from "./funnelOption.ts";
import { heatHeight, heatOption } from "./heatOption.ts";
import { lineOption } from "./lineOption.ts";
import { survivalOption } from "./survivalOption.ts";

/** What the report wants drawn. The table below says the same, so a drawing is one image with a name to a screen reader. */
export function ReportChart({
  report,
  most = 2,
}: {
  report: ReportDocument;
  /** how many drawings at most: a panel has room for one */
  most?: number;
}) {
  const words = useWords().report;
  const { go } = useRouter();
  const { filters } = useFilters();
  const drawings = useMemo(() => drawingsOf(report, words).slice(0, most), [report, words, most]);
  if (drawings.length === 0) return null;
  const pick = (data: unknown): void => {
    const open = isBar(data) ? (data.row.open[data.column.key] ?? data.row.open[""]) : undefined;
    if (open !== undefined) go(casesLink(open, filters));
  };
  return (
    <div className={drawings.length > 1 ? "charts charts-beside" : "charts"}>
      {drawings.map(({ key, option, height, caption }) => (
        <figure key={key} className="chart-box">
          <Chart
            label={words.chartLabel(report.title)}
            option={option}
            height={height}
            pick={pick}
          />
          <figcaption className="faint">{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}

interface Drawing {
  key: string;
  option: EChartsCoreOption;
  height: number;
  caption: string;
}

const MOST_CURVES = 5;

function drawingsOf(
  report: ReportDocument,
  words: ReturnType<typeof useWords>["report"],
): Drawing[] {
  const { chart } = report;
  if (chart === null) return [];
  const series = chart.series.flatMap((key) => report.columns.filter((each) => each.key === key));
  const rows = report.rows.slice(0, MOST_BARS);
  const drawn: Drawing[] = [];
  if (hasFigures(report.rows, series)) {
    if (chart.kind === "funnel") {
      const option = funnelOption(report.rows, report.curves, chart.category, series);
      drawn.push({ key: "funnel", option, height: 420, caption: words.funnelCaption });
    } else if (chart.kind === "heat") {
      const across = report.columns.filter(({ key }) => chart.series.includes(key));
      drawn.push({
        key: "heat",
        option: heatOption(report.rows, chart.category, across),
        height: heatHeight(report.rows, chart.category),
        caption: `${words.heatCaption}${words.chartOpen}`,
      });
    } else if (chart.kind === "line") {
      const option = lineOption(report.rows, chart.category, series);
      drawn.push({ key: "line", option, height: 320, caption: words.chartOpen });
    } else {
      const stacked = chart.kind === "stacked";
      const cut = report.rows.length > rows.length ? words.chartFirst(MOST_BARS) : "";
      drawn.push({
        key: "bars",
        option: barOption(report, rows, chart.category, series, stacked),
        height: barHeight(rows.length, series.length, stacked),
        caption: [cut, ...emptyTexts(rows, series, words), words.chartOpen].join(" "),
      });
    }
  }
  if (chart.kind === "survival" && report.curves.length > 0) {
    const most = [...report.curves].sort((a, b) => b.n - a.n).slice(0, MOST_CURVES);
    const cut = report.curves.length > most.length ? words.curvesFirst(MOST_CURVES) : "";
    const option = survivalOption(most, words);
    drawn.push({ key: "curves", option, height: 360, caption: `${cut}${words.survivalBand}` });
  }
  const height = Math.max(...drawn.map((each) => each.height));
  return drawn.map((each) => ({ ...each, height }));
}

const MOST_REASONS = 3;

/** A missing bar is no zero: why it is missing stands below, for the first few. */
const emptyTexts = (
  rows: readonly Row[],
  series: readonly Column[],
  words: ReturnType<typeof useWords>["report"],
): string[] =>
  rows
    .flatMap((row) =>
      series.flatMap(({ key }) => {
        const why = row.empty[key];
        const [name = row.key] = Object.values(row.cells).filter(
          (cell) => typeof cell === "string",
        );
        return row.cells[key] === null && why !== undefined
          ? [words.chartEmpty(String(name), why)]
          : [];
      }),
    )
    .filter((text, index, all) => all.indexOf(text) === index)
    .slice(0, MOST_REASONS);

const hasFigures = (rows: readonly Row[], series: readonly Column[]): boolean =>
  rows.some((row) => series.some(({ key }) => typeof row.cells[key] === "number"));

const isBar = (data: unknown): data is { row: Row; column: Column } =>
  typeof data === "object" && data !== null && "row" in data && "column" in data;
