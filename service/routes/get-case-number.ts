import { z } from "zod";
import { maySee } from "../access/columns.ts";
import { namesToday } from "../access/case-names.ts";
import { caseWithin, escalationOf, statedNumber } from "../access/escalations.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";

/** An auditor reads the number of a raised case, where it was stated; each time is an entry in the record. */
export const getCaseNumber = route(
  ["auditor"],
  {
    method: "get",
    path: "/v1/cases/:key/number",
    summary: "查看已提级办件的编号 · the number of a raised case",
    answer: z.object({ number: z.string() }).meta({ id: "CaseNumber" }),
    refuses: ["unknown-case", "not-escalated", "number-unknown"],
    people: true,
  },
  async ({ deps, caller, params, record }) => {
    const { db, cases, keys } = deps;
    await cases.catchUp();
    const units = (await unitsUnder(db, caller.unit)).map(({ id }) => id);
    const found = await caseWithin(db, units, namesToday(keys, params.key ?? ""));
    if (!found) throw new Problem("unknown-case");
    const raised = (await escalationOf(db, found.key)) !== undefined;
    if (!maySee("case.number", caller.role, raised)) throw new Problem("not-escalated");
    const number = await statedNumber(db, keys, found.key);
    if (number === undefined) throw new Problem("number-unknown");
    await record({ act: "case.number-seen", object: found.key });
    return { number };
  },
);
