import { z } from "zod";
import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Traits } from "../facts/traits.ts";
import type { Question, Report } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

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
    const { cases, filter, params, language } = question;
    const { report, supervision } = strings(language);
    const started = cases.where(filter);
    let silent = 0;
    for (const [traits, n] of started.traits())
      if (!showsSteps(traits) && !traits.pausesShown) silent += n;
    return {
      n: started.size,
      rows: started.groupBy(params.by).map(({ name }) => row(question, name)),
      total: row(question, undefined),
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(silent > 0 ? [supervision.rework.silent(silent, started.size)] : []),
      ],
    };
  },
};

const showsSteps = ({ steps }: Traits): boolean => steps > 0;

/** One number of each case that tells it. */
interface Sum {
  n: number;
  sum: number;
  most: number;
}

function sumOf(cases: CaseSet, of: (traits: Traits) => number | null): Sum {
  const all: Sum = { n: 0, sum: 0, most: 0 };
  for (const [traits, n] of cases.traits()) {
    const value = of(traits);
    if (value === null) continue;
    all.n += n;
    all.sum += n * value;
    if (value > all.most) all.most = value;
  }
  return all;
}

const mean = ({ n, sum }: Sum): number | undefined => (n === 0 ? undefined : sum / n);
const most = (all: Sum): number | undefined => (all.n === 0 ? undefined : all.most);

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
  const share = (part: Sum): number | undefined => (own.size === 0 ? undefined : part.n / own.size);
  const ofSteps = (of: (traits: Traits) => number | null): Sum =>
    sumOf(own, (traits) => (showsSteps(traits) ? of(traits) : null));
  const rounds = sumOf(own, (traits) => (traits.pausesShown ? traits.rounds : null));
  const steps = ofSteps((traits) => traits.steps);
  make.figure("pausesShown", share(rounds), report.note.none);
  make.figure("rounds", mean(rounds), noPauses);
  make.figure("mostRounds", most(rounds), noPauses);
  make.figure("stepsShown", share(steps), report.note.none);
  make.figure("steps", mean(steps), noSteps);
  make.figure("mostSteps", most(steps), noSteps);
  make.figure("returns", mean(ofSteps((traits) => traits.returns)), noSteps);
  const handOvers = ofSteps((traits) => traits.handOvers);
  make.figure("handOvers", mean(handOvers), steps.n === 0 ? noSteps : noDepartments);
  return make.done();
}
