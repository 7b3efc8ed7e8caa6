import type { Instant } from "#shared/time/instant.ts";
import { strings } from "#shared/strings/strings.ts";
import { type Comparison, compare, daysLater } from "../facts/comparison.ts";
import type { Row } from "../routes/shapes/report.ts";
import { type ListParams, caseColumns, caseRow, listOffers, listParams } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";

export const portalAgainstComputed: Report<ListParams> = {
  id: "portal-against-computed",
  title: (language) => strings(language).supervision.portal.title,
  definition: (language) => strings(language).supervision.portal.definition,
  columns(language) {
    const { columns } = strings(language).supervision.portal;
    return [
      ...caseColumns(language),
      column("portalDue", columns.portalDue, "date"),
      column("computedDue", columns.computedDue, "date"),
      column("later", columns.later, "duration", { unit: "day" }),
      column("portalMark", columns.portalMark, "text"),
      column("computedMark", columns.computedMark, "text"),
      column("verdict", columns.verdict, "text"),
    ];
  },
  params: listParams,
  offers: listOffers,
  chart: null,
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, supervision } = strings(language);
    const chosen = cases.where(filter);
    let [compared, dates, marks] = [0, 0, 0];
    for (const [{ portal }, n] of chosen.states()) {
      if (!portal) continue;
      compared += n;
      if (portal.date) dates += n;
      if (portal.mark) marks += n;
    }
    const apart = chosen.where({ has: ["disagrees"] });
    const shown = await apart.top(params.most, ({ state }) => state.portal?.gap).open();
    return {
      n: compared,
      rows: shown.map((each) => row(question, each)),
      total: null,
      notes: [
        ...(chosen.size === 0 ? [report.note.none] : []),
        ...(chosen.size > 0 && compared === 0 ? [supervision.portal.nothingToCompare] : []),
        ...(compared > 0
          ? [supervision.portal.found(chosen.size, compared, apart.size, dates, marks)]
          : []),
        ...(apart.size > params.most ? [supervision.more(params.most, apart.size)] : []),
      ],
    };
  },
};

function row(question: Question<ListParams>, each: JudgedCase): Row {
  const { supervision, verdict: words } = strings(question.language);
  const { mark, says, empty } = supervision.portal;
  const make = caseRow(question, each);
  const one = comparisonOf(each, question.cases.asOf);
  const { declared, ours } = one;
  make.text("portalDue", declared?.moment ?? null);
  make.text("computedDue", ours.kind === "at" ? ours.moment : null);
  make.figure(
    "later",
    daysLater(one),
    declared ? empty.bounds(ours.kind === "between" ? ours.earliest.moment : "") : empty.noDate,
  );
  make.text("portalMark", one.mark ? mark[one.mark.says] : null);
  make.text("computedMark", says[one.side]);
  make.text("verdict", words.mark[each.verdict.kind]);
  const made = make.done();
  if (!declared) made.empty.portalDue = empty.noDate;
  if (ours.kind === "between") made.empty.computedDue = empty.bounds(ours.earliest.moment);
  if (!one.mark) made.empty.portalMark = empty.noMark;
  return made;
}

/** @throws Error when nothing was to compare: such a case is not listed */
function comparisonOf(each: JudgedCase, asOf: number): Comparison {
  const { timeline, verdict, regime, calendar } = each;
  const found = compare(timeline, verdict, { regime, calendar, at: asOf as Instant });
  if (!found) throw new Error("a case without a comparison was listed");
  return found;
}
