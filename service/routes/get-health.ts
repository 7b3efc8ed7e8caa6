import { z } from "zod";
import { openRoute } from "../http/route.ts";

/** Anyone learns that the process runs, and nothing else. */
export const getHealth = openRoute(
  {
    method: "get",
    path: "/healthz",
    summary: "存活检查 · the process runs",
    answer: z.object({ status: z.literal("ok"), version: z.string() }).meta({ id: "Health" }),
  },
  ({ deps }) => ({ status: "ok" as const, version: deps.program }),
);
