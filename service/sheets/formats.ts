import type { ReportDocument } from "../routes/shapes/report.ts";
import { csvOf } from "./csv.ts";
import { parquetOf } from "./parquet.ts";
import { withoutClock } from "./without-clock.ts";
import { xlsxOf } from "./xlsx.ts";

/** What a report can be had as, with its media type. */
export const FORMATS = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = ["json", "csv", "xlsx", "parquet"] as const satisfies readonly Format[];

export async function rendered(
  document: ReportDocument,
  format: Format,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case "json":
      return new Uint8Array(Buffer.from(JSON.stringify(document)));
    case "csv":
      return new Uint8Array(Buffer.from(csvOf(document)));
    case "xlsx":
      return withoutClock(await xlsxOf(document));
    case "parquet":
      return new Uint8Array(parquetOf(document));
  }
}
