import { delaysBy } from "./delays.ts";
import { regionsOf, seenBy } from "./unit-groups.ts";

/** By the next level below what was asked about: cities of a province, districts of a city, halls of a district. */
export const delaysByRegion = delaysBy(
  "delays-by-region",
  (question, within) => regionsOf(question).map((group) => seenBy(group, within)),
  true,
);
