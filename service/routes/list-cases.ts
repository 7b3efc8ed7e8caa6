import type { Asks } from "../http/deps.ts";
import type { ColumnSet } from "../facts/column-set.ts";
import type { PopulationQuery } from "../reports/population.ts";
import { type Asking, scopeOf } from "./asking.ts";
import { caseSummaryOf } from "./case-summary.ts";
import type { CaseList } from "./shapes/case.ts";

export interface CasesAsked extends PopulationQuery, Asking {
  q?: string | undefined;
  page: number;
  pageSize: number;
}

/** One page of the cases behind a figure, those that need a person first. @throws Problem */
export async function listCases(
  asks: Asks,
  caller: { unit: number | null },
  asked: CasesAsked,
  acceptLanguage?: string,
): Promise<CaseList> {
  const { unit, asOf: moment, lang, q, page, pageSize, ...query } = asked;
  const scope = await scopeOf(asks, caller, { unit, asOf: moment, lang }, acceptLanguage);
  const { asOf, judging } = scope;
  const wanted = q?.replace(/^…/, "").normalize("NFKC").toUpperCase() ?? "";
  return asks.facts.ask(
    { units: new Set(scope.units.keys()), asOf, judging },
    async ({ cases }) => {
      const found = cases.where(query).endingIn(wanted);
      const first = (page - 1) * pageSize;
      const shown = await found.byUrgency(first, first + pageSize).open();
      return {
        generatedAt: new Date(asks.now()).toISOString(),
        asOf: new Date(asOf).toISOString(),
        total: found.size,
        page,
        pageSize,
        pages: Math.max(1, Math.ceil(found.size / pageSize)),
        cases: shown.map((each) => caseSummaryOf(each, scope.units, asOf)),
        facets: facetsOf(cases),
        versions: scope.versions,
      };
    },
  );
}

const byName = new Intl.Collator("zh-CN").compare;

/** Every value within the scope with its number of cases, most frequent first. */
function facetsOf(cases: ColumnSet): CaseList["facets"] {
  const words = (dimension: "department" | "item" | "step") =>
    ordered(
      cases.groupBy(dimension).map(({ name, cases: { size } }) => ({ value: name, n: size })),
    );
  const [bucket, verdict] = [new Map<string, number>(), new Map<string, number>()];
  for (const [state, n] of cases.states()) {
    bucket.set(state.bucket, (bucket.get(state.bucket) ?? 0) + n);
    verdict.set(state.verdict, (verdict.get(state.verdict) ?? 0) + n);
  }
  const counted = <V extends string>(counts: Map<string, number>) =>
    ordered([...counts].map(([value, n]) => ({ value: value as V, n })));
  return {
    department: words("department"),
    item: words("item"),
    step: words("step"),
    bucket: counted(bucket),
    verdict: counted(verdict),
  };
}

const ordered = <V extends string>(facet: { value: V; n: number }[]): { value: V; n: number }[] =>
  facet.sort((a, b) => b.n - a.n || byName(a.value, b.value));
