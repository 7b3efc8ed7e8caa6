import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { portalBook } from "../portals/portal-book.ts";
import { portalDecision, portalOffer } from "./shapes/portal-file.ts";

/** A supervisor or an administrator accepts or refuses an offer, or switches an accepted file off, for a unit of the own subtree and all below it. */
export const postPortalDecisions = route(
  ["supervisor", "system-admin"],
  {
    method: "post",
    path: "/v1/portal-files/decisions",
    summary: "启用、退回或停用门户文件 · accept, refuse or switch off a portal file",
    body: portalDecision,
    answer: portalOffer,
    refuses: ["unknown-portal-file", "unknown-unit"],
  },
  async ({ deps, caller, body: { revision, decision, unit }, record }) => {
    const { db } = deps;
    const [all, own] = [await unitsUnder(db, null), await unitsUnder(db, caller.unit)];
    const offer = (await portalBook(db, all))
      .offers(own)
      .find((each) => each.revision === revision);
    if (!offer) throw new Problem("unknown-portal-file");
    const wanted = unit ?? offer.unit.id;
    // a file that is in effect from above is switched off for the own subtree
    const where = own.find(({ id }) => id === wanted);
    if (!where) throw new Problem("unknown-unit");
    await record(
      { act: "portal-file.decided", object: where.path, detail: { revision, decision } },
      [
        {
          sql: `INSERT INTO portal_decisions(file, unit, decision, decided_at, decided_by, decided_name) VALUES(?, ?, ?, ?, ?, ?)`,
          args: [revision, where.id, decision, deps.now(), caller.publicId, caller.name],
        },
      ],
    );
    const after = (await portalBook(db, all))
      .offers(own)
      .find((each) => each.revision === revision);
    // switched off from what came from above, it is no longer shown here
    return after ?? { ...offer, state: "off" as const, activeIn: [] };
  },
);
