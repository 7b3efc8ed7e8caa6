import type { Migration } from "./migrations.ts";

/** What an imported file has changed, worked out case by case behind the answers. Made from the log and the files: it may be emptied. */
export const recounts: Migration = {
  id: "0040-recounts",
  statements: [
    // unit 0: every unit there is; position: the last case that was judged; total: null until it is counted
    `CREATE TABLE recounts(
       id INTEGER PRIMARY KEY,
       file INTEGER NOT NULL,
       unit INTEGER NOT NULL,
       as_of INTEGER NOT NULL,
       state TEXT NOT NULL CHECK(state IN ('running', 'done', 'failed')),
       position INTEGER NOT NULL,
       done INTEGER NOT NULL,
       total INTEGER,
       judged INTEGER NOT NULL,
       open INTEGER NOT NULL,
       closed INTEGER NOT NULL,
       finished_at INTEGER,
       UNIQUE(file, unit)
     ) STRICT`,
    `CREATE TABLE recount_cases(
       recount INTEGER NOT NULL,
       open INTEGER NOT NULL,
       soonest TEXT NOT NULL,
       key TEXT NOT NULL,
       PRIMARY KEY(recount, open, soonest, key)
     ) STRICT, WITHOUT ROWID`,
  ],
};
