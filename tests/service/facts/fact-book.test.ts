import { expect, test } from "vitest";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { lookedBy } from "../../../service/derived/looked.ts";
import { coverageOf } from "../../../service/derived/coverage.ts";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import type { CaseSet } from "../../../service/facts/case-set.ts";
import { reports } from "../../../service/reports/reports.ts";
import { NOW, aLook, aService, aSight } from "../a-service.ts";
import { pick, random, randomFacts } from "./random-case.ts";

const DAY = 86_400_000;
const UNITS = ["青屿市/政务服务中心", "青屿市/住建局"];

/** A service whose devices saw some cases again and again over forty days. */
async function aHistory(seed: number) {
  const next = random(seed);
  const service = await aService();
  const from = NOW - 40 * DAY;
  for (const [d, unit] of UNITS.entries()) {
    const device = await service.device(unit);
    let seq = 1;
    for (let day = 0; day < 40; day += 2 + Math.floor(next() * 3)) {
      const at = from + day * DAY + Math.floor(next() * DAY);
      const look = seq;
      const moment = { at, lastAt: at + (next() < 0.3 ? 3 * DAY : 0) };
      const records: unknown[] = [
        {
          ...aLook(seq++),
          ...moment,
          lastAt: at,
          portal: pick(["a.gov.cn", "b.gov.cn"], next),
          coverage: { shown: 4, ...(next() < 0.5 && { total: 10 + Math.floor(next() * 20) }) },
        },
      ];
      for (let n = 0; n < 4; n++)
        records.push(
          aSight(seq++, Math.floor(next() * 12) + d * 6, randomFacts(next), { ...moment, look }),
        );
      const answer = await device.send(records);
      expect(answer.status, await answer.clone().text()).toBe(200);
    }
  }
  const units = new Set(
    (await service.db.values("SELECT id FROM units")).map(([id]) => Number(id)),
  );
  return { ...service, units, next, from };
}

const asked = (report: (typeof reports)[number], cases: CaseSet) => {
  const options = report.offers("zh-CN").filter(({ default: usual }) => usual !== null);
  const params = Object.fromEntries(options.map(({ name, default: usual }) => [name, usual]));
  return report.figures({
    cases,
    filter: { cohort: "started" },
    carried: {},
    params,
    language: "zh-CN",
  });
};

test.each([1, 2])(
  "history %i: at any earlier moment every report says what was known then, and now what is known now",
  async (seed) => {
    const { app, units, next, from } = await aHistory(seed);
    const { cases, facts } = app.deps;
    const ends = [NOW, NOW + 30 * DAY];
    const earlier = Array.from({ length: 6 }, () => from + Math.floor(next() * 40 * DAY));
    for (const asOf of [...ends, ...earlier, ends[0] ?? 0]) {
      const own = next() < 0.3 ? new Set([pick([...units], next)]) : units;
      const whole = judgedSet(await cases.judged(own, asOf, NATIONAL), asOf);
      await facts.ask({ units: own, asOf, judging: NATIONAL }, async ({ cases: columns }) => {
        expect(columns.size).toBe(whole.size);
        for (const report of reports) {
          const where = { report: report.id, asOf: new Date(asOf).toISOString() };
          const [ours, theirs] = [await asked(report, columns), await asked(report, whole)];
          expect({ where, ...ours }).toEqual({ where, ...theirs });
        }
      });
    }
  },
);

test("coverage from columns is coverage from the tables, in any window", async () => {
  const { app, db, units, next, from } = await aHistory(3);
  const dayText = () =>
    next() < 0.4
      ? undefined
      : new Date(from + Math.floor(next() * 45 * DAY)).toISOString().slice(0, 10);
  for (let n = 0; n < 60; n++) {
    const asOf = next() < 0.5 ? NOW + DAY : from + Math.floor(next() * 45 * DAY);
    const own = next() < 0.5 ? units : new Set([pick([...units], next)]);
    const window = {
      from: dayText(),
      to: dayText(),
      portal: next() < 0.5 ? undefined : pick(["a.gov.cn", "b.gov.cn"], next),
    };
    const question = { ...window, units: own, asOf };
    const [ours, weeks] = await app.deps.facts.ask(
      { units: own, asOf, judging: NATIONAL },
      async (about) => [await about.coverage(window), await about.looked(window)],
    );
    expect({ window, weeks }).toEqual({ window, weeks: await lookedBy(db, question) });
    const theirs = await coverageOf(db, question);
    expect({ window, ...ours }).toEqual({ window, ...theirs });
  }
});
