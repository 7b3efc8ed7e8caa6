import type { Strings } from "../strings.ts";

export const comparison: Strings["comparison"] = {
  before: (title) => `${title} (compared window)`,
  change: (title) => `${title} (change)`,
  points: (title) => `${title} (change, percentage points)`,
  beforeDefinition: (window, n, definition) =>
    `The same figure over the compared window ${window} (${n} cases), judged at the same moment. ${definition}`,
  changeDefinition:
    "This window less the compared one; positive is more. A change in itself is neither good nor bad.",
  pointsDefinition:
    "The share of this window less that of the compared one, in percentage points; positive is a rise. A change in itself is neither good nor bad.",
  absentBefore: "The compared window has no such row.",
  absentNow: "This window has no such row.",
  noFigure: "One of the two windows has no figure, so there is no difference.",
  note: (window, n, looks) => `Compared window ${window}: ${n} cases, ${looks} looks.`,
  noLooks:
    "Nobody looked at a portal in the compared window: a change says nothing about what happened.",
  nothingInCommon:
    "The rows are single cases or different windows: no figure can be compared row by row.",
  with: {
    previous: "compared with the window before",
    "last-year": "compared with the same window last year",
  },
};
