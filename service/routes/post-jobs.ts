import { z } from "zod";
import { READERS } from "../access/roles.ts";
import { Problem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { scopeOf } from "./asking.ts";
import { shownJob } from "./shown-job.ts";
import { job } from "./shapes/job.ts";

const body = z.strictObject({
  /** the number of an imported file */
  file: z.int().min(1),
  /** a unit at or below the caller's; the caller's own when left out */
  unit: z.int().min(1).optional(),
});

/** A reader has the cases of a unit judged by the rules before and after a file; what was begun once is not begun again. */
export const postJobs = route(
  READERS,
  {
    method: "post",
    path: "/v1/jobs",
    summary:
      "按导入前后的规则在后台重新判定 · judge again in the background what a file has changed",
    body,
    answer: job,
    refuses: ["not-found", "unknown-unit"],
  },
  async ({ deps, caller, body: { file, unit } }) => {
    const { root } = await scopeOf(deps, caller, {
      unit: unit === undefined ? undefined : String(unit),
    });
    const { files } = await deps.rules.book();
    if (!files.some(({ id }) => id === file)) throw new Problem("not-found");
    return shownJob(await deps.recounts.begin(file, root?.id ?? null), caller.role);
  },
);
