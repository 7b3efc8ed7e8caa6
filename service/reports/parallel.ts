import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

export const parallel: Report<object> = {
  id: "parallel",
  title: (language) => strings(language).measures.parallel.title,
  definition: (language) => strings(language).measures.parallel.definition,
  columns(language) {
    const { columns } = strings(language).measures.parallel;
    return [
      column("item", columns.item, "text"),
      column("declared", columns.declared, "number"),
      column("sideBySide", columns.sideBySide, "number"),
      column("inSeries", columns.inSeries, "number"),
      column("untold", columns.untold, "number"),
      column("inSeriesRate", columns.inSeriesRate, "percent"),
    ];
  },
  params: noParams,
  chart: { kind: "stacked", category: "item", series: ["sideBySide", "inSeries", "untold"] },
  figures(question) {
    const { cases, filter, language } = question;
    const declared = cases.where({ ...filter, has: ["declared-parallel"] });
    return {
      n: declared.size,
      rows: declared.groupBy("item").map(({ name }) => row(question, name)),
      total: row(question, undefined),
      notes: declared.size === 0 ? [strings(language).measures.parallel.none] : [],
    };
  },
};

function row(question: Question<object>, item: string | undefined): Row {
  const { language } = question;
  const key = item === undefined ? "total" : `item:${item}`;
  const make = rowMaker(question, key, {
    has: ["declared-parallel"],
    ...(item !== undefined && { item }),
  });
  make.text("item", item === undefined ? strings(language).report.total : shown(item, language));
  make.count("declared");
  const beside = make.count("sideBySide", { has: ["side-by-side"] }).size;
  const series = make.count("inSeries", { has: ["in-series"] }).size;
  make.count("untold", { has: ["order-untold"] });
  make.figure(
    "inSeriesRate",
    beside + series === 0 ? undefined : series / (beside + series),
    strings(language).measures.parallel.undecided,
  );
  return make.done();
}
