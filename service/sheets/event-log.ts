import { type CaseTrace } from "./case-events.ts";
import { ocelOf } from "./ocel.ts";
import { parquetOfEvents } from "./parquet.ts";
import { type LogMeta, xesOf } from "./xes.ts";

/** What an event log can be had as: its media type and the ending of its file. */
export const LOG_FORMATS = {
  xes: { type: "application/xml; charset=utf-8", ending: "xes" },
  ocel: { type: "application/json", ending: "jsonocel" },
  parquet: { type: "application/vnd.apache.parquet", ending: "parquet" },
} as const;
export type LogFormat = keyof typeof LOG_FORMATS;
export const LOG_FORMAT_NAMES = ["xes", "ocel", "parquet"] as const satisfies readonly LogFormat[];

/** The log in pieces: a long one need not be held as one text. */
export function eventLog(
  format: LogFormat,
  traces: readonly CaseTrace[],
  meta: LogMeta,
): Iterable<string | Uint8Array> {
  switch (format) {
    case "xes":
      return xesOf(traces, meta);
    case "ocel":
      return [`${JSON.stringify(ocelOf(traces), null, 1)}\n`];
    case "parquet":
      return [parquetOfEvents(traces, { asOf: meta.asOf, ...meta.versions })];
  }
}
