import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { BUCKETS } from "#shared/limit/bucket.ts";
import { VERDICT_KINDS } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import type { CaseSet } from "../../../service/facts/case-set.ts";
import { ColumnSet } from "../../../service/facts/column-set.ts";
import { Columns } from "../../../service/facts/columns.ts";
import { factRow } from "../../../service/facts/fact-row.ts";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { packMoment, unpackMoment } from "../../../service/facts/packed-moment.ts";
import { momentTable } from "../../../service/facts/moment-table.ts";
import { bucketOf } from "../../../service/reports/bucket.ts";
import type { JudgedCase } from "../../../service/reports/judged-case.ts";
import {
  COHORTS,
  type PopulationQuery,
  populationQuery,
} from "../../../service/reports/population.ts";
import { HAS_IDS } from "../../../service/reports/has.ts";
import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { reports } from "../../../service/reports/reports.ts";
import { aKey } from "../a-service.ts";
import {
  AROUND,
  pick,
  random,
  randomFacts,
  randomMoment,
  randomUnreadable,
} from "./random-case.ts";

const DAY = 86_400_000;
const PORTALS = ["spj.qingyu.gov.cn", "gcsp.qingyu.gov.cn", "12345.qingyu.gov.cn"];
const WORLDS = Number(process.env.SHIXIAN_RANDOM_WORLDS ?? 6);

/** The same random cases twice at one moment: as columns, and as whole cases. */
function aWorld(seed: number): { columns: CaseSet; whole: CaseSet; next: () => number } {
  const next = random(seed);
  const asOf = AROUND + Math.floor((next() * 60 + 31) * DAY);
  const table = new Columns();
  const cases: JudgedCase[] = [];
  const order = Array.from({ length: 20 + Math.floor(next() * 60) }, (_, n) => n);
  for (const n of order) {
    const looks = Array.from({ length: 1 + Math.floor(next() * 3) }, () => ({
      at: AROUND + Math.floor((next() * 60 - 30) * DAY),
      facts: randomFacts(next),
      unreadable: randomUnreadable(next),
    }));
    const timeline = foldTimeline(looks.map((look) => ({ ...look, lastAt: look.at })));
    const [first, seen] = [timeline.firstSeenAt, timeline.lastSeenAt];
    const verdict = NATIONAL.judge(timeline, asOf);
    const units = [pick([1, 2, 3], next)];
    const portal = pick(PORTALS, next);
    const key = aKey(Math.floor(next() * 1e6) * 100 + n);
    const shared = { key, mask: `…${n}`, portal, units };
    cases.push({
      ...shared,
      timeline,
      verdict,
      bucket: bucketOf(timeline, verdict),
      regime: NATIONAL.regime,
      calendar: CHINA,
      observations: looks.length,
    });
    const stored = {
      ...shared,
      id: n + 1,
      firstAt: first,
      lastAt: seen,
      batch: 1,
      timeline,
      sights: [],
    };
    // known as something else first: a changed case is put in its old place
    if (next() < 0.3)
      table.put(
        n,
        factRow(
          {
            ...stored,
            timeline: foldTimeline([
              { at: seen, lastAt: seen, facts: randomFacts(next), unreadable: [] },
            ]),
          },
          seen,
          NATIONAL,
        ),
      );
    table.put(n, factRow(stored, seen, NATIONAL));
  }
  const at = momentTable(table, asOf, {
    calendar: CHINA,
    idOf: (row) => row,
    open: async (ids) => ids.map((id) => cases[id] as JudgedCase),
  });
  const columns = new ColumnSet(at, Uint32Array.from(order));
  return { columns, whole: judgedSet(cases, asOf), next };
}

function randomQuery(next: () => number): Partial<PopulationQuery> {
  const some = <T>(share: number, of: () => T): T | undefined =>
    next() < share ? of() : undefined;
  const dayText = () => randomMoment(next, AROUND, 50).slice(0, 10);
  const query = {
    from: some(0.4, dayText),
    to: some(0.4, dayText),
    cohort: some(0.6, () => pick(["started", "due", "closed"] as const, next)),
    department: some(0.2, () => pick(["甲局", "乙局", "", "没有"], next)),
    item: some(0.2, () => pick(["许可", "备案", ""], next)),
    portal: some(0.2, () => pick(PORTALS, next)),
    step: some(0.2, () => pick(["受理", "审查", ""], next)),
    through: some(0.1, () => pick(["受理", "审查"], next)),
    handledBy: some(0.1, () => pick(["甲局", "乙局", ""], next)),
    finding: some(0.1, () => pick(FINDING_IDS, next)),
    has: some(0.3, () => [pick(HAS_IDS, next), pick(HAS_IDS, next)]),
    verdict: some(0.2, () => [pick(VERDICT_KINDS, next), pick(VERDICT_KINDS, next)]),
    bucket: some(0.2, () => [pick(BUCKETS, next), pick(BUCKETS, next)]),
    state: some(0.2, () => pick(["open", "closed"] as const, next)),
    passed: some(0.2, () => pick(["yes", "no"] as const, next)),
    ageFrom: some(0.1, () => Math.floor(next() * 30)),
    ageTo: some(0.1, () => Math.floor(next() * 60)),
    seenBy: some(0.1, () => [pick([1, 2, 3], next)]),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

const WORLD_SEEDS = Array.from({ length: WORLDS }, (_, i) => 101 + i);

test.each(WORLD_SEEDS)(
  "world %i: every report says the same of columns as of whole cases",
  async (seed) => {
    const { columns, whole, next } = aWorld(seed);
    for (const report of reports) {
      const { from: __, ...plain } = randomQuery(next);
      for (const asked of [{}, plain, randomQuery(next)]) {
        const { cohort = "started", from, to, department, item, portal } = asked as PopulationQuery;
        const filter = { cohort, from, to, department, item, portal };
        const options = report.offers("zh-CN").filter(({ values }) => values !== null);
        const params = Object.fromEntries(
          options.map(({ name, values }) => [name, pick(values ?? [], next)]),
        );
        const ask = (cases: CaseSet) =>
          report.figures({ cases, filter, carried: {}, params, language: "zh-CN" });
        const where = { report: report.id, filter, params };
        expect({ where, ...(await ask(columns)) }).toEqual({ where, ...(await ask(whole)) });
      }
    }
  },
);

test.each(WORLD_SEEDS)(
  "world %i: any query counts the same, and its rows are the same cases",
  async (seed) => {
    const { columns, whole, next } = aWorld(seed);
    for (let n = 0; n < 150; n++) {
      const query = randomQuery(next);
      expect(populationQuery.parse(asText(query))).toMatchObject(query);
      const [found, expected] = [columns.where(query), whole.where(query)];
      const keys = async (set: CaseSet) => (await set.open()).map(({ key }) => key);
      expect({ query, n: columns.count(query) }).toEqual({ query, n: expected.size });
      expect(await keys(found)).toEqual(await keys(expected));
      const top = (set: CaseSet) => keys(set.top(5, ({ waited }) => Math.floor(waited / 10)));
      expect(await top(found)).toEqual(await top(expected));
      expect(found.lives()).toEqual(expected.lives());
      expect(found.steps()).toEqual(expected.steps());
      expect(sorted(found.places())).toEqual(sorted(expected.places()));
      expect(sorted(found.traits())).toEqual(sorted(expected.traits()));
      expect(sorted(found.states())).toEqual(sorted(expected.states()));
      for (const cohort of COHORTS) expect(found.perDay(cohort)).toEqual(expected.perDay(cohort));
    }
  },
);

const sorted = (all: readonly unknown[]): string[] =>
  all.map((each) => JSON.stringify(each)).sort();

const asText = (query: Partial<PopulationQuery>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

test("every fact of a view is that of the whole case", () => {
  for (const seed of WORLD_SEEDS) {
    const { columns, whole } = aWorld(seed);
    const told = (set: CaseSet): unknown[] => {
      const all: unknown[] = [];
      set.each((each) => {
        const { id, key, portal, department, item, step, startedDay, startedOrder } = each;
        const { closedDay, dueDay, filedDay, acceptedDay, deliveredDay, project, units } = each;
        const { firstSeenAt, lastSeenAt, open, verdict, bucket, passed, age, waited } = each;
        const { traits, state } = each;
        all.push({ id, key, portal, department, item, step, startedDay, startedOrder, closedDay });
        all.push({ dueDay, filedDay, acceptedDay, deliveredDay, project, units, firstSeenAt });
        all.push({ lastSeenAt, open, verdict, bucket, passed, age, waited, traits, state });
        all.push(["受理", "审查", "决定"].map((name) => each.entered(name)));
      });
      set.eachStay(
        (
          { step, department, net, gross, left, enteredDay, leftDay, gap, missing, looked, bounds },
          seen,
        ) =>
          all.push({
            id: seen.id,
            looked,
            bounds,
            step,
            department,
            net,
            gross,
            left,
            enteredDay,
            leftDay,
            gap,
            missing,
          }),
      );
      return all;
    };
    expect(told(columns)).toEqual(told(whole));
  }
});

test("a moment is the same again from its number, and sorts as its text", () => {
  const next = random(5);
  const moments = Array.from({ length: 2000 }, () => randomMoment(next, AROUND, 20_000));
  expect(moments.map(packMoment).map(unpackMoment)).toEqual(moments);
  const byText = moments.toSorted();
  expect(moments.toSorted((a, b) => packMoment(a) - packMoment(b))).toEqual(byText);
  expect(momentOf(AROUND as Instant, undefined, "day")).toBe(
    unpackMoment(packMoment("2026-06-15")),
  );
});
