import { closedOnlyOf } from "#shared/statistics/closed-only.ts";
import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { PlaceTimes } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

export const timeByDepartment: Report<object> = {
  id: "time-by-department",
  title: (language) => strings(language).measures.stepHeat.title,
  definition: (language) => strings(language).measures.stepHeat.definition,
  columns(language) {
    const { columns } = strings(language).measures.stepHeat;
    return [
      column("department", columns.department, "text"),
      column("step", columns.step, "text"),
      column("n", columns.n, "number"),
      column("left", columns.left, "number"),
      column("median", columns.median, "duration", { unit: "workday" }),
      column("p90", columns.p90, "duration", { unit: "workday" }),
      column("waitingN", columns.waitingN, "number"),
      column("waiting", columns.waiting, "duration", { unit: "day" }),
    ];
  },
  params: noParams,
  chart: { kind: "heat", category: "department", series: ["step", "median"] },
  figures(question) {
    const { cases, filter, language } = question;
    const started = cases.where(filter);
    const places = started.places().map((place) => ({ place, curve: kaplanMeier(place.stays) }));
    const sizes = new Map<string, number>();
    for (const { place, curve } of places)
      sizes.set(place.department, (sizes.get(place.department) ?? 0) + curve.n);
    const size = (department: string): number => sizes.get(department) ?? 0;
    return {
      n: started.size,
      rows: places
        .sort(
          ({ place: a, curve: x }, { place: b, curve: y }) =>
            Number(a.department === "") - Number(b.department === "") ||
            size(b.department) - size(a.department) ||
            a.department.localeCompare(b.department, "zh-CN") ||
            y.n - x.n ||
            a.step.localeCompare(b.step, "zh-CN"),
        )
        .map(({ place, curve }) => row(question, place, curve)),
      total: null,
      notes: started.size === 0 ? [strings(language).report.note.none] : [],
    };
  },
};

function row(question: Question<object>, place: PlaceTimes, curve: Survival): Row {
  const { department, step, waits } = place;
  const { language } = question;
  const { empty } = strings(language).report;
  // a step's department need not be the case's
  const make = rowMaker(question, `${department}:${step}`, {
    through: step,
    handledBy: department,
  });
  make.text("department", shown(department, language));
  make.text("step", step);
  make.text("n", curve.n);
  make.text("left", curve.events);
  const none = curve.n === 0 ? empty["no-duration"] : undefined;
  make.figure("median", quantile(curve, 0.5), none ?? empty["not-reached"]);
  make.figure("p90", quantile(curve, 0.9), none ?? empty["percentile-not-reached"]);
  make.text("waitingN", waits.n);
  make.figure("waiting", closedOnlyOf(waits, 0.5), strings(language).measures.stepHeat.noWaiting);
  return make.done();
}
