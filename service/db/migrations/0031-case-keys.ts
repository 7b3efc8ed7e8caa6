import type { Migration } from "./migrations.ts";
import { refuse } from "./refuse.ts";

/** Under which keys the database names cases: a mark that tells one set from another and nothing about them. The newest row holds. */
export const caseKeys: Migration = {
  id: "0031-case-keys",
  statements: [
    "CREATE TABLE case_keys(version INTEGER PRIMARY KEY, mark TEXT NOT NULL, at INTEGER NOT NULL) STRICT",
    refuse("case_keys", "UPDATE"),
    refuse("case_keys", "DELETE"),
  ],
};
