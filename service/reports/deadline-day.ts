import { z } from "zod";
import { closedOnlyPercentile } from "#shared/statistics/closed-only.ts";
import { strings } from "#shared/strings/strings.ts";
import { type Day, isoDay } from "#shared/time/day.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { Question, Report } from "./report.ts";
import { column, queryText, rowMaker, shown } from "./rows.ts";

const BY = ["department", "item"] as const;
const params = z.strictObject({ by: z.enum(BY).default("department") });
type Params = z.infer<typeof params>;

/** A day closes in bulk when it closes at least so many, and so many times the usual day. */
const BULK_LEAST = 5;
const BULK_TIMES = 3;

export const deadlineDay: Report<Params> = {
  id: "deadline-day",
  title: (language) => strings(language).measures.deadline.title,
  definition: (language) => strings(language).measures.deadline.definition,
  columns(language) {
    const { columns } = strings(language).measures.deadline;
    return [
      column("name", columns.name, "text"),
      column("closed", columns.closed, "number"),
      column("dated", columns.dated, "number"),
      column("early", columns.early, "number"),
      column("dayBefore", columns.dayBefore, "number"),
      column("lastDay", columns.lastDay, "number"),
      column("after", columns.after, "number"),
      column("lastDayRate", columns.lastDayRate, "percent", {
        of: { numerator: "lastDay", denominator: "dated" },
      }),
      column("bulkDays", columns.bulkDays, "number"),
      column("bulkRate", columns.bulkRate, "percent"),
      column("busiest", columns.busiest, "date"),
      column("busiestN", columns.busiestN, "number"),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).measures.deadline.by,
      values: [...BY],
      default: "department",
    },
  ],
  chart: { kind: "stacked", category: "name", series: ["early", "dayBefore", "lastDay", "after"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const { report, measures } = strings(language);
    const closed = cases.where({ ...filter, cohort: "closed" });
    const total = row(question, closed, "total", report.total, {});
    const undated = closed.size - Number(total.cells.dated);
    return {
      n: closed.size,
      rows: closed
        .groupBy(params.by)
        .map(({ name, cases: own }) =>
          row(question, own, `${params.by}:${name}`, shown(name, language), { [params.by]: name }),
        ),
      total,
      notes: [
        ...(closed.size === 0 ? [report.note.none] : []),
        ...(undated > 0 ? [measures.deadline.undated(undated)] : []),
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
  const { noDay } = strings(question.language).measures.deadline;
  const make = rowMaker({ ...question, cases: own }, key, { ...query, cohort: "closed" });
  make.text("name", name);
  make.count("closed");
  make.count("dated", { slackFrom: -1_000_000 });
  make.count("early", { slackFrom: 2 });
  make.count("dayBefore", { slackFrom: 1, slackTo: 1 });
  make.count("lastDay", { slackFrom: 0, slackTo: 0 });
  make.count("after", { slackTo: -1 });
  make.rate("lastDayRate", "lastDay", "dated");
  const { days, bulk, all } = bulkOf(own);
  make.figure("bulkDays", all === 0 ? undefined : bulk.length, noDay);
  const inBulk = bulk.reduce((sum, [, n]) => sum + n, 0);
  make.figure("bulkRate", all === 0 ? undefined : inBulk / all, noDay);
  const [busiest] = days.toSorted(([a, n], [b, m]) => m - n || a - b);
  make.figure("busiestN", busiest?.[1], noDay);
  const made = make.done();
  made.cells.busiest = busiest === undefined ? null : isoDay(busiest[0]);
  if (busiest === undefined) made.empty.busiest = noDay;
  else {
    const on = isoDay(busiest[0]);
    const { filter, carried } = question;
    made.open.busiestN = queryText(
      { ...filter, ...query, cohort: "closed", from: on, to: on },
      carried,
    );
  }
  return made;
}

function bulkOf(own: CaseSet): { days: [Day, number][]; bulk: [Day, number][]; all: number } {
  const days = own.perDay("closed").map(([d, n]): [Day, number] => [d, n]);
  const usual = closedOnlyPercentile(
    days.map(([, n]) => n),
    0.5,
  );
  const bulk = days.filter(([, n]) => n >= BULK_LEAST && n >= BULK_TIMES * (usual ?? Infinity));
  return { days, bulk, all: days.reduce((sum, [, n]) => sum + n, 0) };
}
