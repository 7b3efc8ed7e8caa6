import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { useRuleWords } from "../language.tsx";
import { NoticeDays } from "./YearsTable.tsx";
import { sourceText } from "./sourceText.ts";

/** What is laid over the national notices, and for which years it is known. */
export function OverlaysTable({ book }: { book: RuleBookShape }) {
  const words = useRuleWords();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.overlays}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.overlay}</th>
            <th scope="col">{words.knownYears}</th>
            <th scope="col">{words.usedBy}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {book.overlays.map(({ content: { id, name, years }, imported }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className="faint">{id}</span>
              </th>
              <td>
                {[...years].reverse().map(({ year, notices }) => (
                  <div key={year} className="year-of">
                    <b>{year}</b>
                    {notices.map((notice) => (
                      <NoticeDays key={notice.title + notice.published} notice={notice} />
                    ))}
                  </div>
                ))}
              </td>
              <td>
                {book.regimes
                  .filter(({ content }) => content.calendar.overlays.includes(id))
                  .map(({ content }) => content.id)
                  .join(" ") || <span className="faint">{words.none}</span>}
              </td>
              <td>{sourceText(imported, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
