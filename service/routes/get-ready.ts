import { z } from "zod";
import { openRoute } from "../http/route.ts";

/** Anyone, a load balancer above all, learns whether the database answers. */
export const getReady = openRoute(
  {
    method: "get",
    path: "/readyz",
    summary: "就绪检查 · the database answers",
    answer: z.object({ status: z.literal("ready"), waiting: z.int() }).meta({ id: "Ready" }),
  },
  async ({ deps }) => {
    await deps.db.values("SELECT id FROM migrations LIMIT 1");
    return { status: "ready" as const, waiting: deps.log.waiting() };
  },
);
