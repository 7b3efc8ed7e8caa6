import { strings } from "#shared/strings/strings.ts";
import { type Instant, SHANGHAI } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import type { ReportDocument } from "../routes/shapes/report.ts";
import { headerOf } from "./cell-text.ts";

/** What stands beside the figures wherever they go: definitions, filters, coverage and the versions of all that they rest on. */
export function aboutRows(document: ReportDocument): [name: string, text: string][] {
  const { language, filters, coverage, versions, columns, rows, total } = document;
  const t = strings(language).sheet;
  const wall = (iso: string): string =>
    `${momentOf(Date.parse(iso) as Instant, SHANGHAI).replace("T", " ")} (UTC+8)`;
  const reasons = new Set(
    [...rows, ...(total ? [total] : [])].flatMap(({ empty }) => Object.values(empty)),
  );
  return [
    [t.report, document.title],
    [t.definition, document.definition],
    [t.window, t.windowText(filters.from, filters.to)],
    ...(document.compared
      ? [
          [
            strings(language).comparison.with[document.compared.with],
            t.windowText(document.compared.from, document.compared.to),
          ] as [string, string],
        ]
      : []),
    [t.asOf, wall(document.asOf)],
    [t.generatedAt, wall(document.generatedAt)],
    [t.unit, filters.unit ?? t.all],
    [t.department, filters.department ?? t.all],
    [t.item, filters.item ?? t.all],
    [t.portal, filters.portal ?? t.all],
    [t.n, String(document.n)],
    [t.coverage, t.coverageText(coverage.looks, coverage.devices, coverage.cases)],
    ...(coverage.unidentified > 0
      ? [["", t.unidentified(coverage.unidentified)] as [string, string]]
      : []),
    ...(coverage.unreadableLooks > 0
      ? [["", t.unreadable(coverage.unreadableLooks)] as [string, string]]
      : []),
    ...coverage.seenOf.map(({ portal, view, seen, total: all }): [string, string] => [
      "",
      t.seenOf(portal, view, seen, all),
    ]),
    [t.regime, versions.regime],
    [t.calendar, versions.calendar],
    [t.program, versions.program],
    ...document.notes.map((note): [string, string] => [t.notes, note]),
    ...[...reasons].map((reason): [string, string] => [t.emptyMark, reason]),
    ["", ""],
    [t.column, t.meaning],
    ...columns.map((column): [string, string] => [headerOf(column, language), column.definition]),
  ];
}
