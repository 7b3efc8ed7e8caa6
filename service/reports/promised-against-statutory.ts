import { strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Traits } from "../facts/traits.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

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
    const { cases, filter, language } = question;
    const { report, supervision } = strings(language);
    const started = cases.where(filter);
    const items = started.groupBy("item");
    let mixed = 0;
    for (const [{ bothLimits, promised: both }, n] of started.traits())
      if (bothLimits && both === null) mixed += n;
    const latest = items.flatMap((item) => newestPair(item.cases) ?? []);
    const [statutory, promised] = [sum(latest, "statutory"), sum(latest, "promised")];
    return {
      n: started.size,
      rows: items.map(({ name }) => row(question, name)),
      total: row(question, undefined),
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(statutory > 0
          ? [supervision.promised.byItem(latest.length, statutory, promised, promised / statutory)]
          : []),
        ...(mixed > 0 ? [supervision.promised.mixed(mixed)] : []),
      ],
    };
  },
};

const pairOf = ({ promised, statutory }: Traits): Pair | undefined =>
  promised === null || statutory === null ? undefined : { promised, statutory };

const sum = (pairs: readonly (Pair & { n?: number })[], which: keyof Pair): number =>
  pairs.reduce((total, pair) => total + (pair.n ?? 1) * pair[which], 0);

/** The limits of an item are those that its newest case shows: items have versions. */
function newestPair(cases: CaseSet): Pair | undefined {
  const newest = cases.newest((traits) => pairOf(traits) !== undefined);
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
  const pairs = own.traits().flatMap(([traits, n]) => {
    const pair = pairOf(traits);
    return pair ? [{ ...pair, n }] : [];
  });
  const paired = pairs.reduce((all, { n }) => all + n, 0);
  const { none, severalItems } = supervision.promised.empty;
  const newest = newestPair(own);
  const [statutory, promised] = [sum(pairs, "statutory"), sum(pairs, "promised")];
  const figure = (name: string, value: number): void =>
    make.figure(name, paired === 0 ? undefined : value, none);
  make.figure("paired", own.size === 0 ? undefined : paired / own.size, report.note.none);
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
