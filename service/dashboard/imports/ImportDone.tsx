import { strings } from "#shared/strings/strings.ts";
import type { ImportResultAnswer } from "../../routes/shapes/import.ts";
import { Link } from "../address/router.tsx";
import { useCatalogue } from "../catalogue.tsx";
import { useLanguage } from "../language.tsx";
import { number } from "../ui/format.ts";
import { Section } from "../ui/Section.tsx";

/** What came of it, line by line where something could not be used. */
export function ImportDone({
  result,
  name,
  leave,
}: {
  result: ImportResultAnswer;
  name: string | undefined;
  leave(): void;
}) {
  const { language } = useLanguage();
  const { imports: words } = strings(language).dashboard;
  const { audits } = useCatalogue();
  const refused = Object.values(result.refused).reduce((sum, n) => sum + n, 0);
  return (
    <Section title={words.done}>
      <div className="upload" role="status">
        {result.kind === "ledger" ? (
          <p>
            <b>{name}</b>{" "}
            {words.result(
              number(result.rows),
              number(result.cases),
              number(result.accepted),
              number(result.known),
            )}
          </p>
        ) : (
          <p>
            {words.outboxResult(
              result.device,
              number(result.records),
              number(result.accepted),
              number(result.known),
            )}{" "}
            {result.gaps.length > 0
              ? words.gaps(result.gaps.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join("、"))
              : words.noGaps}
          </p>
        )}
        {result.kind === "ledger" && result.again && <p>{words.before}</p>}
        {refused > 0 && <p>{words.refused(number(refused))}</p>}
        {result.kind === "ledger" && <Problems result={result} />}
      </div>
      <div className="import-actions">
        <button type="button" className="primary" onClick={leave}>
          {words.another}
        </button>
        {result.kind === "ledger" && audits && (
          <Link to={`/cases?period=all&portal=${encodeURIComponent(`file:${name ?? ""}`)}`}>
            {words.seeCases}
          </Link>
        )}
      </div>
    </Section>
  );
}

function Problems({ result }: { result: Extract<ImportResultAnswer, { kind: "ledger" }> }) {
  const { language } = useLanguage();
  const { dashboard, page } = strings(language);
  const { imports: words } = dashboard;
  const { problems, shown } = result;
  if (problems === 0) return null;
  return (
    <>
      <p>{words.problems(number(problems))}</p>
      <ol className="plain">
        {shown.map(({ line, code, field }) => (
          <li key={`${line} ${field ?? ""} ${code}`}>
            {words.problem(
              line,
              field === undefined ? "" : (page.field[field] ?? field),
              words.problemWhy[code] ?? page.unreadableWhy[code] ?? words.otherWhy,
            )}
          </li>
        ))}
      </ol>
      {problems > shown.length && <p>{words.more(number(problems - shown.length))}</p>}
    </>
  );
}
