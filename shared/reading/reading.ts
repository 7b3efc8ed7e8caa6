import type { CaseFacts, Unreadable } from "../case/observation.ts";
import type { Amount } from "../case/amount.ts";
import type { Moment } from "../time/moment.ts";
import type { Concept } from "./concept.ts";

/** What one page says, understood or openly not. */
export interface Reading {
  kind: "list" | "detail" | "guide" | "none";
  columns: ColumnReading[];
  cases: CaseReading[];
  steps: StepReading[];
  /** where each step is: grid id and row number, in the order of `steps` */
  stepRows?: { grid: string; row: number }[];
  guide?: GuideReading;
  coverage: Coverage;
  unreadable: Unreadable[];
}

export interface ColumnReading {
  grid: string;
  /** column number in the grid */
  index: number;
  header: string;
  concept: Concept;
  /** `sure` is right at least 99 times in 100 on the corpus; a `guess` is shown for teaching and never used for a verdict */
  confidence: "sure" | "guess";
  /** codes of the reasons, for the person who teaches */
  why: string[];
}

export interface CaseReading {
  /** where its row is: grid id and row number; absent on a case page */
  at?: { grid: string; row: number };
  /** as on the page; leaves the page only as a keyed hash and a mask */
  caseNo?: string;
  /** the page masks its own number (`1101240724****0317`), so it may not be unique */
  masked?: boolean;
  /** the status words as shown, also when they are not in our vocabulary */
  statusText?: string;
  facts: CaseFacts;
  unreadable: Unreadable[];
}

export interface StepReading {
  name: string | null;
  department?: string;
  enteredAt: Moment | null;
  leftAt: Moment | null;
  limit?: Amount;
}

export interface GuideReading {
  item?: string;
  itemCode?: string;
  department?: string;
  caseKind?: string;
  statutoryLimit?: Amount;
  promisedLimit?: Amount;
}

/** How much of the list the page showed. `total` and the rest only where the pager says so. */
export interface Coverage {
  shown: number;
  total?: number;
  page?: number;
  pages?: number;
}
