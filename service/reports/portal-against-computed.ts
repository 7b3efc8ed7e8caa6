import type { Timeline } from "#shared/case/timeline.ts";
import type { Due, Point } from "#shared/limit/due.ts";
import { duesOf } from "#shared/limit/dues.ts";
import { type Mark, markOf } from "#shared/limit/mark.ts";
import { type Side, now, side } from "#shared/limit/side.ts";
import type { World } from "#shared/limit/verdict.ts";
import { strings } from "#shared/strings/strings.ts";
import { earliest, latest } from "#shared/time/moment.ts";
import type { Row } from "../routes/shapes/report.ts";
import {
  type ListParams,
  caseColumns,
  caseRow,
  listOffers,
  listParams,
  otherRules,
} from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import { isOpen, select } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";
import { worldOf } from "./world-of.ts";

/** What the portal says and what we compute, side by side, where a page gives both. */
interface Comparison {
  each: JudgedCase;
  ours: Extract<Due, { kind: "at" | "between" }>;
  declared: Point | undefined;
  mark: Mark | undefined;
  side: Side;
  dateDiffers: boolean;
  markDiffers: boolean;
}

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
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, supervision } = strings(language);
    const chosen = select(cases, filter, asOf);
    const compared = chosen.flatMap((each) => compare(each, asOf) ?? []);
    const apart = compared
      .filter(({ dateDiffers, markDiffers }) => dateDiffers || markDiffers)
      .sort((a, b) => gap(b) - gap(a) || (a.each.key < b.each.key ? -1 : 1));
    const dates = apart.filter(({ dateDiffers }) => dateDiffers).length;
    const marks = apart.filter(({ markDiffers }) => markDiffers).length;
    return {
      n: compared.length,
      rows: apart.slice(0, params.most).map((one) => row(question, one)),
      total: null,
      notes: [
        ...(chosen.length === 0 ? [report.note.none] : []),
        ...otherRules(chosen, asOf, language),
        ...(chosen.length > 0 && compared.length === 0
          ? [supervision.portal.nothingToCompare]
          : []),
        ...(compared.length > 0
          ? [supervision.portal.found(chosen.length, compared.length, apart.length, dates, marks)]
          : []),
        ...(apart.length > params.most ? [supervision.more(params.most, apart.length)] : []),
      ],
    };
  },
};

function compare(each: JudgedCase, asOf: number): Comparison | undefined {
  const { timeline: t, verdict } = each;
  const world = worldOf(each, asOf);
  if (!world || verdict.why.includes("dropped")) return undefined;
  const { computed: ours, declared } = duesOf(t, world);
  if (ours.kind !== "at" && ours.kind !== "between") return undefined;
  const when = momentJudged(t, world);
  const said = markOf(t, world.at, world.regime.zone);
  // what remains of a closed case is not a statement about how it ended
  const mark = isOpen(t) || said?.by === "flag" ? said : undefined;
  if (!declared && (!mark || !when)) return undefined;
  const found = when ? side(ours, when) : "open";
  return {
    each,
    ours,
    declared,
    mark,
    side: found,
    dateDiffers: declared !== undefined && isElsewhere(declared, ours),
    markDiffers:
      mark !== undefined && (mark.says === "late" ? found === "not-late" : found === "late"),
  };
}

function momentJudged(t: Timeline, { at, regime }: World): ReturnType<typeof now> | undefined {
  if (isOpen(t)) return now(at);
  if (t.closedAt === undefined) return undefined;
  return { from: earliest(t.closedAt, regime.zone), to: latest(t.closedAt, regime.zone) };
}

/** Another day, or one outside the bounds where only bounds can be told. */
const isElsewhere = ({ day }: Point, ours: Comparison["ours"]): boolean =>
  ours.kind === "at"
    ? day !== ours.day
    : day < ours.earliest.day || (ours.latest !== undefined && day > ours.latest.day);

const daysLater = ({ declared, ours }: Comparison): number | undefined =>
  declared && ours.kind === "at" ? declared.day - ours.day : undefined;

const gap = (one: Comparison): number => Math.abs(daysLater(one) ?? 0);

function row(question: Question<ListParams>, one: Comparison): Row {
  const { supervision, verdict: words } = strings(question.language);
  const { mark, says, empty } = supervision.portal;
  const make = caseRow(question, one.each);
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
  make.text("verdict", words.mark[one.each.verdict.kind]);
  const made = make.done();
  if (!declared) made.empty.portalDue = empty.noDate;
  if (ours.kind === "between") made.empty.computedDue = empty.bounds(ours.earliest.moment);
  if (!one.mark) made.empty.portalMark = empty.noMark;
  return made;
}
