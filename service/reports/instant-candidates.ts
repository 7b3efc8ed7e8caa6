import { kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import { quantile } from "#shared/statistics/quantile.ts";
import { strings } from "#shared/strings/strings.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type Question, type Report, noParams } from "./report.ts";
import { column, rowMaker, shown } from "./rows.ts";

/** Working days within which nine in ten must be closed, and how many must have been timed, for an item to be proposed. */
const QUICK = 0.5;
const ENOUGH = 30;

type Answer = keyof ReturnType<typeof strings>["measures"]["instant"]["answer"];

export const instantCandidates: Report<object> = {
  id: "instant-candidates",
  title: (language) => strings(language).measures.instant.title,
  definition: (language) => strings(language).measures.instant.definition,
  columns(language) {
    const { columns } = strings(language).measures.instant;
    return [
      column("item", columns.item, "text"),
      column("answer", columns.answer, "text"),
      column("total", columns.total, "number"),
      column("instant", columns.instant, "number"),
      column("closed", columns.closed, "number"),
      column("sameDay", columns.sameDay, "number"),
      column("sameDayRate", columns.sameDayRate, "percent", {
        of: { numerator: "sameDay", denominator: "closed" },
      }),
      column("timed", columns.timed, "number"),
      column("p90", columns.p90, "duration", { unit: "workday" }),
      column("promised", columns.promised, "duration", { unit: "workday" }),
    ];
  },
  params: noParams,
  chart: { kind: "bar", category: "item", series: ["sameDayRate"] },
  figures(question) {
    const { cases, filter, language } = question;
    const { report, measures } = strings(language);
    const started = cases.where(filter);
    const made = started.groupBy("item").map(({ name, cases: own }) => row(question, name, own));
    const first = (answer: Answer): number => Number(answer !== "candidate");
    const found = made.filter(({ answer }) => answer === "candidate").length;
    return {
      n: started.size,
      rows: made.toSorted((a, b) => first(a.answer) - first(b.answer)).map((each) => each.row),
      total: null,
      notes: started.size === 0 ? [report.note.none] : [measures.instant.found(found, made.length)],
    };
  },
};

function row(question: Question<object>, item: string, own: CaseSet): { row: Row; answer: Answer } {
  const { language } = question;
  const texts = strings(language).measures.instant;
  const { empty } = strings(language).report;
  const make = rowMaker({ ...question, cases: own }, `item:${item}`, { item });
  make.text("item", shown(item, language));
  make.count("total");
  const instant = make.count("instant", { has: ["instant"] }).size;
  make.count("closed", { state: "closed" });
  make.count("sameDay", { state: "closed", has: ["same-day"] });
  make.rate("sameDayRate", "sameDay", "closed");
  const curve = kaplanMeier(own.lives().working);
  make.text("timed", curve.n);
  const p90 = quantile(curve, 0.9);
  const none = curve.n === 0 ? empty["no-duration"] : empty["percentile-not-reached"];
  make.figure("p90", p90, none);
  make.figure("promised", promisedOf(own), texts.noPromise);
  const answer = answerOf(curve.n, p90, instant * 2 > own.size);
  make.text("answer", texts.answer[answer]);
  return { row: make.done(), answer };
}

const answerOf = (timed: number, p90: number | undefined, already: boolean): Answer => {
  if (already) return "already";
  if (timed < ENOUGH) return "few";
  if (p90 === undefined) return "untold";
  return p90 <= QUICK ? "candidate" : "slow";
};

/** Of the case that started last: items have versions. */
const promisedOf = (own: CaseSet): number | undefined =>
  own.newest(({ promised }) => promised !== null)?.promised ?? undefined;
