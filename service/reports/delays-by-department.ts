import { BUCKETS } from "#shared/limit/bucket.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

const ID = "delays-by-department";

export const delaysByDepartment: Report<object> = {
  id: ID,
  title: (language) => strings(language).report.report[ID].title,
  definition: (language) => strings(language).report.report[ID].definition,
  columns(language) {
    const { bucket, bucketDefinition, report } = strings(language).report;
    const { columns } = report[ID];
    return [
      column("department", columns.department, "text"),
      column("total", columns.total, "number"),
      ...BUCKETS.map((each) => column(each, [bucket[each], bucketDefinition[each]], "number")),
      column("passed", columns.passed, "number"),
      column("passedOnTime", columns.passedOnTime, "number"),
      column("onTimeRate", columns.onTimeRate, "percent", {
        of: { numerator: "passedOnTime", denominator: "passed" },
      }),
      column("closed", columns.closed, "number"),
      column("closedOnTime", columns.closedOnTime, "number"),
      column("closedOnTimeRate", columns.closedOnTimeRate, "percent", {
        of: { numerator: "closedOnTime", denominator: "closed" },
      }),
    ];
  },
  params: noParams,
  chart: { kind: "bar", category: "department", series: ["onTimeRate", "closedOnTimeRate"] },
  figures(question) {
    const { cases, filter, language } = question;
    const texts = strings(language).report;
    const within = cases.where({ ...filter, from: undefined, to: undefined });
    const started = cases.count(filter);
    const total = row(question, undefined);
    const rows = within
      .groupBy("department")
      .map(({ name }) => row(question, name))
      .filter(({ cells }) => Number(cells.total) + Number(cells.passed) + Number(cells.closed) > 0);
    const unknown = Number(total.cells.unknown);
    const undated = within
      .where({ verdict: ["overdue"] })
      .filter(({ dueDay }) => dueDay === undefined).size;
    const windowed = filter.from !== undefined || filter.to !== undefined;
    return {
      n: started,
      rows,
      total,
      notes: [
        ...(started === 0 ? [texts.note.none] : []),
        ...(unknown > 0 ? [texts.note.unknown(unknown, started)] : []),
        ...(windowed && undated > 0 ? [texts.note.dueUnknown(undated)] : []),
      ],
    };
  },
};

function row(question: Question<unknown>, department: string | undefined): Row {
  const { language } = question;
  const make = rowMaker(
    question,
    department === undefined ? "total" : `department:${department}`,
    department === undefined ? {} : { department },
  );
  make.text(
    "department",
    department === undefined ? strings(language).report.total : shown(department, language),
  );
  make.count("total");
  for (const bucket of BUCKETS) make.count(bucket, { bucket: [bucket] });
  make.count("passed", { cohort: "due", passed: "yes" });
  make.count("passedOnTime", { cohort: "due", passed: "yes", verdict: ["closed-on-time"] });
  make.rate("onTimeRate", "passedOnTime", "passed");
  make.count("closed", { cohort: "closed", verdict: ["closed-on-time", "closed-late"] });
  make.count("closedOnTime", { cohort: "closed", verdict: ["closed-on-time"] });
  make.rate("closedOnTimeRate", "closedOnTime", "closed");
  return make.done();
}
