import { CHINA } from "#shared/calendar/china.ts";
import type { CaseFacts } from "#shared/case/observation.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { bucketOf } from "../../../service/reports/bucket.ts";
import type { JudgedCase } from "../../../service/reports/judged-case.ts";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { type PopulationQuery, populationQuery } from "../../../service/reports/population.ts";
import type { BoundReport, Figures } from "../../../service/reports/report.ts";
import { aKey } from "../a-service.ts";

export const AS_OF = Date.parse("2026-11-20T10:00:00+08:00");
export { CHINA };

/** Cases by hand, each seen once at the moment of the report. */
export const aCase = (n: number, facts: CaseFacts, asOf = AS_OF): JudgedCase =>
  aSeenCase(n, [{ at: asOf, facts }], asOf);

/** A case by hand that was looked at more than once. */
export function aSeenCase(
  n: number,
  looks: readonly { at: number; facts: CaseFacts }[],
  asOf = AS_OF,
): JudgedCase {
  const timeline = NATIONAL.fold(
    looks.map(({ at, facts }) => ({ at, lastAt: at, facts, unreadable: [] })),
  );
  const verdict = NATIONAL.judge(timeline, asOf);
  return {
    key: aKey(n),
    mask: `…${n}`,
    portal: "spj.qingyu.gov.cn",
    timeline,
    verdict,
    bucket: bucketOf(timeline, verdict),
    regime: NATIONAL.regime,
    calendar: CHINA,
    units: [1],
    observations: looks.length,
  };
}

export const ask = (
  report: BoundReport,
  cases: readonly JudgedCase[],
  filter: Record<string, string> = {},
  asOf = AS_OF,
  params: Record<string, unknown> = {},
): Promise<Figures> =>
  report.figures({
    cases: judgedSet(cases, asOf),
    filter: populationQuery.parse(filter),
    params,
    carried: {},
    language: "zh-CN",
  });

/** Every count of every row is exactly the list that its own query opens. */
export function opensWhatItCounts(
  figures: Figures,
  cases: readonly JudgedCase[],
  asOf = AS_OF,
): string[] {
  const wrong: string[] = [];
  for (const row of [...figures.rows, ...(figures.total ? [figures.total] : [])])
    for (const [key, query] of Object.entries(row.open)) {
      const shown = row.cells[key];
      if (key === "" || typeof shown !== "number" || key.endsWith("Rate")) continue;
      const parsed: PopulationQuery = populationQuery.parse(
        Object.fromEntries(new URLSearchParams(query)),
      );
      const listed = judgedSet(cases, asOf).count(parsed);
      if (listed !== shown) wrong.push(`${row.key} ${key}: ${shown} shown, ${listed} listed`);
    }
  return wrong;
}

/** The masks of the cases that each row opens. */
export const opened = async (
  figures: Figures,
  cases: readonly JudgedCase[],
  asOf = AS_OF,
): Promise<string[][]> =>
  Promise.all(
    figures.rows.map(async ({ open }) => {
      const query = populationQuery.parse(Object.fromEntries(new URLSearchParams(open[""])));
      const found = await judgedSet(cases, asOf).where(query).open();
      return found.map(({ mask }) => mask);
    }),
  );
