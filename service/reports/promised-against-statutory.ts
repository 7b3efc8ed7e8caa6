import type { Amount } from "#shared/case/amount.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";
import { select, startedAt } from "./population.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, groups, rowMaker, shown } from "./rows.ts";

/** Both limits of one case, in working days. */
interface Pair {
  promised: number;
  statutory: number;
}

export const promisedAgainstStatutory: Report<object> = {
  id: "promised-against-statutory",
  title: (language) => strings(language).supervision.promised.title,
  definition: (language) => strings(language).supervision.promised.definition,
  columns(language) {
    const { columns } = strings(language).supervision.promised;
    const workdays = (key: keyof typeof columns) =>
      column(key, columns[key], "duration", { unit: "workday" });
    const of = (numerator: string) => ({ of: { numerator, denominator: "sumStatutory" } });
    return [
      column("item", columns.item, "text"),
      column("total", columns.total, "number"),
      column("paired", columns.paired, "percent"),
      workdays("statutory"),
      workdays("promised"),
      workdays("sumStatutory"),
      workdays("sumPromised"),
      workdays("saved"),
      column("reducedTo", columns.reducedTo, "percent", of("sumPromised")),
      column("reducedBy", columns.reducedBy, "percent", of("saved")),
    ];
  },
  params: noParams,
  chart: { kind: "bar", category: "item", series: ["reducedTo"] },
  figures(question) {
    const { cases, filter, asOf, language } = question;
    const { report, supervision } = strings(language);
    const started = select(cases, filter, asOf);
    const items = groups(started, ({ timeline }) => timeline.item);
    const mixed = started.filter((each) => bothShown(each) && !pairOf(each)).length;
    const latest = items.flatMap((item) => newestPair(started.filter(of(item))) ?? []);
    const [statutory, promised] = [sum(latest, "statutory"), sum(latest, "promised")];
    return {
      n: started.length,
      rows: items.map((item) => row(question, item)),
      total: row(question, undefined),
      notes: [
        ...(started.length === 0 ? [report.note.none] : []),
        ...(statutory > 0
          ? [supervision.promised.byItem(latest.length, statutory, promised, promised / statutory)]
          : []),
        ...(mixed > 0 ? [supervision.promised.mixed(mixed)] : []),
      ],
    };
  },
};

const of =
  (item: string) =>
  ({ timeline }: JudgedCase): boolean =>
    (timeline.item ?? "") === item;

const bothShown = ({ timeline: { limits } }: JudgedCase): boolean =>
  limits.promised !== undefined && limits.statutory !== undefined;

/** Only working days can be added to working days; 即办 is none at all. */
const workdays = ({ amount, unit }: Amount): number | undefined =>
  unit === "immediate" ? 0 : unit === "workday" ? amount : undefined;

function pairOf({ timeline: { limits } }: JudgedCase): Pair | undefined {
  const promised = limits.promised && workdays(limits.promised);
  const statutory = limits.statutory && workdays(limits.statutory);
  return promised === undefined || statutory === undefined || statutory === 0
    ? undefined
    : { promised, statutory };
}

const sum = (pairs: readonly Pair[], which: keyof Pair): number =>
  pairs.reduce((total, pair) => total + pair[which], 0);

/** The limits of an item are those that its newest case shows: items have versions. */
function newestPair(cases: readonly JudgedCase[]): Pair | undefined {
  const [newest] = cases
    .filter((each) => pairOf(each) !== undefined)
    .sort(
      (a, b) =>
        startedAt(b.timeline).localeCompare(startedAt(a.timeline)) || (a.key < b.key ? -1 : 1),
    );
  return newest && pairOf(newest);
}

function row(question: Question<object>, item: string | undefined): Row {
  const { language } = question;
  const { report, supervision } = strings(language);
  const make = rowMaker(
    question,
    item === undefined ? "total" : `item:${item}`,
    item === undefined ? {} : { item },
  );
  make.text("item", item === undefined ? report.total : shown(item, language));
  const own = make.count("total");
  const pairs = own.flatMap((each) => pairOf(each) ?? []);
  const { none, severalItems } = supervision.promised.empty;
  const newest = newestPair(own);
  const [statutory, promised] = [sum(pairs, "statutory"), sum(pairs, "promised")];
  const figure = (name: string, value: number): void =>
    make.figure(name, pairs.length === 0 ? undefined : value, none);
  make.figure("paired", own.length === 0 ? undefined : pairs.length / own.length, report.note.none);
  for (const which of ["statutory", "promised"] as const)
    make.figure(
      which,
      item === undefined ? undefined : newest?.[which],
      item === undefined ? severalItems : none,
    );
  figure("sumStatutory", statutory);
  figure("sumPromised", promised);
  figure("saved", statutory - promised);
  figure("reducedTo", promised / statutory);
  figure("reducedBy", (statutory - promised) / statutory);
  return make.done();
}
