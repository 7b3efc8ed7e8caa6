import type { CaseList } from "../../routes/shapes/case.ts";
import { serviceQuery } from "../address/filters.ts";
import { casesLink } from "../address/casesLink.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useWords } from "../language.tsx";
import { CaseTable } from "../ui/CaseTable.tsx";
import { Section } from "../ui/Section.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const SHOWN = 6;

/** The open overdue cases that lead the list, because a figure alone moves nobody. */
export function Attention() {
  const words = useWords().home;
  const { filters } = useFilters();
  const query = serviceQuery(filters);
  query.set("bucket", "open-overdue");
  const answer = useAnswer<CaseList>(withQuery("/v1/cases", query));
  const own = serviceQuery({ ...filters, unit: undefined, asOf: undefined });
  own.set("bucket", "open-overdue");
  return (
    <Section
      title={words.attention}
      lead={words.attentionLead}
      aside={
        <Link to={casesLink(own.toString(), filters)} className="aside">
          {words.allOverdue}
        </Link>
      }
    >
      <Waiting answer={answer}>
        {(list) =>
          list.cases.length === 0 ? (
            <p className="faint">{words.noAttention}</p>
          ) : (
            <CaseTable cases={list.cases.slice(0, SHOWN)} label={words.attention} />
          )
        }
      </Waiting>
    </Section>
  );
}
