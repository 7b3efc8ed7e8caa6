import type { Concept } from "../concept.ts";

/** What else the same grid holds; a meaning may depend on it (`接收时间` beside 当前环节 is the step's, beside 受理时间 the hall's). */
export type Condition =
  | "step"
  | "no-step"
  | "accepted"
  | "no-accepted"
  | "submitted"
  | "no-submitted"
  | "due"
  | "no-due"
  | "closed"
  | "no-closed"
  | "item"
  | "no-item"
  | "status"
  | "no-status"
  | "sender"
  | "no-case-number"
  | "task"
  | "applicant"
  | "handler"
  | "complaint"
  | "period"
  | "only-time"
  /** a work list: steps of cases, without the state of the case */
  | "task-step"
  /** the column's own values say so too, and plainly: for words that are no more than a hint */
  | "values";

/** `concept` or `concept?condition`: in order of preference, the values decide among those whose condition holds. */
export type Meaning = Concept | `${Concept}?${Condition}`;

/** One line of the lexicon: header words, and what they may mean. The first line that matches a header speaks. */
export type Rule = readonly [words: RegExp, ...meanings: Meaning[]];
