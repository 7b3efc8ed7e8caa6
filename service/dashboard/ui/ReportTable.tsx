import { useMemo } from "react";
import { alignment } from "./alignment.ts";
import type { ReportDocument, Row } from "../../routes/shapes/report.ts";
import { useWords } from "../language.tsx";
import { changeOf, isNew, ownColumns } from "./change.ts";
import { footnotes } from "./footnotes.ts";
import { ReportCell } from "./ReportCell.tsx";
import { ReportHead } from "./ReportHead.tsx";
import { type Order, sortRows } from "./sortRows.ts";

/** Any report as a table: head that stays, order by any column, total, and every figure a way into its cases. */
export function ReportTable({
  report,
  order,
  setOrder,
}: {
  report: ReportDocument;
  order: Order | null;
  setOrder: (order: Order) => void;
}) {
  const words = useWords().report;
  const rows = useMemo(() => sortRows(report.rows, order), [report.rows, order]);
  const notes = useMemo(() => footnotes(report), [report]);
  const columns = useMemo(() => ownColumns(report), [report]);
  const [first, ...rest] = columns;
  if (first === undefined) return null;

  const line = (row: Row, name: string) => (
    <>
      <th scope="row" className={alignment(first)}>
        <ReportCell row={row} column={first} name={name} notes={notes} />
        {isNew(row, report.columns) && <small className="change">{words.absentBefore}</small>}
      </th>
      {rest.map((column) => (
        <td
          key={column.key}
          className={alignment(column) + (isLong(row, column.key) ? " long" : "")}
        >
          <ReportCell
            row={row}
            column={column}
            name={name}
            notes={notes}
            change={changeOf(row, column)}
          />
        </td>
      ))}
    </>
  );
  return (
    <>
      <div className="table-box" tabIndex={0} role="region" aria-label={report.title}>
        <table className="data report-data">
          <caption className="unseen">{report.title}</caption>
          <ReportHead columns={columns} order={order} setOrder={setOrder} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>{line(row, String(row.cells[first.key] ?? row.key))}</tr>
            ))}
          </tbody>
          {report.total && (
            <tfoot>
              <tr>
                {line(
                  { ...report.total, cells: { ...report.total.cells, [first.key]: words.total } },
                  words.total,
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {notes.list.length > 0 && (
        <ol className="footnotes">
          {notes.list.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Whole sentences are broken into lines; names and marks are not. */
const isLong = (row: Row, key: string): boolean => String(row.cells[key] ?? "").length > 40;
