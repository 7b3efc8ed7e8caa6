import { proof } from "#shared/limit/proof.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type ListParams, caseColumns, caseRow, listOffers, listParams } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import { proofSentence } from "./proof-sentence.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";

/** Case by case the due date and the count that it rests on, to be printed or exported for the file. */
export const dueDates: Report<ListParams> = {
  id: "due-dates",
  title: (language) => strings(language).proof.ledger.title,
  definition: (language) => strings(language).proof.ledger.definition,
  columns(language) {
    const { columns } = strings(language).proof.ledger;
    return [
      ...caseColumns(language),
      column("accepted", columns.accepted, "date"),
      column("limit", columns.limit, "text"),
      column("due", columns.due, "date"),
      column("verdict", columns.verdict, "text"),
      column("proof", columns.proof, "text"),
      column("why", columns.why, "text"),
    ];
  },
  params: listParams,
  offers: listOffers,
  chart: null,
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, proof: words } = strings(language);
    const all = cases.where(filter);
    // a case whose date is not certain comes after all others
    const first = all.top(params.most, ({ dueDay }) => -(dueDay ?? Number.MAX_SAFE_INTEGER));
    const listed = (await first.open()).sort(soonest);
    return {
      n: all.size,
      rows: listed.map((each) => row(question, each)),
      total: null,
      notes: [
        ...(all.size === 0 ? [report.note.none] : []),
        ...(all.size > listed.length ? [words.ledger.more(listed.length, all.size)] : []),
      ],
    };
  },
};

/** By due time; cases without one come last. */
const soonest = (a: JudgedCase, b: JudgedCase): number =>
  compare(dueOf(a), dueOf(b)) || compare(a.key, b.key);
const dueOf = ({ verdict: { due, range } }: JudgedCase): string => due ?? range?.earliest ?? "~";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function row(question: Question<ListParams>, each: JudgedCase): Row {
  const { language, cases } = question;
  const { page, proof: words, verdict: said } = strings(language);
  const { timeline, verdict, regime, calendar } = each;
  const { promised, unnamed, statutory } = timeline.limits;
  const limit = promised ?? unnamed ?? statutory;
  const at = cases.asOf as Instant;
  const make = caseRow(question, each);
  make.text("accepted", timeline.acceptedAt ?? null);
  make.text("limit", limit ? page.amount(limit.amount, limit.unit) : null);
  make.text("due", verdict.due);
  make.text("verdict", said.mark[verdict.kind]);
  make.text("why", verdict.why.map((why) => said.why[why]).join(language === "en" ? " " : ""));
  make.text("proof", proofSentence(proof(timeline, { regime, calendar, at }), language) ?? null);
  const made = make.done();
  if (made.cells["proof"] === null) made.empty["proof"] = words.ledger.none;
  return made;
}
