import { z } from "zod";
import { type Column, maySee } from "../access/columns.ts";
import { escalationOf, keyToday } from "../access/escalations.ts";
import { READERS } from "../access/roles.ts";
import { deemedAcceptedAt } from "#shared/limit/clocks.ts";
import { strings } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { sightingsOf } from "../derived/sightings.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { askingQuery, scopeOf } from "./asking.ts";
import { caseClocksOf } from "./case-clocks.ts";
import { caseProofOf } from "./case-proof.ts";
import { caseSummaryOf } from "./case-summary.ts";
import { caseDetail } from "./shapes/case.ts";

/** Auditors open one case of their subtree: its timeline, its verdict with proof, and what the portal said at each look. */
export const getCase = route(
  READERS,
  {
    method: "get",
    path: "/v1/cases/:key",
    summary: "办件 · one case and the evidence for it",
    query: z.strictObject(askingQuery),
    answer: caseDetail,
    refuses: ["unknown-case", "unknown-unit"],
  },
  async ({ deps, c, caller, query, params, record }) => {
    const scope = await scopeOf(deps, caller, query, c.req.header("accept-language"));
    const { asOf, language, judging } = scope;
    const units = new Set(scope.units.keys());
    await deps.cases.catchUp();
    const key = await keyToday(deps.db, deps.keys, params.key ?? "");
    const found = await deps.cases.one(key, units, asOf, judging);
    if (!found) throw new Problem("unknown-case");
    const { timeline: t, verdict } = found;
    const { regime, calendar } = judging;
    const world = { regime, calendar, at: asOf as Instant };
    const raised = await escalationOf(deps.db, found.key);
    // what is told of a raised case is told to people: a program neither raises one nor answers for it
    const sees = (column: Column): boolean =>
      maySee(column, caller.role, raised !== undefined && caller.kind === "user");
    await record({ act: "case.viewed", object: found.key, detail: { mask: found.mask } });
    return {
      generatedAt: new Date(deps.now()).toISOString(),
      asOf: new Date(asOf).toISOString(),
      case: caseSummaryOf(found, scope.units, asOf),
      timeline: {
        item: t.item ?? null,
        itemCode: t.itemCode ?? null,
        department: t.department ?? null,
        caseKind: t.caseKind ?? null,
        submittedAt: t.submittedAt ?? null,
        receivedAt: t.receivedAt ?? null,
        acceptedAt: t.acceptedAt ?? null,
        closedAt: t.closedAt ?? null,
        deliveredAt: t.deliveredAt ?? null,
        declared: {
          due: t.declared.due ?? null,
          statutoryDue: t.declared.statutoryDue ?? null,
          remaining: t.declared.remaining ?? null,
          overdue: t.declared.overdue ?? null,
        },
        limits: {
          statutory: t.limits.statutory ?? null,
          promised: t.limits.promised ?? null,
          unnamed: t.limits.unnamed ?? null,
          prolonged: t.limits.prolonged ?? null,
          guideReadAt: t.guideReadAt ?? null,
        },
        pauses: t.pauses.map(({ from, to, ground, approved }) => ({
          from,
          to: to ?? null,
          ground,
          approved: approved ?? null,
        })),
        steps: t.steps,
        contradictions: t.contradictions.map(({ field, said }) => ({
          field,
          said: said.map(({ value, firstAt, lastAt }) => ({
            value,
            firstAt: new Date(firstAt).toISOString(),
            lastAt: new Date(lastAt).toISOString(),
          })),
        })),
        unreadable: t.unreadable,
        earlier: (t.earlier ?? []).map((leg) => ({
          status: leg.status ?? null,
          acceptedAt: leg.acceptedAt ?? null,
          verdict: scope.judging.judge(leg, asOf),
        })),
      },
      escalation:
        raised && sees("case.escalation")
          ? {
              reason: raised.reason,
              at: new Date(raised.at).toISOString(),
              by: raised.byName,
              numberStated: raised.numberStated,
            }
          : null,
      why: verdict.why.map((why) => strings(language).verdict.why[why]),
      proof: caseProofOf(scope.judging.prove(t, asOf), language),
      clocks: caseClocksOf(t, world, language),
      deemedAcceptedAt: deemedAcceptedAt(t, world) ?? null,
      sightings: await sightingsOf(deps.db, found.key, scope.units, asOf, sees("sighting.device")),
      versions: scope.versions,
    };
  },
);
