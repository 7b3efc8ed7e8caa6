import { isoTime, isoTimeOrNull } from "../access/reach.ts";
import type { Recount } from "../rules/recounts.ts";
import type { Job } from "./shapes/job.ts";

export const shownJob = ({ id, file, state, done, total, changed, ...at }: Recount): Job => ({
  id,
  file,
  state,
  done,
  total,
  changed,
  asOf: isoTime(at.asOf),
  finishedAt: isoTimeOrNull(at.finishedAt),
});
