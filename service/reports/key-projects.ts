import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import { type Day, isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { type Stretch, uncovered } from "./uncovered.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker } from "./rows.ts";

const params = z.strictObject({ project: z.string().max(40).default("") });
type Params = z.infer<typeof params>;

/** One project as far as its cases are seen. */
interface Chain {
  project: string;
  n: number;
  departments: Set<string>;
  open: number;
  /** stretches in which a case of it was running */
  runs: Stretch[];
  planned: Day | undefined;
  unplanned: number;
  closed: Day | undefined;
  closedUntold: boolean;
}

export const keyProjects: Report<Params> = {
  id: "key-projects",
  title: (language) => strings(language).measures.project.title,
  definition: (language) => strings(language).measures.project.definition,
  columns(language) {
    const { columns } = strings(language).measures.project;
    return [
      column("project", columns.project, "text"),
      column("cases", columns.cases, "number"),
      column("departments", columns.departments, "number"),
      column("open", columns.open, "number"),
      column("overdue", columns.overdue, "number"),
      column("closedLate", columns.closedLate, "number"),
      column("start", columns.start, "date"),
      column("planned", columns.planned, "date"),
      column("actual", columns.actual, "date"),
      column("late", columns.late, "duration", { unit: "day" }),
      column("gap", columns.gap, "duration", { unit: "day" }),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "project",
      title: strings(language).measures.project.one,
      values: null,
      default: "",
    },
  ],
  chart: { kind: "bar", category: "project", series: ["late", "gap"] },
  figures(question) {
    const { cases, filter, params, language } = question;
    const { report, measures } = strings(language);
    const started = cases.where(filter);
    const members = started.where({
      has: ["project"],
      ...(params.project !== "" && { project: params.project }),
    });
    const chains = chainsOf(members);
    const without = started.size - started.count({ has: ["project"] });
    const part = chains.filter(({ planned, unplanned }) => planned !== undefined && unplanned > 0);
    const today = dayOf(cases.asOf as Instant);
    return {
      n: members.size,
      rows: chains
        .map((chain) => row(question, chain, today))
        .sort((a, b) => Number(b.cells.late ?? -Infinity) - Number(a.cells.late ?? -Infinity)),
      total: null,
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(without > 0 ? [measures.project.without(without, started.size)] : []),
        ...(part.length > 0 ? [measures.project.partPlanned(part.length)] : []),
      ],
    };
  },
};

function chainsOf(members: Question<Params>["cases"]): Chain[] {
  const chains = new Map<string, Chain>();
  const today = dayOf(members.asOf as Instant);
  members.each(({ project, department, open, startedDay, closedDay, dueDay }) => {
    const chain = chains.get(project) ?? {
      project,
      n: 0,
      departments: new Set<string>(),
      open: 0,
      runs: [],
      planned: undefined,
      unplanned: 0,
      closed: undefined,
      closedUntold: false,
    };
    chains.set(project, chain);
    chain.n += 1;
    if (department !== "") chain.departments.add(department);
    if (open) chain.open += 1;
    else if (closedDay === undefined) chain.closedUntold = true;
    const end = open ? today : (closedDay ?? startedDay);
    chain.runs.push({ from: startedDay, to: end });
    if (dueDay === undefined) chain.unplanned += 1;
    else chain.planned = Math.max(chain.planned ?? dueDay, dueDay) as Day;
    if (!open && closedDay !== undefined)
      chain.closed = Math.max(chain.closed ?? closedDay, closedDay) as Day;
  });
  return [...chains.values()];
}

function row(question: Question<Params>, chain: Chain, today: Day): Row {
  const texts = strings(question.language).measures.project;
  const make = rowMaker(question, `project:${chain.project}`, { project: chain.project });
  make.text("project", chain.project);
  make.count("cases");
  make.text("departments", chain.departments.size);
  make.count("open", { state: "open" });
  make.count("overdue", { bucket: ["open-overdue"] });
  make.count("closedLate", { bucket: ["closed-late"] });
  const first = chain.runs.reduce((least, { from }) => Math.min(least, from), Infinity) as Day;
  const done = chain.open === 0 && !chain.closedUntold ? chain.closed : undefined;
  make.text("start", isoDay(first));
  make.text("planned", chain.planned === undefined ? null : isoDay(chain.planned));
  make.text("actual", done === undefined ? null : isoDay(done));
  make.figure(
    "late",
    chain.planned === undefined ? undefined : (done ?? today) - chain.planned,
    texts.noPlan,
  );
  make.text("gap", uncovered(chain.runs));
  const made = make.done();
  if (chain.planned === undefined) made.empty.planned = texts.noPlan;
  if (done === undefined) made.empty.actual = texts.running;
  return made;
}
