import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { label } from "#shared/limit/regime.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import type { Database } from "../db/database.ts";
import type { Judging } from "../derived/judging.ts";
import type { Deps } from "../http/deps.ts";
import { type ChangedCase, changedOf } from "../rules/rule-changes.ts";
import { type Scope, askingQuery, scopeOf } from "./asking.ts";
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
    const before = file ? await judgingBefore(unit, file.id) : await judging(unit);
    const { asOf, judged, changed, cases } =
      (file && query.asOf === undefined && (await workedOut(deps, file.id, unit, before, query))) ||
      (await countedNow(deps, scope, before, query));
    return {
      generatedAt: new Date(deps.now()).toISOString(),
      asOf: new Date(asOf).toISOString(),
      files: files.map(({ id, kind, name, importedAt, importedBy }) => ({
        id,
        kind,
        name,
        importedAt: new Date(importedAt).toISOString(),
        importedBy,
      })),
      file: file?.id ?? null,
      before: { regime: label(before.regime), calendar: label(before.calendar) },
      judged,
      changed,
      cases: cases.map((each) => ({
        case: caseSummaryOf(each.case, scope.units, asOf),
        open: each.open,
        before: each.before,
        after: each.after,
      })),
      versions: scope.versions,
    };
  },
);

interface Told {
  asOf: number;
  judged: number;
  changed: { open: number; closed: number };
  cases: ChangedCase[];
}

/** What the work behind the answers has found, where it is done: only what is listed is judged again. */
async function workedOut(
  { recounts, cases, rules, db }: Deps,
  file: number,
  unit: number | null,
  before: Judging,
  { most }: { most: number },
): Promise<Told | undefined> {
  const found = await recounts.finished(file, unit);
  if (!found) return undefined;
  const { id, asOf, judged, changed } = found;
  const keys = await recounts.changedCases(id, most);
  const after = await rules.judgingBefore(unit, file + 1);
  const ids = await idsOfCases(db, keys);
  // cases go by other keys since: it is worked out anew
  if (ids.length < keys.length) return undefined;
  return {
    asOf,
    judged,
    changed,
    cases: changedOf(await cases.opened(ids, asOf, after), asOf, before),
  };
}

async function idsOfCases(db: Database, keys: readonly string[]): Promise<number[]> {
  const rows = await db.values("SELECT c.id FROM json_each(?) j JOIN cases c ON c.key = j.value", [
    JSON.stringify(keys),
  ]);
  return rows.map(([id]) => Number(id));
}

async function countedNow(
  { cases }: Deps,
  { units, asOf, judging }: Scope,
  before: Judging,
  { most }: { most: number },
): Promise<Told> {
  const judged = await cases.judged(new Set(units.keys()), asOf, judging);
  const changed = changedOf(judged, asOf, before);
  const open = changed.filter((each) => each.open).length;
  return {
    asOf,
    judged: judged.length,
    changed: { open, closed: changed.length - open },
    cases: changed.slice(0, most),
  };
}
