import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { earliest } from "#shared/time/moment.ts";
import type { ReportDocument } from "../routes/shapes/report.ts";
import { type CaseTrace, precisionOf } from "./case-events.ts";

/** A report's rows for analysts: one column for each of its columns, its total left out, null where there is no figure. */
export function parquetOf({
  columns,
  rows,
  id,
  title,
  definition,
  asOf,
  versions,
}: ReportDocument): Uint8Array {
  return bytes(
    [
      { name: "key", data: rows.map(({ key }) => key), type: "STRING", nullable: false },
      ...columns.map(({ key, type }): ColumnSource => {
        const text = type === "text" || type === "date";
        const data = rows.map(({ cells }) => cells[key] ?? null);
        return text
          ? {
              name: key,
              data: data.map((value) => (value === null ? null : String(value))),
              type: "STRING",
              nullable: true,
            }
          : {
              name: key,
              data: data.map((value) => (typeof value === "number" ? value : null)),
              type: "DOUBLE",
              nullable: true,
            };
      }),
    ],
    {
      report: id,
      title,
      definition,
      asOf,
      versions: JSON.stringify(versions),
      columns: JSON.stringify(columns),
    },
  );
}

/** An event log as one flat table: a row for each event, its case's facts repeated. */
export function parquetOfEvents(
  traces: readonly CaseTrace[],
  meta: Record<string, string>,
): Uint8Array {
  const flat = traces.flatMap((trace) => trace.events.map((event) => ({ trace, event })));
  const text = (name: string, of: (row: (typeof flat)[number]) => string | null): ColumnSource => ({
    name,
    data: flat.map(of),
    type: "STRING",
    nullable: true,
  });
  return bytes(
    [
      text("case", ({ trace }) => trace.key),
      text("mask", ({ trace }) => trace.mask),
      text("portal", ({ trace }) => trace.portal),
      text("item", ({ trace }) => trace.item ?? null),
      text("department", ({ trace, event }) => event.department ?? trace.department ?? null),
      text("bucket", ({ trace }) => trace.bucket),
      text("verdict", ({ trace }) => trace.verdict),
      text("activity", ({ event }) => event.activity),
      text("transition", ({ event }) => event.transition),
      {
        name: "time",
        data: flat.map(({ event }) => new Date(earliest(event.moment))),
        type: "TIMESTAMP",
        nullable: false,
      },
      text("precision", ({ event }) => precisionOf(event.moment)),
    ],
    meta,
  );
}

const bytes = (columnData: ColumnSource[], meta: Record<string, string>): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: Object.entries(meta).map(([key, value]) => ({ key, value })),
    }),
  );
