import type { CaseSummary } from "../../routes/shapes/case.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useLanguage, useVerdictWords, useWords } from "../language.tsx";
import { strings } from "#shared/strings/strings.ts";
import { instantText, number } from "./format.ts";
import { VerdictMark } from "./VerdictMark.tsx";

/** Cases line by line: what is judged, why, and how old our knowledge is. */
export function CaseTable({ cases, label }: { cases: readonly CaseSummary[]; label: string }) {
  const words = useWords().cases;
  const anyClosed = cases.some(({ closedAt }) => closedAt !== null);
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={label}>
      <table className="data cases">
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.started}</th>
            <th scope="col">{words.due}</th>
            {anyClosed && <th scope="col">{words.closed}</th>}
            <th scope="col">{words.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <CaseLine key={each.key} of={each} anyClosed={anyClosed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseLine({ of, anyClosed }: { of: CaseSummary; anyClosed: boolean }) {
  const words = useWords().cases;
  const { at } = useFilters();
  const why = useVerdictWords().why;
  const { language } = useLanguage();
  const { verdict } = of;
  const unnamed = <span className="faint">{words.unnamed}</span>;
  return (
    <tr>
      <td>
        <VerdictMark kind={verdict.kind} />
        <small className="under">{verdict.left ? leftText(verdict.left, language) : ""}</small>
      </td>
      <th scope="row">
        <Link to={at({ name: "case", key: of.key })} className="figure-link">
          {of.mask}
        </Link>
        {of.contradictions > 0 && (
          <small className="under warn">{words.contradictions(of.contradictions)}</small>
        )}
        {of.unreadable > 0 && <small className="under">{words.unreadable(of.unreadable)}</small>}
      </th>
      <td>{of.item ?? unnamed}</td>
      <td>{of.department ?? unnamed}</td>
      <td>{of.step ?? of.status?.text ?? unnamed}</td>
      <td className="date">{of.acceptedAt === null ? unnamed : dayPart(of.acceptedAt)}</td>
      <td className="date">
        {verdict.due === null ? (
          <small>{verdict.why.map((code) => why[code]).join("")}</small>
        ) : (
          dayPart(verdict.due)
        )}
        {of.declaredDue !== null && of.declaredDue.slice(0, 10) !== verdict.due?.slice(0, 10) && (
          <small className="under warn">{words.declared(dayPart(of.declaredDue))}</small>
        )}
      </td>
      {anyClosed && <td className="date">{of.closedAt === null ? "" : dayPart(of.closedAt)}</td>}
      <td className="date">
        {dayPart(instantText(of.lastSeenAt))}
        {of.unseenDays >= 7 && (
          <small className="under">{words.unseen(number(of.unseenDays, 0))}</small>
        )}
      </td>
    </tr>
  );
}

/** A list compares days; the hours are on the page of the case. */
const dayPart = (text: string): string => text.slice(0, 10);

/** `left` is negative once the time is over. */
export function leftText(
  left: NonNullable<CaseSummary["verdict"]["left"]>,
  language: Parameters<typeof strings>[0],
): string {
  const words = strings(language).page;
  const text = words.amount(Math.abs(left.amount), left.unit);
  return left.amount < 0 ? words.over(text) : words.left(text);
}
