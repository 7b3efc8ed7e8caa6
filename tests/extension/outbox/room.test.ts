import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { outboxPages } from "./chromium-page.ts";

let pages: Awaited<ReturnType<typeof outboxPages>>;
let world: Awaited<ReturnType<typeof pages.world>>;
beforeAll(async () => void (pages = await outboxPages()), 60_000);
afterAll(() => pages.close());
const enrolled = async (room?: number): Promise<void> => {
  world = await pages.world(room);
  await world.call((outbox, given) => outbox.enrolled(given), {
    address: "http://10.1.2.3:8787",
    deviceId: "d1",
    token: "dev_d1_0123456789abcdef",
    unit: { id: "1", name: "青屿区政务服务中心" },
    caseKeySecret: "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MDE=",
    enrolledAt: T0,
  });
};
afterEach(() => world.close());

const T0 = Date.UTC(2026, 10, 20, 2, 0);
/** 180 characters that no store makes smaller. */
const noise = (): string =>
  Array.from({ length: 180 }, () =>
    String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000)),
  ).join("");
const record = (caseNo: string, at = T0) =>
  world.call(
    (outbox, g: [never, number]) => outbox.record(g[0], g[1]),
    [
      {
        portal: "xzsp.qingyu.gov.cn",
        view: `/list/${caseNo}`,
        kind: "list",
        coverage: { shown: 1 },
        unreadable: [],
        cases: Array.from({ length: 40 }, (_, i) => ({
          caseNo: `${caseNo}-${i}`,
          facts: { item: noise(), acceptedAt: "2026-11-02" },
          unreadable: [],
        })),
      },
      at,
    ],
  );
const fill = (state: string, count: number, bytes: number) =>
  world.call(
    (outbox, g: [never, number, number]) => outbox.fill(g[0], g[1], g[2]),
    [state, count, bytes],
  );
const count = (state: string) =>
  world.call((outbox, given) => outbox.count(given), state) as Promise<number>;
const sendWith = (answers: unknown[], at = T0) =>
  world.call(
    (outbox, g: [never, number, boolean]) => outbox.send(g[0], g[1], g[2]),
    [answers, at, true],
  );
/** Asks until the disk has no room for one look more; nothing that was acknowledged is left then. @returns how many looks were recorded */
async function untilFull(): Promise<number> {
  for (let n = 0; n < 2_000; n++)
    try {
      await record(`full-${n}`);
    } catch (error) {
      expect(String(error)).toContain("QuotaExceededError");
      return n;
    }
  throw new Error("the disk never filled");
}

test("where the disk is full the oldest acknowledged records make room, and none that still waits is touched", async () => {
  await enrolled(3_000_000);
  await fill("acked", 1_500, 1_000);
  await record("first");
  await fill("sealed", 100, 1_000);
  let recorded = 1;
  while ((await count("acked")) === 1_500 && recorded < 100) await record(`more-${recorded++}`);
  expect(await count("acked")).toBeLessThan(1_500);
  expect([await count("waiting"), await count("sealed")]).toEqual([recorded * 41, 100]);
});

test("where nothing acknowledged is left a look is refused openly and whole; all that waits is still there and is sent, and then there is room", async () => {
  await enrolled(1_500_000);
  const recorded = await untilFull();
  expect(recorded).toBeGreaterThan(3);
  expect(await count("waiting")).toBe(recorded * 41);
  const all = (await world.call((outbox) => outbox.records())).map(({ seq }) => seq);
  expect(all).toEqual(Array.from({ length: all.length }, (_, i) => i + 1));

  const sent = await sendWith(Array.from({ length: 2_000 }, () => "accept"));
  const numbers = sent.bodies.flatMap(({ records }) => records.map(({ seq }) => seq));
  expect(numbers.sort((a, b) => a - b)).toEqual(all);
  expect([await count("waiting"), await count("sealed")]).toEqual([0, 0]);
});

test("a hundred thousand records that wait are kept, told and sent in order", async () => {
  await enrolled();
  await fill("waiting", 100_000, 60);
  expect(await world.call((outbox) => outbox.waiting())).toMatchObject({ count: 100_000 });
  expect(await world.call((outbox, at: number) => outbox.tidy(at), T0)).toBe(0);
  const sent = await sendWith(["accept", "accept", "unreachable"]);
  expect(sent.bodies[1]?.records.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 200 }, (_, i) => i + 201),
  );
  expect(await count("waiting")).toBeGreaterThan(99_000);
}, 60_000);

test("of acknowledged records no more are kept than the policy says, and the oldest go", async () => {
  await enrolled();
  await fill("acked", 1_050, 10);
  expect(await world.call((outbox, at: number) => outbox.tidy(at, 1_000), T0)).toBe(50);
  const [first] = await world.call(async (outbox) => (await outbox.records()).slice(0, 1));
  expect(first?.seq).toBe(51);
});

test("a clock that was set back does not make the queue wait for years", async () => {
  await enrolled();
  await record("A", T0);
  const years = 4 * 365 * 86_400_000;
  const late = await world.call(
    (outbox, g: [never, number, boolean]) => outbox.send(g[0], g[1], g[2]),
    [["unreachable"], T0 + years, false],
  );
  expect(late.result).toBe("waiting");
  const now = await world.call(
    (outbox, g: [never, number, boolean]) => outbox.send(g[0], g[1], g[2]),
    [["accept"], T0, false],
  );
  expect(now.result).toBe("sent");
});
