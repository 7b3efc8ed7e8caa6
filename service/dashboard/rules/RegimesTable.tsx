import type { RuleBookShape } from "../../routes/shapes/rules.ts";
import { Link } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { useLanguage, useRuleWords } from "../language.tsx";
import { instantText } from "../ui/format.ts";
import { sourceText } from "./sourceText.ts";

/** The rule sets there are, and whose cases each judges. */
export function RegimesTable({ book }: { book: RuleBookShape }) {
  const words = useRuleWords();
  const { language } = useLanguage();
  const { at } = useFilters();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.regimes}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.regime}</th>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.chosenFor}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {book.regimes.map(({ content: { id, version, name }, imported }, i) => (
            <tr key={id}>
              <th scope="row">
                <Link to={at({ name: "rule", id })}>{name[language]}</Link>{" "}
                <span className="faint">{id}</span>
              </th>
              <td className="date">{version}</td>
              <td>
                {i === 0 && !book.choices.some(({ unit }) => unit === null) && (
                  <div>{words.everybody}</div>
                )}
                {book.choices
                  .filter(({ regime }) => regime === id)
                  .map(({ unit, chosenAt, chosenBy }) => (
                    <div key={unit?.id ?? 0}>
                      {words.chosen(unit?.path ?? words.everybody, instantText(chosenAt), chosenBy)}
                    </div>
                  ))}
              </td>
              <td>{sourceText(imported, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
