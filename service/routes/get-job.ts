import { READERS } from "../access/roles.ts";
import { unitsUnder } from "../access/units.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { shownJob } from "./shown-job.ts";
import { job } from "./shapes/job.ts";

/** How far a judging-again is. Whoever may not ask about its unit learns nothing of it. */
export const getJob = route(
  [...READERS, "system-admin"],
  {
    method: "get",
    path: "/v1/jobs/:id",
    summary: "后台任务的进度 · how far work behind the answers is",
    answer: job,
    refuses: ["not-found"],
  },
  async ({ deps, caller, params }) => {
    const found = /^[1-9]\d{0,14}$/.test(params.id ?? "")
      ? await deps.recounts.find(Number(params.id))
      : undefined;
    const within =
      caller.unit === null ||
      (await unitsUnder(deps.db, caller.unit)).some(({ id }) => id === found?.unit);
    if (!found || !within) throw new Problem("not-found");
    return shownJob(found, caller.role);
  },
);
