import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { PopulationQuery } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

const BY = ["department", "item"] as const;
const params = z.strictObject({
  by: z.enum(BY).default("department"),
  within: z.coerce.number().int().min(0).max(60).default(1),
});
type Params = z.infer<typeof params>;

const ORDERS = ["work-order"] as const satisfies PopulationQuery["has"];

export const workOrders: Report<Params> = {
  id: "work-orders",
  title: (language) => strings(language).measures.order.title,
  definition: (language) => strings(language).measures.order.definition,
  columns(language) {
    const { columns } = strings(language).measures.order;
    const rate = (numerator: string, denominator: string) => ({ of: { numerator, denominator } });
    return [
      column("name", columns.name, "text"),
      column("orders", columns.orders, "number"),
      column("transferShown", columns.transferShown, "number"),
      column("transferInTime", columns.transferInTime, "number"),
      column(
        "transferRate",
        columns.transferRate,
        "percent",
        rate("transferInTime", "transferShown"),
      ),
      column("passed", columns.passed, "number"),
      column("answered", columns.answered, "number"),
      column("answeredRate", columns.answeredRate, "percent", rate("answered", "passed")),
      column("rated", columns.rated, "number"),
      column("satisfied", columns.satisfied, "number"),
      column("satisfiedRate", columns.satisfiedRate, "percent", rate("satisfied", "rated")),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).measures.order.by,
      values: [...BY],
      default: "department",
    },
    {
      name: "within",
      title: strings(language).measures.order.within,
      values: null,
      default: "1",
    },
  ],
  chart: {
    kind: "bar",
    category: "name",
    series: ["transferRate", "answeredRate", "satisfiedRate"],
  },
  figures(question) {
    const { cases, filter, params, language } = question;
    const { order } = strings(language).measures;
    const within = cases.where({ ...filter, from: undefined, to: undefined, has: [...ORDERS] });
    const total = row(question, within, "total", strings(language).report.total, {});
    const n = Number(total.cells.orders);
    return {
      n,
      rows: within
        .groupBy(params.by)
        .map(({ name, cases: own }) =>
          row(question, own, `${params.by}:${name}`, shown(name, language), { [params.by]: name }),
        )
        .filter(({ cells }) => Number(cells.orders) + Number(cells.passed) > 0),
      total,
      notes:
        n === 0
          ? [order.none]
          : [
              order.coverage(
                n,
                Number(total.cells.transferShown ?? 0),
                Number(total.cells.rated ?? 0),
              ),
            ],
    };
  },
};

function row(
  question: Question<Params>,
  own: CaseSet,
  key: string,
  name: string,
  query: Record<string, string>,
): Row {
  const { notShown } = strings(question.language).measures.order;
  const make = rowMaker({ ...question, cases: own }, key, { ...query, has: [...ORDERS] });
  make.text("name", name);
  const orders = make.count("orders").size;
  make.count("transferShown", { has: [...ORDERS, "handed-on"] });
  make.count("transferInTime", { has: [...ORDERS], transferTo: question.params.within });
  make.rate("transferRate", "transferInTime", "transferShown");
  make.count("passed", { cohort: "due", passed: "yes" });
  make.count("answered", { cohort: "due", passed: "yes", verdict: ["closed-on-time"] });
  make.rate("answeredRate", "answered", "passed");
  make.count("rated", { has: [...ORDERS, "rated"] });
  make.count("satisfied", { has: [...ORDERS, "satisfied"] });
  make.rate("satisfiedRate", "satisfied", "rated");
  return orders === 0 ? make.done() : withoutZeros(make.done(), notShown);
}

/** None of it shown is no nought: neither the count of those in time nor the share says anything then. */
function withoutZeros(row: Row, why: string): Row {
  for (const [shownN, part, rate] of [
    ["transferShown", "transferInTime", "transferRate"],
    ["rated", "satisfied", "satisfiedRate"],
  ] as const) {
    if (row.cells[shownN] !== 0) continue;
    for (const key of [part, rate]) {
      row.cells[key] = null;
      row.empty[key] = why;
      delete row.open[key];
    }
  }
  return row;
}
