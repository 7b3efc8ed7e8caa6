import { delaysBy } from "./delays.ts";
import { seenBy, windowsOf } from "./unit-groups.ts";

/** By the window or hall whose devices saw the case: pages rarely name the window, but every look comes from one. */
export const delaysByWindow = delaysBy(
  "delays-by-window",
  (question, within) => windowsOf(question).map((group) => seenBy(group, within)),
  true,
);
