import { z } from "zod";
import { personalIn } from "#shared/case/personal.ts";
import { namesToday } from "../access/case-names.ts";
import { caseWithin, escalated, escalationOf } from "../access/escalations.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { done } from "./shapes/people.ts";

/** An auditor raises a case, with a reason. From then on it may be known which window saw it, and its number, once somebody states it. */
export const postCaseEscalation = route(
  ["auditor"],
  {
    method: "post",
    path: "/v1/cases/:key/escalation",
    summary: "提级办件 · raise a case",
    body: z
      .strictObject({ reason: z.string().trim().min(4).max(300) })
      .meta({ id: "CaseEscalation" }),
    answer: done,
    refuses: ["unknown-case"],
    people: true,
  },
  async ({ deps, caller, body, params, record }) => {
    const { db, cases, keys, now } = deps;
    await cases.catchUp();
    const units = (await unitsUnder(db, caller.unit)).map(({ id }) => id);
    const found = await caseWithin(db, units, namesToday(keys, params.key ?? ""));
    if (!found) throw new Problem("unknown-case");
    const { reason } = body;
    if (personalIn(reason))
      throw new Problem("invalid-request", {
        errors: [
          {
            pointer: "/reason",
            detail:
              "请勿填写姓名、证件号、电话等个人信息 no names, identity numbers or telephone numbers",
          },
        ],
      });
    if (!(await escalationOf(db, found.key)))
      await record({ act: "case.escalated", object: found.key, detail: { reason } }, [
        escalated(found.key, { reason, caller, now: now() }),
      ]);
    return { done: true as const };
  },
);
