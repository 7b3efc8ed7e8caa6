import { z } from "zod";
import { route } from "../http/route.ts";
import { populationQuery } from "../reports/population.ts";
import { tracesOf } from "../sheets/case-events.ts";
import { LOG_FORMATS, LOG_FORMAT_NAMES, eventLog } from "../sheets/event-log.ts";
import { askingQuery, scopeOf } from "./asking.ts";
import { windowAsked } from "./window-asked.ts";

const query = z.strictObject({
  ...populationQuery.pick({
    from: true,
    to: true,
    cohort: true,
    department: true,
    item: true,
    portal: true,
    project: true,
  }).shape,
  ...askingQuery,
  /** a window by its name instead of `from` and `to`, as in reports */
  period: z.string().max(10).optional(),
  format: z.enum(LOG_FORMAT_NAMES).default("xes"),
});

const utf8 = new TextEncoder();

/** Auditors and supervisors take their cases along as an event log, for process mining; it is streamed. */
export const getEventLogs = route(
  ["auditor", "supervisor"],
  {
    method: "get",
    path: "/v1/event-logs",
    summary: "事件日志（XES、OCEL 2.0、Parquet）· an event log for process mining",
    query,
    answer: z.string(),
    type: LOG_FORMATS.xes.type,
    also: [LOG_FORMATS.ocel.type, LOG_FORMATS.parquet.type],
    refuses: ["unknown-unit"],
  },
  async ({ deps, c, caller, query: asked, record }) => {
    const { format, period, unit, asOf, lang, from, to, ...filter } = asked;
    const window = windowAsked({ from, to, period });
    const scope = await scopeOf(deps, caller, { unit, asOf, lang });
    await record({ act: "data.exported", detail: { ...filter, ...window, format } });
    const units = new Set(scope.units.keys());
    const traces = await deps.facts.ask({ ...scope, units }, async ({ cases }) =>
      tracesOf(await cases.where({ ...filter, ...window }).open()),
    );
    const meta = { asOf: new Date(scope.asOf).toISOString(), versions: scope.versions };
    const pieces = eventLog(format, traces, meta)[Symbol.iterator]();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const { done, value } = pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(typeof value === "string" ? utf8.encode(value) : value);
      },
    });
    const { type, ending } = LOG_FORMATS[format];
    return c.body(body, 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="events.${ending}"`,
      "cache-control": "private, no-store",
    });
  },
);
