import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";
import { select } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column, groups, rowMaker, shown } from "./rows.ts";

const BY = ["item", "department"] as const;
const params = z.strictObject({ by: z.enum(BY).default("item") });
type Params = z.infer<typeof params>;

export const rework: Report<Params> = {
  id: "rework",
  title: (language) => strings(language).supervision.rework.title,
  definition: (language) => strings(language).supervision.rework.definition,
  columns(language) {
    const { columns } = strings(language).supervision.rework;
    return [
      column("name", columns.name, "text"),
      column("total", columns.total, "number"),
      column("pausesShown", columns.pausesShown, "percent"),
      column("rounds", columns.rounds, "number"),
      column("mostRounds", columns.mostRounds, "number"),
      column("stepsShown", columns.stepsShown, "percent"),
      column("steps", columns.steps, "number"),
      column("mostSteps", columns.mostSteps, "number"),
      column("returns", columns.returns, "number"),
      column("handOvers", columns.handOvers, "number"),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "by",
      title: strings(language).supervision.rework.by,
      values: [...BY],
      default: "item",
    },
  ],
  chart: { kind: "bar", category: "name", series: ["steps", "handOvers"] },
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, supervision } = strings(language);
    const started = select(cases, filter, asOf);
    const silent = started.filter((each) => !showsSteps(each) && !showsPauses(each)).length;
    return {
      n: started.length,
      rows: groups(started, ({ timeline }) => timeline[params.by]).map((name) =>
        row(question, name),
      ),
      total: row(question, undefined),
      notes: [
        ...(started.length === 0 ? [report.note.none] : []),
        ...(silent > 0 ? [supervision.rework.silent(silent, started.length)] : []),
      ],
    };
  },
};

const showsSteps = ({ timeline }: JudgedCase): boolean => timeline.steps.length > 0;

/** A page that shows no pauses cannot tell that there were none. */
const showsPauses = ({ timeline }: JudgedCase): boolean => timeline.pausesSeenAt !== undefined;

const roundsOf = ({ timeline }: JudgedCase): number =>
  timeline.pauses.filter(({ ground }) => ground === "supplement").length;

const stepsOf = ({ timeline }: JudgedCase): number => timeline.steps.length;

/** How often it came back to a step in which it had been. */
function returnsOf({ timeline: { steps } }: JudgedCase): number {
  const moves = steps.filter(({ name }, i) => name !== steps[i - 1]?.name);
  return moves.length - new Set(moves.map(({ name }) => name)).size;
}

/** How often it passed from one department to another; `undefined` where fewer than all steps name theirs. */
function handOversOf({ timeline: { steps } }: JudgedCase): number | undefined {
  const departments = steps.map(({ department }) => department);
  if (departments.includes(undefined)) return undefined;
  return departments.filter((each, i) => i > 0 && each !== departments[i - 1]).length;
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, each) => sum + each, 0) / values.length;

const most = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b));

function row(question: Question<Params>, name: string | undefined): Row {
  const { language, params } = question;
  const { report, supervision } = strings(language);
  const { noPauses, noSteps, noDepartments } = supervision.rework.empty;
  const make = rowMaker(
    question,
    name === undefined ? "total" : `${params.by}:${name}`,
    name === undefined ? {} : { [params.by]: name },
  );
  make.text("name", name === undefined ? report.total : shown(name, language));
  const own = make.count("total");
  const share = (part: readonly JudgedCase[]): number | undefined =>
    own.length === 0 ? undefined : part.length / own.length;
  const [withPauses, withSteps] = [own.filter(showsPauses), own.filter(showsSteps)];
  make.figure("pausesShown", share(withPauses), report.note.none);
  make.figure("rounds", mean(withPauses.map(roundsOf)), noPauses);
  make.figure("mostRounds", most(withPauses.map(roundsOf)), noPauses);
  make.figure("stepsShown", share(withSteps), report.note.none);
  make.figure("steps", mean(withSteps.map(stepsOf)), noSteps);
  make.figure("mostSteps", most(withSteps.map(stepsOf)), noSteps);
  make.figure("returns", mean(withSteps.map(returnsOf)), noSteps);
  const handOvers = withSteps.flatMap((each) => handOversOf(each) ?? []);
  make.figure("handOvers", mean(handOvers), withSteps.length === 0 ? noSteps : noDepartments);
  return make.done();
}
