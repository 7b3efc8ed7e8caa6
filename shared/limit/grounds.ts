import type { Ground } from "../case/observation.ts";

/** The closed list of 行政许可法 45, and the word for one of them that is not told apart. */
export const ARTICLE_45: readonly Ground[] = [
  "special-procedure",
  "hearing",
  "tender",
  "auction",
  "inspection",
  "testing",
  "quarantine",
  "appraisal",
  "expert-review",
];

/** What systems pause for without a basis in that article: recorded, flagged, and followed only where a regime says so. */
export const BEYOND_45: readonly Ground[] = [
  "supplement",
  "suspended",
  "publicity",
  "site-visit",
  "consultation",
  "payment",
  "force-majeure",
  "other",
];

export const EVERY_GROUND: readonly Ground[] = [...ARTICLE_45, ...BEYOND_45];

export const isStatutory = (ground: Ground): boolean => ARTICLE_45.includes(ground);
