import { isoTime, isoTimeOrNull } from "../access/reach.ts";
import { READERS, type Role } from "../access/roles.ts";
import type { Recount } from "../rules/recounts.ts";
import type { Job } from "./shapes/job.ts";

export const shownJob = (
  { id, file, state, done, total, changed, ...at }: Recount,
  role: Role,
): Job => ({
  id,
  file,
  state,
  done,
  total,
  changed: READERS.some((reader) => reader === role) ? changed : null,
  asOf: isoTime(at.asOf),
  finishedAt: isoTimeOrNull(at.finishedAt),
});
