import { z } from "zod";
import { caseWithin, keyOfNumber } from "../access/escalations.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";

const MOST_AN_HOUR = 60;

/**
 * Whoever holds a case number finds its case: the number is hashed here and thrown away, nothing of it is written down. Trying numbers is
 * no way to list them: sixty an hour, each an entry in the record.
 */
export const postCaseLookup = route(
  ["auditor", "supervisor"],
  {
    method: "post",
    path: "/v1/cases/lookup",
    summary: "按编号查办件 · find the case of a number",
    body: z.strictObject({ number: z.string().trim().min(4).max(100) }).meta({ id: "CaseLookup" }),
    answer: z.object({ key: z.string(), mask: z.string() }).meta({ id: "CaseFound" }),
    refuses: ["unknown-case", "locked"],
    people: true,
  },
  async ({ deps, caller, body, record }) => {
    const { db, keys, cases, now } = deps;
    const [tried] = await db.values(
      "SELECT count(*) FROM audit WHERE actor = ? AND act = 'case.looked-up' AND at > ?",
      [caller.publicId, now() - 3_600_000],
    );
    if (Number(tried?.[0]) >= MOST_AN_HOUR)
      throw new Problem("locked", { headers: { "retry-after": "3600" } });
    await cases.catchUp();
    const units = (await unitsUnder(db, caller.unit)).map(({ id }) => id);
    const portals = await db.values("SELECT DISTINCT portal FROM cases");
    const wanted = portals.flatMap(
      ([portal]) => keyOfNumber(keys, String(portal), body.number) ?? [],
    );
    const found = await caseWithin(db, units, wanted);
    await record({
      act: "case.looked-up",
      object: found?.key ?? "",
      detail: { found: found !== undefined },
    });
    if (!found) throw new Problem("unknown-case");
    return { key: found.key, mask: found.mask };
  },
);
