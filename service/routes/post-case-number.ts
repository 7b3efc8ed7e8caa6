import { z } from "zod";
import { normalCaseNo } from "#shared/case/case-key.ts";
import { namesToday } from "../access/case-names.ts";
import { caseWithin, escalationOf, isNumberOf, numberStated } from "../access/escalations.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { done } from "./shapes/people.ts";

/** A supervisor whose unit handles a raised case states its number. It must hash to the case's key: a wrong one is refused, an invented one impossible. */
export const postCaseNumber = route(
  ["supervisor"],
  {
    method: "post",
    path: "/v1/cases/:key/number",
    summary: "填报已提级办件的编号 · state the number of a raised case",
    body: z
      .strictObject({ number: z.string().trim().min(2).max(100) })
      .meta({ id: "CaseNumberSaid" }),
    answer: done,
    refuses: ["unknown-case", "not-escalated", "wrong-number"],
    people: true,
  },
  async ({ deps, caller, body, params, record }) => {
    const { db, cases, keys, now, random } = deps;
    await cases.catchUp();
    const units = (await unitsUnder(db, caller.unit)).map(({ id }) => id);
    const found = await caseWithin(db, units, namesToday(keys, params.key ?? ""));
    if (!found) throw new Problem("unknown-case");
    if (!(await escalationOf(db, found.key))) throw new Problem("not-escalated");
    if (!isNumberOf(keys, found, body.number)) throw new Problem("wrong-number");
    const caseNo = normalCaseNo(body.number);
    await record({ act: "case.number-told", object: found.key }, [
      numberStated(keys, { key: found.key, caseNo, caller, now: now(), random }),
    ]);
    return { done: true as const };
  },
);
