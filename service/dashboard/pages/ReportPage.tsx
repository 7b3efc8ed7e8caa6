import { useEffect } from "react";
import { addressText } from "../address/address.ts";
import { comparedRange } from "../address/compared.ts";
import { periodName } from "../address/periodName.ts";
import { useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { questionQuery, reportPath, withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { ReportChart } from "../charts/ReportChart.tsx";
import { useWords } from "../language.tsx";
import { definitionText } from "../ui/definitionText.ts";
import { Downloads } from "../ui/Downloads.tsx";
import { ReportBasis } from "../ui/ReportBasis.tsx";
import { ReportTable } from "../ui/ReportTable.tsx";
import { Section } from "../ui/Section.tsx";
import { type Order, orderText, readOrder } from "../ui/sortRows.ts";
import { usePageTitle } from "../ui/usePageTitle.ts";
import { Empty, Waiting } from "../ui/Waiting.tsx";
import type { ReportDocument } from "../../routes/shapes/report.ts";
import { ReportParams } from "./ReportParams.tsx";

/** Any report: it knows none by name, only its columns, rows, total, notes and drawing. */
export function ReportPage({ id }: { id: string }) {
  const { query } = useRouter();
  const { filters } = useFilters();
  const question = questionQuery(query, filters);
  const compared = comparedRange(filters);
  const answer = useAnswer<ReportDocument>(withQuery(reportPath(id), question));
  const before = useAnswer<ReportDocument>(
    compared && withQuery(reportPath(id), questionQuery(query, filters, compared)),
  );
  const wide = (answer.data?.columns.length ?? 0) > MOST_STANDING;
  useEffect(() => {
    document.documentElement.classList.toggle("wide", wide);
    return () => document.documentElement.classList.remove("wide");
  }, [wide]);
  return (
    <article className="page">
      <Waiting answer={answer}>
        {(report) => (
          <ReportView report={report} before={compared ? before.data : null} question={question} />
        )}
      </Waiting>
    </article>
  );
}

/** A table of more columns is printed on a lying sheet of A4. */
const MOST_STANDING = 9;

function ReportView({
  report,
  before,
  question,
}: {
  report: ReportDocument;
  before: ReportDocument | null;
  question: URLSearchParams;
}) {
  const all = useWords();
  const words = all.report;
  const { page, query, go } = useRouter();
  const { filters } = useFilters();
  const compared = comparedRange(filters);
  usePageTitle(report.title);
  const order = readOrder(query.get("sort"));
  const setOrder = (next: Order): void => {
    const changed = new URLSearchParams(query);
    changed.set("sort", orderText(next));
    go(addressText(page, changed), "replace");
  };
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{report.title}</h1>
          <p className="lead">{report.definition}</p>
        </div>
        <Downloads path={reportPath(report.id)} query={question} />
      </header>
      <ReportParams id={report.id} />
      <ReportBasis report={report} />
      {report.notes.length > 0 && (
        <ul className="notes" aria-label={words.notes}>
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {report.rows.length === 0 ? (
        <Empty />
      ) : (
        <>
          <ReportChart report={report} />
          {before && compared && (
            <p className="faint">
              {words.changeTitle(periodName(all.window, filters.period, compared))}
            </p>
          )}
          <ReportTable report={report} before={before} order={order} setOrder={setOrder} />
        </>
      )}
      <Section title={words.definitions}>
        <dl className="definitions">
          {report.columns.map((column) => (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{definitionText(column, report.columns, words)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
