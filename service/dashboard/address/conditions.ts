/** Conditions of the case list that have no box of their own; figures bring them, and the reader must see them to trust the list. */
export const CONDITIONS = [
  "cohort",
  "state",
  "passed",
  "through",
  "ageFrom",
  "ageTo",
  "openOn",
  "slackFrom",
  "slackTo",
  "transferTo",
  "finding",
  "has",
  "project",
  "keys",
  "seenBy",
] as const;
