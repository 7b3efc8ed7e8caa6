import type { Role } from "./roles.ts";

/** When a role sees a column: in every case of its subtree, only in one that was raised with a reason, or not at all. */
export type Sight = "always" | "escalated" | "never";

/**
 * The columns that not everybody who may open a case may see. All others are general: what a portal shows of a case and what was computed
 * of it. Applicants are not here because they are nowhere. `tests/service/routes/matrix.ts` is the written list that this must equal.
 */
export const COLUMNS = {
  /** the browser that saw it, by name: at a window that is one officer */
  "sighting.device": {
    auditor: "escalated",
    supervisor: "always",
    reviewer: "never",
    observer: "always",
  },
  /** the whole number, where somebody who knew it has stated it */
  "case.number": { auditor: "escalated" },
  "case.escalation": { auditor: "escalated", supervisor: "escalated" },
} as const satisfies Record<string, Partial<Record<Role, Sight>>>;
export type Column = keyof typeof COLUMNS;

export function maySee(column: Column, role: Role, escalated: boolean): boolean {
  const sights: Partial<Record<Role, Sight>> = COLUMNS[column];
  const sight = sights[role] ?? "never";
  return sight === "always" || (sight === "escalated" && escalated);
}
