import { closedOnlyOf } from "#shared/statistics/closed-only.ts";
import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import { Durations } from "../facts/count-seconds.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

/** The stays of one department in one step. */
interface Place {
  department: string;
  step: string;
  stays: Durations;
  /** with a duration */
  n: number;
  waits: Durations;
  cases: Set<string>;
}

/** An address holds no more; a longer list is found by department and step in the list of cases. */
const MOST_KEYS = 150;

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
    const byDepartment = new Map<string, Map<string, Place>>();
    started.eachStay((stay, seen) => {
      if (stay.looked) return;
      const department = stay.department === "" ? seen.department : stay.department;
      const place = placeOf(byDepartment, department, stay.step);
      if (place.cases.size <= MOST_KEYS) place.cases.add(seen.key);
      const { net, gap } = stay;
      if (net !== undefined) {
        place.stays.add(net, stay.left);
        place.n += 1;
      }
      if (gap !== undefined) place.waits.add(gap, true);
    });
    const places = [...byDepartment.values()].flatMap((each) => [...each.values()]);
    const sizes = sum(places);
    return {
      n: started.size,
      rows: places
        .sort(
          (a, b) =>
            Number(a.department === "") - Number(b.department === "") ||
            (sizes.get(b.department) ?? 0) - (sizes.get(a.department) ?? 0) ||
            a.department.localeCompare(b.department, "zh-CN") ||
            b.n - a.n ||
            a.step.localeCompare(b.step, "zh-CN"),
        )
        .map((place) => row(question, place)),
      total: null,
      notes: started.size === 0 ? [strings(language).report.note.none] : [],
    };
  },
};

function placeOf(all: Map<string, Map<string, Place>>, department: string, step: string): Place {
  let own = all.get(department);
  if (!own) all.set(department, (own = new Map()));
  let place = own.get(step);
  if (!place) {
    place = {
      department,
      step,
      stays: new Durations(),
      n: 0,
      waits: new Durations(),
      cases: new Set<string>(),
    };
    own.set(step, place);
  }
  return place;
}

const sum = (places: readonly Place[]): Map<string, number> => {
  const sizes = new Map<string, number>();
  for (const { department, n } of places) sizes.set(department, (sizes.get(department) ?? 0) + n);
  return sizes;
};

function row(question: Question<object>, { department, step, stays, waits, cases }: Place): Row {
  const { language } = question;
  const { empty } = strings(language).report;
  // a step's department need not be the case's: the cases are named one by one
  const make = rowMaker(question, `${department}:${step}`, { keys: [...cases].sort() });
  make.text("department", shown(department, language));
  make.text("step", step);
  const curve = kaplanMeier(stays.counts());
  const waited = waits.counts();
  make.text("n", curve.n);
  make.text("left", curve.events);
  const none = curve.n === 0 ? empty["no-duration"] : undefined;
  make.figure("median", quantile(curve, 0.5), none ?? empty["not-reached"]);
  make.figure("p90", quantile(curve, 0.9), none ?? empty["percentile-not-reached"]);
  make.text("waitingN", waited.n);
  make.figure("waiting", closedOnlyOf(waited, 0.5), strings(language).measures.stepHeat.noWaiting);
  const made = make.done();
  if (cases.size > MOST_KEYS) delete made.open[""];
  return made;
}
