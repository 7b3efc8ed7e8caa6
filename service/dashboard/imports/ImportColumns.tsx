import { CONCEPTS, type Concept } from "#shared/reading/concept.ts";
import { strings } from "#shared/strings/strings.ts";
import type { ImportPlanAnswer } from "../../routes/shapes/import.ts";
import { useLanguage } from "../language.tsx";
import type { Said } from "./useImport.ts";

type Columns = Extract<ImportPlanAnswer, { columns: unknown }>["columns"];
type Column = Columns[number];

/** What nobody may ask to be read, and what no ledger has. */
const NEVER: readonly Concept[] = ["personal", "handler", "index", "selector", "action", "other"];
const CHOICES = CONCEPTS.filter((concept) => !NEVER.includes(concept));

/** Each column with what it is taken for, why, and what stands in it. */
export function ImportColumns({
  columns,
  said,
  say,
}: {
  columns: Columns;
  said: Said;
  say(said: Said): void;
}) {
  const { language } = useLanguage();
  const { imports: words } = strings(language).dashboard;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={words.columns}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.header}</th>
            <th scope="col">{words.meaning}</th>
            <th scope="col">{words.how}</th>
            <th scope="col">{words.samples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <Row key={column.index} column={column} said={said} say={say} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ column, said, say }: { column: Column; said: Said; say(said: Said): void }) {
  const { language } = useLanguage();
  const { dashboard, teach } = strings(language);
  const { imports: words } = dashboard;
  const { header, index, concept, by, why, samples } = column;
  const used = by === "map" || by === "sure";
  const meaning = used || by === "guess" ? teach.concept[concept] : words.unused;
  const name = header === "" ? words.noHeader(index + 1) : header;
  const choose = (value: string): void => {
    const { [header]: _, ...others } = said;
    // one column has one meaning: whoever had it before is asked of the recognition again
    const rest = Object.entries(others).filter(([, each]) => each === "none" || each !== value);
    say({ ...Object.fromEntries(rest), ...(value !== "" && { [header]: value }) });
  };
  return (
    <tr data-concept={used ? concept : "none"} data-by={by}>
      <th scope="row">{name}</th>
      <td>
        <label>
          <span className="unseen">{`${words.meaning} ${name}`}</span>
          <select
            value={said[header] ?? ""}
            disabled={header === ""}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{words.auto(meaning)}</option>
            <option value="none">{words.unused}</option>
            {CHOICES.map((each) => (
              <option key={each} value={each}>
                {teach.concept[each]}
              </option>
            ))}
          </select>
        </label>
      </td>
      <td>
        {words.by[by]}
        {why.length > 0 && (
          <small className="faint under">
            {why.map((code) => teach.why[code] ?? code).join("、")}
          </small>
        )}
      </td>
      <td className="samples">
        {concept === "personal" ? (
          <span className="faint">{words.hidden}</span>
        ) : (
          samples.map((text) => <code key={text}>{text}</code>)
        )}
      </td>
    </tr>
  );
}
