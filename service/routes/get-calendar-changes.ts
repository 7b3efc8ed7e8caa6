import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { label } from "#shared/limit/regime.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { changedOf } from "../rules/rule-changes.ts";
import { askingQuery, scopeOf } from "./asking.ts";
import { caseSummaryOf } from "./case-summary.ts";
import { calendarChanges } from "./shapes/calendar.ts";

const query = z.strictObject({
  ...askingQuery,
  /** the number of an imported file; the last one when left out */
  file: z.coerce.number().int().min(1).optional(),
  /** list at most so many cases; the counts are of all */
  most: z.coerce.number().int().min(1).max(100_000).default(1000),
});

/** Auditors see what an imported notice or rule set has changed among their cases: each due time before and after. */
export const getCalendarChanges = route(
  READERS,
  {
    method: "get",
    path: "/v1/calendar/changes",
    summary: "导入所改变的应办结时间 · the due times that an import has changed",
    query,
    answer: calendarChanges,
    refuses: ["unknown-unit", "not-found"],
  },
  async ({ deps, c, caller, query }) => {
    const { book, judging, judgingBefore } = deps.rules;
    const { files } = await book();
    const file =
      query.file === undefined ? files.at(-1) : files.find(({ id }) => id === query.file);
    if (query.file !== undefined && !file) throw new Problem("not-found");
    const scope = await scopeOf(deps, caller, query, c.req.header("accept-language"));
    const unit = scope.root?.id ?? null;
    const after = await judging(unit);
    const before = file ? await judgingBefore(unit, file.id) : after;
    const units = new Set(scope.units.keys());
    const cases = await deps.cases.judged(units, scope.asOf, scope.judging);
    const changed = changedOf(cases, scope.asOf, before);
    const open = changed.filter((each) => each.open).length;
    return {
      generatedAt: new Date(deps.now()).toISOString(),
      asOf: new Date(scope.asOf).toISOString(),
      files: files.map(({ id, kind, name, importedAt, importedBy }) => ({
        id,
        kind,
        name,
        importedAt: new Date(importedAt).toISOString(),
        importedBy,
      })),
      file: file?.id ?? null,
      before: { regime: label(before.regime), calendar: label(before.calendar) },
      judged: cases.length,
      changed: { open, closed: changed.length - open },
      cases: changed.slice(0, query.most).map((each) => ({
        case: caseSummaryOf(each.case, scope.units, scope.asOf),
        open: each.open,
        before: each.before,
        after: each.after,
      })),
      versions: scope.versions,
    };
  },
);
