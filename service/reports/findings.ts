import { z } from "zod";
import { UNITS } from "#shared/case/amount.ts";
import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { type Found, findingsOf } from "#shared/limit/findings/index.ts";
import { type Language, strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import { caseColumns, caseRow, listOffers, listParams, otherRules } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import { select } from "./population.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";
import { worldOf } from "./world-of.ts";

const params = listParams.extend({ finding: z.enum(["all", ...FINDING_IDS]).default("all") });
type Params = z.infer<typeof params>;

/** One case with one kind of finding, and everything that supports it. */
interface Raised {
  each: JudgedCase;
  kind: Found["id"];
  clause: Found["clause"];
  evidence: Found["evidence"][];
}

export const findings: Report<Params> = {
  id: "findings",
  title: (language) => strings(language).supervision.findings.title,
  definition: (language) => strings(language).supervision.findings.definition,
  columns(language) {
    const { columns } = strings(language).supervision.findings;
    return [
      column("finding", columns.finding, "text"),
      column("clause", columns.clause, "text"),
      ...caseColumns(language),
      column("times", columns.times, "number"),
      column("evidence", columns.evidence, "text"),
      column("verdict", columns.verdict, "text"),
    ];
  },
  params,
  offers: (language) => [
    {
      name: "finding",
      title: strings(language).supervision.findings.kind,
      values: ["all", ...FINDING_IDS],
      default: "all",
    },
    ...listOffers(language),
  ],
  chart: null,
  figures(question) {
    const { cases, filter, params, asOf, language } = question;
    const { report, supervision, finding } = strings(language);
    const { note } = supervision.findings;
    const started = select(cases, filter, asOf);
    const all = started.flatMap((each) => raisedBy(each, asOf));
    const wanted = FINDING_IDS.filter((id) => params.finding === "all" || id === params.finding);
    const byKind = wanted.map((id) => all.filter(({ kind }) => kind === id));
    const listed = byKind.flat();
    const concerned = new Set(listed.map(({ each }) => each.key)).size;
    return {
      n: started.length,
      rows: listed.slice(0, params.most).map((raised) => row(question, raised)),
      total: null,
      notes: [
        ...(started.length === 0 ? [report.note.none] : []),
        ...otherRules(started, asOf, language),
        ...(started.length > 0 && listed.length === 0 ? [note.none(started.length)] : []),
        ...(concerned > 0 ? [note.found(started.length, concerned)] : []),
        ...byKind.flatMap(([first, ...rest]) =>
          first
            ? [note.kind(finding[first.kind], rest.length + 1, clauseOf(first.clause, language))]
            : [],
        ),
        ...(listed.length > params.most ? [supervision.more(params.most, listed.length)] : []),
      ],
    };
  },
};

function raisedBy(each: JudgedCase, asOf: number): Raised[] {
  const world = worldOf(each, asOf);
  const kinds = Map.groupBy(world ? findingsOf(each.timeline, world) : [], ({ id }) => id);
  return [...kinds].map(([kind, own]) => ({
    each,
    kind,
    clause: own[0]?.clause ?? null,
    evidence: own.map(({ evidence }) => evidence),
  }));
}

const clauseOf = (clause: Found["clause"], language: Language): string | null =>
  clause && strings(language).supervision.findings.clause(clause.law, clause.article);

function row(question: Question<Params>, { each, kind, clause, evidence }: Raised): Row {
  const { language } = question;
  const { supervision, finding, verdict: words } = strings(language);
  const make = caseRow(question, each, `#${kind}`);
  make.text("finding", finding[kind]);
  make.figure("clause", undefined, supervision.findings.noClause);
  const said = clauseOf(clause, language);
  if (said !== null) make.text("clause", said);
  make.text("times", evidence.length);
  make.text("evidence", evidence.map((one) => inWords(one, language)).join("; "));
  make.text("verdict", words.mark[each.verdict.kind]);
  const made = make.done();
  if (said !== null) delete made.empty.clause;
  return made;
}

const inWords = (evidence: Found["evidence"], language: Language): string =>
  Object.entries(evidence)
    .map(([field, value]) => said(field, value, language))
    .join(strings(language).supervision.findings.comma);

function said(field: string, value: string, language: Language): string {
  const { supervision, proof, verdict, page } = strings(language);
  const words: Record<string, string> =
    field === "ground" ? proof.ground : field === "verdict" ? verdict.mark : {};
  const [amount, unit] = value.split(" ");
  const known = UNITS.find((each) => each === unit);
  const isLimit = field === "promised" || field === "statutory";
  const text = words[value] ?? (isLimit && known ? page.amount(Number(amount), known) : value);
  return supervision.findings.said(supervision.findings.field[field] ?? field, text);
}
