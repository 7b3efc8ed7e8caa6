import { addressText } from "../address/address.ts";
import { useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { questionQuery, withQuery } from "../api/questions.ts";
import { CaseLookup } from "../case/CaseLookup.tsx";
import { useAnswer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import type { CaseList } from "../../routes/shapes/case.ts";
import { CaseTable } from "../ui/CaseTable.tsx";
import { number } from "../ui/format.ts";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Empty, Waiting } from "../ui/Waiting.tsx";
import { CaseConditions } from "./CaseConditions.tsx";
import { CaseFacets } from "./CaseFacets.tsx";

/** The cases behind a figure: the address is the question, so a figure's link and a reader's own search are one thing. */
export function CasesPage() {
  const words = useWords().cases;
  const { query } = useRouter();
  const { filters } = useFilters();
  usePageTitle(words.title);
  const answer = useAnswer<CaseList>(withQuery("/v1/cases", questionQuery(query, filters)));
  return (
    <article className="page">
      <Waiting answer={answer}>
        {(list) => (
          <>
            <header className="page-head">
              <h1>
                {words.title} <span className="count">{words.count(number(list.total))}</span>
              </h1>
            </header>
            <CaseLookup />
            <CaseFacets facets={list.facets} />
            <CaseConditions />
            {list.cases.length === 0 ? (
              <Empty />
            ) : (
              <>
                <CaseTable cases={list.cases} label={words.title} />
                <Pager list={list} />
              </>
            )}
          </>
        )}
      </Waiting>
    </article>
  );
}

function Pager({ list }: { list: CaseList }) {
  const words = useWords().cases;
  const { page, query, go } = useRouter();
  if (list.pages <= 1) return null;
  const to = (wanted: number): void => {
    const next = new URLSearchParams(query);
    if (wanted === 1) next.delete("page");
    else next.set("page", String(wanted));
    go(addressText(page, next));
    scrollTo(0, 0);
  };
  return (
    <nav className="pager" aria-label={words.page(number(list.page), number(list.pages))}>
      <button type="button" disabled={list.page <= 1} onClick={() => to(list.page - 1)}>
        {words.previous}
      </button>
      <span>{words.page(number(list.page), number(list.pages))}</span>
      <button type="button" disabled={list.page >= list.pages} onClick={() => to(list.page + 1)}>
        {words.next}
      </button>
    </nav>
  );
}
