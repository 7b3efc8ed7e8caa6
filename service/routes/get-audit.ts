import { strings } from "#shared/strings/strings.ts";
import { endOfDay, isoTime } from "../access/reach.ts";
import { settingsOf } from "../access/settings.ts";
import { unitOf, unitsUnder } from "../access/units.ts";
import { ACTS, type Act } from "../audit/acts.ts";
import { headOf } from "../audit/audit-log.ts";
import { auditEntries, namesInAudit } from "../audit/read-audit.ts";
import { route } from "../http/route.ts";
import { quoted } from "../sheets/csv.ts";
import { languageOf } from "./asking.ts";
import { type AuditEntry, auditList, auditQuery } from "./shapes/audit.ts";

const PAGE = 100;
const MOST = 100_000;
const DAY = 86_400_000;

/** Auditors, and nobody else, read who did what in their subtree; those of a topmost unit also what belongs to no unit. To take it away is an act itself. */
export const getAudit = route(
  ["auditor"],
  {
    method: "get",
    path: "/v1/audit",
    summary: "审计日志 · the record of acts",
    query: auditQuery,
    answer: auditList,
    also: ["text/csv; charset=utf-8"],
    people: true,
  },
  async ({ deps, c, caller, query, record }) => {
    const { db } = deps;
    const language = languageOf(query.lang, c.req.header("accept-language"));
    const words = strings(language).access;
    const paths = new Map((await unitsUnder(db, null)).map(({ id, path }) => [id, path]));
    const units = (await unitsUnder(db, caller.unit)).map(({ id }) => id);
    const everywhere = (await unitOf(db, caller.unit))?.parent === null;
    const { act, who, object, page, format } = query;
    const end = endOfDay(query.to ?? null);
    const start = endOfDay(query.from ?? null);
    const filter = {
      units,
      everywhere,
      act,
      who,
      objects: object === undefined ? undefined : await namesInAudit(db, deps.keys, object),
      ...(start !== null && { from: start - DAY }),
      ...(end !== null && { to: end }),
    };
    if (format === "csv")
      // written down first, so that the list holds its own taking away
      await record({
        act: "audit.exported",
        detail: { act, who, object, from: query.from, to: query.to },
      });
    const { total, entries } = await auditEntries(
      db,
      filter,
      format === "csv" ? { limit: MOST, offset: 0 } : { limit: PAGE, offset: (page - 1) * PAGE },
    );
    const shown = entries.map(
      ({ id, at, actor, act: done, object: what, detail, address }): AuditEntry => ({
        id,
        at: isoTime(at),
        who: {
          kind: actor.kind,
          id: actor.id,
          name: actor.name,
          role: actor.role,
          unit: actor.unit === null ? null : (paths.get(actor.unit) ?? null),
        },
        act: done,
        actText: words.acts[done as Act] ?? done,
        object: what,
        detail: { ...detail },
        address,
      }),
    );
    if (format === "csv")
      return c.body(csvOfAudit(shown, words.auditColumns), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit.csv"`,
      });
    const { last, hash } = await headOf(db);
    return {
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      entries: shown,
      acts: ACTS.map((each) => ({ act: each, text: words.acts[each] })),
      head: { id: last, hash },
      months: (await settingsOf(db)).auditMonths,
    };
  },
);

const csvOfAudit = (entries: readonly AuditEntry[], heads: readonly string[]): string => {
  const lines = entries.map(({ id, at, who, act, actText, object, detail, address }) => [
    String(id),
    at,
    who.name,
    who.id,
    who.role ?? who.kind,
    who.unit ?? "",
    act,
    actText,
    object,
    JSON.stringify(detail),
    address,
  ]);
  return `\ufeff${[heads, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("")}`;
};
