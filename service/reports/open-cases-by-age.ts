import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

const ID = "open-cases-by-age";

/** Lower ends of the bands, in working days; each reaches up to the next. */
const BANDS = [0, 1, 6, 11, 21, 31, 61] as const;

/** A case not seen for so long may have been closed since. */
const STALE_DAYS = 7;

export const openCasesByAge: Report<object> = {
  id: ID,
  title: (language) => strings(language).report.report[ID].title,
  definition: (language) => strings(language).report.report[ID].definition,
  columns(language) {
    const { columns } = strings(language).report.report[ID];
    return [
      column("age", columns.age, "text"),
      column("open", columns.open, "number"),
      column("overdue", columns.overdue, "number"),
      column("dueSoon", columns.dueSoon, "number"),
      column("onTime", columns.onTime, "number"),
      column("paused", columns.paused, "number"),
      column("notStarted", columns.notStarted, "number"),
      column("unknown", columns.unknown, "number"),
    ];
  },
  params: noParams,
  chart: {
    kind: "stacked",
    category: "age",
    series: ["overdue", "dueSoon", "onTime", "paused", "notStarted", "unknown"],
  },
  figures(question) {
    const { cases, filter, language } = question;
    const texts = strings(language).report;
    const open = cases.where({ ...filter, state: "open" });
    const rows = BANDS.map((from, i) => row(question, from, BANDS[i + 1] ?? null));
    let [uncovered, stale] = [0, 0];
    open.each(({ age, lastSeenAt }) => {
      if (age === undefined) uncovered += 1;
      if (cases.asOf - lastSeenAt > STALE_DAYS * 86_400_000) stale += 1;
    });
    return {
      n: open.size,
      rows,
      total: row(question, null, null),
      notes: [
        ...(open.size === 0 ? [texts.note.none] : []),
        ...(stale > 0 ? [texts.note.unseen(stale, STALE_DAYS)] : []),
        ...(uncovered > 0 ? [texts.note.uncovered(uncovered)] : []),
      ],
    };
  },
};

/** `from` null is the whole, cases whose age the calendar cannot tell included. */
function row(question: Question<unknown>, from: number | null, to: number | null): Row {
  const texts = strings(question.language).report;
  const make = rowMaker(question, from === null ? "total" : `age:${from}`, {
    state: "open",
    ...(from !== null && { ageFrom: from }),
    ...(to !== null && { ageTo: to }),
  });
  const { band } = texts.report[ID];
  make.text(
    "age",
    from === null
      ? texts.total
      : to !== null && to - from <= 1
        ? String(from)
        : band(from, to === null ? null : to - 1),
  );
  make.count("open");
  make.count("overdue", { verdict: ["overdue"] });
  make.count("dueSoon", { verdict: ["due-soon"] });
  make.count("onTime", { verdict: ["on-time"] });
  make.count("paused", { verdict: ["paused"] });
  make.count("notStarted", { verdict: ["not-started"] });
  // an open case that is judged closed contradicts itself: it belongs to what cannot be told
  make.count("unknown", { verdict: ["unknown", "closed-on-time", "closed-late"] });
  return make.done();
}
