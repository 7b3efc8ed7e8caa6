import { z } from "zod";
import { UNITS } from "#shared/case/amount.ts";
import { FINDING_IDS, type FindingId } from "#shared/limit/findings/finding.ts";
import { FINDINGS, type Found, findingsOf } from "#shared/limit/findings/index.ts";
import { type Language, strings } from "#shared/strings/strings.ts";
import type { Row } from "../routes/shapes/report.ts";
import { caseColumns, caseRow, listOffers, listParams } from "./case-row.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Question, Report } from "./report.ts";
import { column } from "./rows.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { CaseSet } from "../facts/case-set.ts";

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
  async figures(question) {
    const { cases, filter, params, language } = question;
    const { report, supervision, finding } = strings(language);
    const { note } = supervision.findings;
    const started = cases.where(filter);
    const wanted = FINDING_IDS.filter((id) => params.finding === "all" || id === params.finding);
    const { byKind, concerned } = counted(started, wanted);
    const all = [...byKind.values()].reduce((sum, n) => sum + n, 0);
    return {
      n: started.size,
      rows: await listed(question, started, byKind),
      total: null,
      notes: [
        ...(started.size === 0 ? [report.note.none] : []),
        ...(started.size > 0 && all === 0 ? [note.none(started.size)] : []),
        ...(concerned > 0 ? [note.found(started.size, concerned)] : []),
        ...[...byKind].map(([id, n]) =>
          note.kind(finding[id], n, clauseOf(clauseOfKind(id), language)),
        ),
        ...(all > params.most ? [supervision.more(params.most, all)] : []),
      ],
    };
  },
};

/** How many cases have each kind, and how many have any of them. */
function counted(
  cases: CaseSet,
  wanted: readonly FindingId[],
): { byKind: Map<FindingId, number>; concerned: number } {
  const counts = new Map<FindingId, number>(wanted.map((id) => [id, 0]));
  let concerned = 0;
  for (const [{ findings: found }, n] of cases.states()) {
    const own = found.filter((id) => counts.has(id));
    for (const id of own) counts.set(id, (counts.get(id) ?? 0) + n);
    if (own.length > 0) concerned += n;
  }
  return { byKind: new Map([...counts].filter(([, n]) => n > 0)), concerned };
}

/** Kind after kind, as many as are wanted. */
async function listed(
  question: Question<Params>,
  cases: CaseSet,
  byKind: ReadonlyMap<FindingId, number>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const id of byKind.keys()) {
    const left = question.params.most - rows.length;
    if (left === 0) break;
    const own = cases.where({ finding: id }).first(left);
    for (const each of await own.open()) rows.push(row(question, raised(each, id, cases.asOf)));
  }
  return rows;
}

function raised(each: JudgedCase, kind: FindingId, asOf: number): Raised {
  const { timeline, regime, calendar } = each;
  const found = findingsOf(timeline, { regime, calendar, at: asOf as Instant });
  const evidence = found.filter(({ id }) => id === kind).map((one) => one.evidence);
  return { each, kind, clause: clauseOfKind(kind), evidence };
}

const clauseOfKind = (kind: FindingId): Found["clause"] =>
  FINDINGS.find(({ id }) => id === kind)?.clause ?? null;

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
