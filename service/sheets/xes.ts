import type { Versions } from "../routes/shapes/common.ts";
import { type CaseEvent, type CaseTrace, instantText, precisionOf } from "./case-events.ts";
import { printable } from "./cell-text.ts";

export interface LogMeta {
  /** ISO 8601 */
  asOf: string;
  versions: Versions;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace"><string key="concept:name" value=""/></global>
  <global scope="event"><string key="concept:name" value=""/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/></global>
  <classifier name="Activity" scope="event" keys="concept:name"/>
  <classifier name="ActivityAndTransition" scope="event" keys="concept:name lifecycle:transition"/>
`;

/** An event log as IEEE 1849 (XES) has it, in pieces: a log may be longer than a string can be. */
export function* xesOf(
  traces: Iterable<CaseTrace>,
  { asOf, versions }: LogMeta,
): Generator<string> {
  yield HEAD;
  yield `  ${string("concept:name", "时限 Shixian")}${string("lifecycle:model", "standard")}${date("shixian:asOf", asOf)}${string("shixian:regime", versions.regime)}${string("shixian:calendar", versions.calendar)}${string("shixian:program", versions.program)}\n`;
  for (const trace of traces) {
    yield `  <trace>${string("concept:name", trace.key)}${string("shixian:mask", trace.mask)}${string("shixian:portal", trace.portal)}${optional("shixian:item", trace.item)}${optional("org:group", trace.department)}${string("shixian:bucket", trace.bucket)}${string("shixian:verdict", trace.verdict)}${trace.due === null ? "" : date("shixian:due", instantText(trace.due))}\n`;
    for (const event of trace.events) yield `    ${eventOf(event)}\n`;
    yield "  </trace>\n";
  }
  yield "</log>\n";
}

const eventOf = ({ activity, transition, moment, department }: CaseEvent): string =>
  `<event>${string("concept:name", activity)}${string("lifecycle:transition", transition)}${date("time:timestamp", instantText(moment))}${string("shixian:precision", precisionOf(moment))}${optional("org:group", department)}</event>`;

const string = (key: string, value: string): string =>
  `<string key="${key}" value="${escaped(value)}"/>`;
const date = (key: string, value: string): string =>
  `<date key="${key}" value="${escaped(value)}"/>`;
const optional = (key: string, value: string | undefined): string =>
  value === undefined ? "" : string(key, value);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
const escaped = (text: string): string =>
  printable(text)
    .toWellFormed()
    .replace(/[&<>"\n\r\t]/g, (c) => ENTITIES[c] ?? c);
