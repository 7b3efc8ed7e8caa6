import { DuckDBDateValue, DuckDBInstance } from "@duckdb/node-api";
import type { CaseSet } from "../../service/facts/case-set.ts";

export interface Duck {
  /** by report: the same question in SQL */
  questions: Readonly<Record<string, string>>;
  ask(sql: string): Promise<unknown[]>;
  close(): void;
}

const COUNTS = `count(*) total,
  count(*) FILTER (bucket = 'supplementing') a, count(*) FILTER (bucket = 'refused') b, count(*) FILTER (bucket = 'awaiting') c,
  count(*) FILTER (bucket = 'withdrawn-before') d, count(*) FILTER (bucket = 'closed-in-limit') e,
  count(*) FILTER (bucket = 'open-in-limit') f, count(*) FILTER (bucket = 'closed-late') g,
  count(*) FILTER (bucket = 'open-overdue') h, count(*) FILTER (bucket = 'withdrawn') i, count(*) FILTER (bucket = 'unknown') j,
  count(*) FILTER (passed) passed, count(*) FILTER (passed AND verdict = 'closed-on-time') passed_on_time,
  count(*) FILTER (NOT open AND verdict IN ('closed-on-time', 'closed-late')) closed,
  count(*) FILTER (NOT open AND verdict = 'closed-on-time') closed_on_time`;

/** The product-limit estimate as window functions, by a group. */
const survival = (table: string, time: string, ended: string, group: string): string => `
  WITH times AS (SELECT ${group} AS g, ${time} AS t, count(*) FILTER (${ended}) AS d, count(*) AS n FROM ${table}
    WHERE ${time} IS NOT NULL GROUP BY ALL),
  risk AS (SELECT g, t, d, sum(n) OVER (PARTITION BY g ORDER BY t DESC) AS r FROM times),
  curve AS (SELECT g, t, exp(sum(CASE WHEN d = r THEN -1e9 ELSE ln(1 - d / r) END) OVER (PARTITION BY g ORDER BY t)) AS s,
    sum(CASE WHEN d = r THEN 0 ELSE d / (r * (r - d)) END) OVER (PARTITION BY g ORDER BY t) AS v FROM risk)
  SELECT g, min(t) FILTER (s <= 0.5) AS median, min(t) FILTER (s <= 0.1) AS p90, max(v) FROM curve GROUP BY g`;

const QUESTIONS = {
  overview: `SELECT (SELECT count(*) FROM (${survival("cases", "natural_days", "ended", "1")})),
    (SELECT count(*) FROM (${survival("cases", "working_days", "ended", "1")})), * FROM (SELECT ${COUNTS} FROM cases)`,
  "delays-by-department": `SELECT department, ${COUNTS} FROM cases GROUP BY department ORDER BY total DESC`,
  "delays-by-item": `SELECT item, ${COUNTS} FROM cases GROUP BY item ORDER BY total DESC`,
  durations: `SELECT * FROM (${survival("cases", "natural_days", "ended", "item")})
    JOIN (${survival("cases", "working_days", "ended", "item")}) USING (g)`,
  "time-per-step": `SELECT * FROM (${survival("stays", "net", "gone", "step")}) JOIN (${survival("stays", "gross", "gone", "step")}) USING (g)`,
  trend: `SELECT date_trunc('month', started) m, count(*), (SELECT count(*) FROM cases c WHERE date_trunc('month', c.closed) = m),
      (SELECT count(*) FROM cases c WHERE c.passed AND date_trunc('month', c.due) = m),
      (SELECT count(*) FROM cases c WHERE c.passed AND c.verdict = 'closed-on-time' AND date_trunc('month', c.due) = m)
    FROM cases GROUP BY m ORDER BY m`,
  "open-cases-by-age": `SELECT CASE WHEN age < 1 THEN 0 WHEN age < 6 THEN 1 WHEN age < 11 THEN 6 WHEN age < 21 THEN 11
      WHEN age < 31 THEN 21 WHEN age < 61 THEN 31 ELSE 61 END band, verdict, count(*) FROM cases WHERE open GROUP BY ALL`,
  "longest-waiting": "SELECT * FROM cases WHERE open ORDER BY waited DESC, key LIMIT 50",
  "unreadable-pages":
    "SELECT portal, count(*), count(*) FILTER (unreadable > 0), count(*) FILTER (verdict = 'unknown') FROM cases GROUP BY portal",
  rework: `SELECT item, avg(rounds), max(rounds), avg(steps), max(steps), avg(returns), avg(hand_overs) FROM cases GROUP BY item`,
} as const;

/** DuckDB in memory over the same rows that a report reads: one of a case, one of a stay. */
export async function duckOf(cases: CaseSet): Promise<Duck> {
  const instance = await DuckDBInstance.create(":memory:");
  const duck = await instance.connect();
  await duck.run(`CREATE TABLE cases(id INTEGER, key VARCHAR, portal VARCHAR, department VARCHAR, item VARCHAR, step VARCHAR, started DATE, closed DATE,
    due DATE, open BOOLEAN, verdict VARCHAR, bucket VARCHAR, passed BOOLEAN, age INTEGER, waited DOUBLE, rounds INTEGER, steps INTEGER,
    returns INTEGER, hand_overs INTEGER, unreadable INTEGER, ended BOOLEAN, natural_days DOUBLE, working_days DOUBLE)`);
  await duck.run("CREATE TABLE stays(step VARCHAR, net DOUBLE, gross DOUBLE, gone BOOLEAN)");

  const rows = await duck.createAppender("cases");
  const put = (value: string | number | boolean | null | undefined, as: "t" | "i" | "d" | "b") => {
    if (value === null || value === undefined) rows.appendNull();
    else if (as === "t") rows.appendVarchar(String(value));
    else if (as === "i") rows.appendInteger(Number(value));
    else if (as === "d") rows.appendDouble(Number(value));
    else rows.appendBoolean(Boolean(value));
  };
  cases.each((each) => {
    const { traits } = each;
    put(each.id, "i");
    for (const text of [each.key, each.portal, each.department, each.item, each.step])
      put(text, "t");
    for (const d of [each.startedDay, each.closedDay, each.dueDay])
      if (d === undefined) rows.appendNull();
      else rows.appendDate(new DuckDBDateValue(d));
    put(each.open, "b");
    put(each.verdict, "t");
    put(each.bucket, "t");
    put(each.passed, "b");
    put(each.age, "i");
    put(each.waited, "d");
    for (const n of [traits.rounds, traits.steps, traits.returns, traits.handOvers]) put(n, "i");
    put(traits.unreadable.length, "i");
    // the time that a life is counted by: a day more or less does not change what the question costs
    const until = each.closedDay ?? each.dueDay;
    const days =
      each.acceptedDay === undefined ? undefined : Math.max(0, (until ?? 0) - each.acceptedDay);
    put(!each.open, "b");
    put(days === undefined ? null : days + (each.id % 1440) / 1440, "d");
    put(days === undefined ? null : days * 0.7 + (each.id % 1440) / 1440, "d");
    rows.endRow();
  });
  rows.closeSync();
  const stays = await duck.createAppender("stays");
  cases.eachStay((stay) => {
    stays.appendVarchar(stay.step);
    if (stay.net === undefined) stays.appendNull();
    else stays.appendDouble(stay.net);
    if (stay.gross === undefined) stays.appendNull();
    else stays.appendDouble(stay.gross);
    stays.appendBoolean(stay.left);
    stays.endRow();
  });
  stays.closeSync();
  return {
    questions: QUESTIONS,
    ask: async (sql) => (await duck.runAndReadAll(sql)).getRows(),
    close: () => {
      duck.closeSync();
      instance.closeSync();
    },
  };
}
