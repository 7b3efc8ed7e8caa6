import { isDropped } from "#shared/case/status.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Verdict } from "#shared/limit/verdict.ts";
import type { Bucket } from "#shared/limit/bucket.ts";

/** The one part of the canonical partition (DOMAIN 4.3) that a case lies in. What cannot be told is never put into another part. */
export function bucketOf(timeline: Timeline, verdict: Verdict): Bucket {
  const kind = timeline.status?.kind;
  const accepted = timeline.acceptedAt !== undefined;
  if (kind === "not-accepted") return "refused";
  if (kind !== undefined && isDropped(kind)) return accepted ? "withdrawn" : "withdrawn-before";
  switch (verdict.kind) {
    case "closed-on-time":
      return "closed-in-limit";
    case "closed-late":
      return "closed-late";
    case "overdue":
      return "open-overdue";
    case "on-time":
    case "due-soon":
      return "open-in-limit";
    case "paused":
      if (accepted || timeline.declared.due !== undefined) return "open-in-limit";
      return kind === "supplement" ? "supplementing" : "awaiting";
    case "not-started":
      return kind === "supplement" ? "supplementing" : "awaiting";
    case "unknown":
      return "unknown";
  }
}
