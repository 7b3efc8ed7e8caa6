import fc from "../../property.ts";
import { expect, test } from "vitest";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { DERIVED } from "../../../service/derived/tables.ts";
import { type AService, NOW, aLook, aService, aSight } from "../a-service.ts";

const derived = async ({ db }: AService): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      DERIVED.map(async (table) =>
        (await db.values(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort(),
      ),
    ),
  );

/** Records of one device: looks with their sights, in the order of their numbers. */
const aDay = fc
  .array(
    fc.tuple(
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom("2026-11-02", "2026-11-02T09:30", "2026-11-05", undefined),
      fc.constantFrom("受理", "审查", "办结"),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: -3, max: 3 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => {
    let look = 1;
    return parts.map(([isLook, n, acceptedAt, step, minute, back], i) => {
      const seq = i + 1;
      if (isLook) look = seq;
      const at = NOW - 86_400_000 + minute * 60_000;
      const facts = { step, ...(acceptedAt !== undefined && { acceptedAt }) };
      return isLook
        ? aLook(seq, { at, lastAt: at, portal: `p${n % 3}.gov.cn` })
        : aSight(seq, n, facts, { at, lastAt: at + 1000, look: Math.max(1, look + back) });
    });
  });

test("however the log came and was cut into folds, a rebuild gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aDay, { minLength: 1, maxLength: 2 }),
      fc.infiniteStream(fc.nat()),
      async (days, dice) => {
        const service = await aService();
        const roll = (below: number): number => (dice.next().value as number) % below;
        for (const day of days) {
          const device = await service.device(`单位${roll(2)}`);
          const rest = [...day];
          while (rest.length > 0) {
            const from = roll(rest.length);
            const some = rest.splice(from, 1 + roll(7));
            await device.send(some, service.now() + (roll(4) === 0 ? 7_200_000 : 0));
            if (roll(3) === 0) await service.app.cases.catchUp();
            if (roll(5) === 0) await device.send(some);
          }
        }
        await service.app.cases.catchUp();
        const incremental = await derived(service);
        await rebuild(service.db, NATIONAL.fold);
        expect(await derived(service)).toBe(incremental);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test("a second process that folds the same batches changes nothing and fails nobody", async () => {
  const service = await aService();
  const other = await aService({ url: service.url });
  const device = await service.device("青屿区");
  for (let i = 0; i < 30; i++)
    await device.send([
      aLook(i * 5 + 1),
      ...[2, 3, 4, 5].map((k) => aSight(i * 5 + k, i + k, {}, { look: i * 5 + 1 })),
    ]);
  await Promise.all([
    service.app.cases.catchUp(),
    other.app.cases.catchUp(),
    service.app.cases.catchUp(),
  ]);
  const once = await derived(service);
  await rebuild(service.db, NATIONAL.fold);
  expect(await derived(service)).toBe(once);
});

test("a look that arrives after its sights still names their portal", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const token = await service.token("青屿区");
  await device.send([aSight(2, 1)]);
  const portal = async () => {
    const response = await service.request("/v1/cases", { token });
    return ((await response.json()) as { cases: { portal: string }[] }).cases[0]?.portal;
  };
  expect(await portal()).toBe("");
  await device.send([aLook(1)]);
  expect(await portal()).toBe("spj.qingyu.gov.cn");
});

test("what a device with a wrong clock saw is placed by the offset at which it was sent", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const off = 3 * 3_600_000;
  await device.send(
    [
      aLook(1, { at: NOW - off, lastAt: NOW - off }),
      aSight(2, 1, {}, { at: NOW - off, lastAt: NOW - off }),
    ],
    NOW - off,
  );
  await service.app.cases.catchUp();
  expect(await service.db.values("SELECT first_at, last_at FROM cases")).toEqual([[NOW, NOW]]);
});

test("as of an earlier moment a case is what was known then", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const token = await service.token("青屿区");
  const monday = Date.parse("2026-11-16T09:00:00+08:00");
  const thursday = Date.parse("2026-11-19T09:00:00+08:00");
  await device.send([
    aLook(1, { at: monday, lastAt: monday }),
    aSight(
      2,
      1,
      { acceptedAt: "2026-11-02", promisedLimit: { amount: 5, unit: "workday" } },
      { at: monday, lastAt: monday },
    ),
    aSight(
      3,
      1,
      {
        acceptedAt: "2026-11-02",
        status: { text: "办结", kind: "finished" },
        closedAt: "2026-11-09",
      },
      { at: thursday, lastAt: thursday },
    ),
    aSight(4, 2, {}, { at: thursday, lastAt: thursday }),
  ]);
  const at = async (asOf: string) => {
    const response = await service.request(`/v1/cases?asOf=${encodeURIComponent(asOf)}`, { token });
    return (
      (await response.json()) as { cases: { bucket: string; observations: number }[] }
    ).cases.map(({ bucket, observations }) => [bucket, observations]);
  };
  expect(await at("2026-11-15")).toEqual([]);
  expect(await at("2026-11-17")).toEqual([["open-overdue", 1]]);
  expect(await at("2026-11-20T09:00:00+08:00")).toEqual([
    ["unknown", 1],
    ["closed-in-limit", 2],
  ]);
});

test("a rebuild beside a running service mends what was damaged, and is never seen half done", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  const token = await service.token("青屿区");
  for (let i = 0; i < 40; i++)
    await device.send([aLook(i * 5 + 1), ...[2, 3, 4, 5].map((k) => aSight(i * 5 + k, i * 4 + k))]);
  const total = async () =>
    ((await (await service.request("/v1/cases", { token })).json()) as { total: number }).total;
  const whole = await total();
  const before = await derived(service);
  await service.db.write([
    { sql: "UPDATE cases SET timeline = json_set(timeline, '$.department', '被改动')" },
  ]);
  const seen: number[] = [];
  let done = false;
  const watching = (async () => {
    while (!done) {
      seen.push(await total());
      await new Promise<void>((resume) => setImmediate(resume));
    }
  })();
  await rebuild(service.db, NATIONAL.fold);
  done = true;
  await watching;
  expect(new Set(seen)).toEqual(new Set([whole]));
  expect(await derived(service)).toBe(before);
  const cases = await (await service.request("/v1/cases", { token })).text();
  expect(cases).not.toContain("被改动");
});
