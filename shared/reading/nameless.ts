import type { Concept } from "./concept.ts";
import type { Decided } from "./decide.ts";

/**
 * Cards show their most telling pieces without a label: the item as a heading, the state as a tag, the number below. Their values
 * and their place tell what they are.
 */
export function nameColumns(columns: readonly Decided[]): void {
  const has = (concept: Concept): boolean => columns.some((column) => column.concept === concept);
  const open = columns.filter(
    (column) => column.header === "" && !column.hidden && column.profile.filled > 0,
  );
  const take = (
    concept: Concept,
    fitting: (p: Decided["profile"]) => boolean,
    sure: boolean,
  ): void => {
    if (has(concept)) return;
    const column = open.find(
      (each) =>
        each.concept === "other" &&
        each.profile.filled >= each.profile.all * 0.6 &&
        fitting(each.profile),
    );
    if (!column) return;
    column.concept = concept;
    column.confidence = sure ? "sure" : "guess";
    column.why = ["values-tell"];
  };
  take(
    "caseNo",
    (p) => p.code >= 0.9 && p.distinct >= 0.9 && p.moment < 0.2 && p.longest >= 6,
    true,
  );
  take("status", (p) => p.status >= 0.7 && p.longest <= 24 && p.moment === 0, true);
  take(
    "item",
    (p) =>
      p.moment === 0 &&
      p.code < 0.3 &&
      p.person < 0.5 &&
      p.office < 0.5 &&
      p.firm < 0.5 &&
      p.amount < 0.3 &&
      p.longest >= 4 &&
      p.longest <= 80 &&
      p.flag < 0.5,
    true,
  );
  const due = open.find((each) => each.concept === "other" && each.profile.dueWords >= 0.6);
  if (due && !has("due")) {
    due.concept = "due";
    due.confidence = "sure";
    due.why = ["values-tell"];
  }
}
