import { z } from "zod";
import { observation } from "#shared/case/observation.ts";
import { isoTime } from "../access/reach.ts";
import { route } from "../http/route.ts";
import { ownObservations } from "./shapes/own-observations.ts";

const PAGE = 100;

/** A browser, and the person who enrolled it, see what that browser has sent, and nothing that others saw of the same cases. */
export const getOwnObservations = route(
  ["device", "supervisor", "observer"],
  {
    method: "get",
    path: "/v1/own-observations",
    summary: "本终端上报的观测 · what one's own browser has sent",
    query: z.strictObject({ page: z.coerce.number().int().min(1).default(1) }),
    answer: ownObservations,
  },
  async ({ deps, caller, query: { page } }) => {
    const own =
      caller.kind === "device"
        ? [caller.id]
        : (await deps.db.values("SELECT id FROM devices WHERE owner = ?", [caller.id])).map(
            ([id]) => Number(id),
          );
    const mine = [JSON.stringify(own)];
    const where = "r.device IN (SELECT value FROM json_each(?)) AND r.kind = 2";
    const [count] = await deps.db.values(`SELECT count(*) FROM records r WHERE ${where}`, mine);
    const rows = await deps.db.all(
      `SELECT r.body, b.received_at, d.name, d.public_id FROM records r JOIN batches b ON b.id = r.batch
       JOIN devices d ON d.id = r.device WHERE ${where} ORDER BY r.batch DESC, r.device, r.seq DESC LIMIT ? OFFSET ?`,
      [...mine, PAGE, (page - 1) * PAGE],
    );
    const total = Number(count?.[0]);
    return {
      browsers: own.length,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      observations: rows.map((row) => {
        const said = observation.parse(JSON.parse(String(row.body)));
        return {
          seq: said.seq,
          device: String(row.name) || String(row.public_id),
          at: isoTime(said.at),
          lastAt: isoTime(said.lastAt),
          times: said.times,
          receivedAt: isoTime(Number(row.received_at)),
          mask: said.caseMask,
          facts: said.facts,
        };
      }),
    };
  },
);
