import type { Moment } from "../time/moment.ts";
import type { Timeline } from "./timeline.ts";

const DISPATCH = /转报|上报|报送/;
const TOLERANCE = /容缺/;

/** When this level had decided or, for a case that was sent to the level above, when it was sent: there its own clock ends. */
export function endedAt(t: Timeline): Moment | undefined {
  if (t.status?.kind !== "forwarded") return t.closedAt;
  const sent = t.steps.findLast((step) => DISPATCH.test(step.name));
  return sent?.leftAt ?? sent?.enteredAt ?? t.closedAt;
}

/**
 * Accepted with papers still missing (容缺受理): the authority's clock runs from acceptance whatever the applicant still owes, and a
 * request for those papers does not stop it.
 */
export const isTolerated = (t: Timeline): boolean =>
  t.tolerance !== undefined ||
  [t.caseKind, t.status?.text, ...t.steps.map((step) => step.name)].some((text) =>
    TOLERANCE.test(text ?? ""),
  );
