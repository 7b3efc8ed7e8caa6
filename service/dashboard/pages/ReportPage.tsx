import { useEffect } from "react";
import { day } from "#shared/time/day.ts";
import { addressText } from "../address/address.ts";
import { periodName } from "../address/periodName.ts";
import { useRouter } from "../address/router.tsx";
import { useFilters } from "../address/useFilters.ts";
import { questionQuery, reportPath, withQuery } from "../api/questions.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { ReportChart } from "../charts/ReportChart.tsx";
import { useWords } from "../language.tsx";
import { ownColumns } from "../ui/change.ts";
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
  if (filters.range !== null && filters.compare !== "none")
    question.set("compare", filters.compare);
  const answer = useAnswer<ReportDocument>(withQuery(reportPath(id), question));
  const wide = answer.data !== null && ownColumns(answer.data).length > MOST_STANDING;
  useEffect(() => {
    document.documentElement.classList.toggle("wide", wide);
    return () => document.documentElement.classList.remove("wide");
  }, [wide]);
  return (
    <article className="page">
      <Waiting answer={answer}>
        {(report) => <ReportView report={report} question={question} />}
      </Waiting>
    </article>
  );
}

/** A table of more columns is printed on a lying sheet of A4. */
const MOST_STANDING = 9;

function ReportView({ report, question }: { report: ReportDocument; question: URLSearchParams }) {
  const all = useWords();
  const words = all.report;
  const { page, query, go } = useRouter();
  const { filters } = useFilters();
  const { compared } = report;
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
          {compared && (
            <p className="faint">
              {words.changeTitle(
                periodName(all.window, filters.period, {
                  from: day(compared.from),
                  to: day(compared.to),
                }),
              )}
            </p>
          )}
          <ReportTable report={report} order={order} setOrder={setOrder} />
        </>
      )}
      <Section title={words.definitions}>
        <dl className="definitions">
          {ownColumns(report).map((column) => (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{definitionText(column, report.columns, words)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <dl className="signatures only-print">
        {words.signatures.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </>
  );
}
