import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { CaseClocks } from "../case/CaseClocks.tsx";
import { CaseContradictions } from "../case/CaseContradictions.tsx";
import { CaseFacts } from "../case/CaseFacts.tsx";
import { CaseNumber } from "../case/CaseNumber.tsx";
import { CasePauses } from "../case/CasePauses.tsx";
import { CaseProof } from "../case/CaseProof.tsx";
import { CaseSightings } from "../case/CaseSightings.tsx";
import { CaseSteps } from "../case/CaseSteps.tsx";
import { CaseVerdict } from "../case/CaseVerdict.tsx";
import { useWords } from "../language.tsx";
import { Icon } from "../ui/Icon.tsx";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import type { CaseDetail } from "../../routes/shapes/case.ts";

/** One case from its verdict down to the evidence. */
export function CasePage({ caseKey }: { caseKey: string }) {
  const { filters } = useFilters();
  const asked = new URLSearchParams();
  if (filters.asOf !== undefined) asked.set("asOf", filters.asOf);
  const answer = useAnswer<CaseDetail>(
    withQuery(`/v1/cases/${encodeURIComponent(caseKey)}`, asked),
  );
  return (
    <article className="page">
      <Waiting answer={answer}>
        {(detail) => <CaseView detail={detail} changed={answer.again} />}
      </Waiting>
    </article>
  );
}

function CaseView({ detail, changed }: { detail: CaseDetail; changed(): void }) {
  const all = useWords();
  const words = all.case;
  const { at } = useFilters();
  const title = words.title(detail.case.mask);
  usePageTitle(title);
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumbs">
            {cameFromInside() ? (
              <button type="button" className="quiet" onClick={() => history.back()}>
                <Icon name="left" />
                <span>{all.shell.back}</span>
              </button>
            ) : (
              <Link to={at({ name: "cases" })}>{all.cases.title}</Link>
            )}
          </p>
          <h1>{title}</h1>
          <p className="lead">
            {[detail.case.item, detail.case.department].filter(Boolean).join(" · ")}
          </p>
        </div>
        <button type="button" className="no-print" onClick={() => print()}>
          <Icon name="print" />
          <span>{all.report.print}</span>
        </button>
      </header>
      <CaseVerdict detail={detail} />
      <CaseContradictions detail={detail} />
      <CaseFacts detail={detail} />
      <CaseProof detail={detail} />
      <CaseClocks detail={detail} />
      <CaseSteps detail={detail} />
      <CasePauses detail={detail} />
      <CaseSightings detail={detail} />
      <CaseNumber detail={detail} changed={changed} />
    </>
  );
}

/** `go` marks the entries that it makes, so that “back” never leaves the dashboard. */
const cameFromInside = (): boolean => (history.state as { inside?: true } | null)?.inside === true;
