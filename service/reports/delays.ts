import { BUCKETS } from "#shared/limit/bucket.ts";
import { type Language, strings } from "#shared/strings/strings.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { PopulationQuery } from "./population.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

type DelayId = keyof ReturnType<typeof strings>["delays"]["by"];

/** One line of such a report: what it is called, its cases, and the query that lists them. */
export interface DelayGroup {
  key: string;
  name: string;
  cases: CaseSet;
  own: Partial<PopulationQuery>;
}

/** The canonical partition and both rates, in lines of whatever divides the cases. */
export const delaysBy = (
  id: DelayId,
  groupsOf: (question: Question<unknown>, within: CaseSet) => DelayGroup[],
  /** a case may stand in several lines */
  overlapping = false,
): Report<object> => ({
  id,
  title: (language) => strings(language).delays.by[id].title,
  definition: (language) => strings(language).delays.definition(strings(language).delays.by[id].of),
  columns: (language) => [
    column(nameKey(id), strings(language).delays.by[id].name, "text"),
    ...delayColumns(language),
  ],
  params: noParams,
  chart: { kind: "bar", category: nameKey(id), series: ["onTimeRate", "closedOnTimeRate"] },
  figures(question) {
    const { cases, filter, language } = question;
    const texts = strings(language).report;
    const within = cases.where({ ...filter, from: undefined, to: undefined });
    const started = cases.count(filter);
    const whole = { key: "total", name: texts.total, cases, own: {} };
    const total = delayRow(question, nameKey(id), whole);
    const rows = groupsOf(question, within)
      .map((group) => delayRow(question, nameKey(id), group))
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
        ...(overlapping && rows.length > 1 ? [strings(language).delays.overlapping] : []),
        ...(unknown > 0 ? [texts.note.unknown(unknown, started)] : []),
        ...(windowed && undated > 0 ? [texts.note.dueUnknown(undated)] : []),
      ],
    };
  },
});

function delayColumns(language: Language) {
  const { bucket, bucketDefinition } = strings(language).report;
  const { columns } = strings(language).delays;
  return [
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
}

/** The column that names the line: `department` of `delays-by-department`. */
const nameKey = (id: DelayId): string => id.replace("delays-by-", "");

function delayRow(
  question: Question<unknown>,
  called: string,
  { key, name, cases, own }: DelayGroup,
): Row {
  const make = rowMaker({ ...question, cases }, key, own);
  make.text(called, name);
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
