import fc from "../../property.ts";
import { expect, test } from "vitest";
import { aLook, aService, aSight } from "../a-service.ts";

test.each([
  ["nothing", "", 400],
  ["no JSON", "{", 400],
  ["null", "null", 422],
  ["a list", "[]", 422],
  ["a text", '"x"', 422],
  ["another version", JSON.stringify({ version: 2, sentAt: 1, records: [{}] }), 422],
  ["no records", JSON.stringify({ version: 1, sentAt: 1, records: [] }), 422],
  [
    "too many records",
    JSON.stringify({ version: 1, sentAt: 1, records: Array(1001).fill(0) }),
    422,
  ],
  ["an unknown key", JSON.stringify({ version: 1, sentAt: 1, records: [1], device: 3 }), 422],
  ["depth", "[".repeat(100_000) + "]".repeat(100_000), 422],
  ["a prototype", '{"__proto__":{"x":1},"version":1,"sentAt":1,"records":[1]}', 422],
])("%s as a batch is a problem with the field named, never a failure", async (_, body, status) => {
  const service = await aService();
  const { token } = await service.device("青屿区");
  const response = await service.request("/v1/observations", {
    method: "POST",
    body,
    token,
    headers: { "content-type": "application/json" },
  });
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as { code: string; title: string; titleEn: string };
  expect(problem.title).toMatch(/\p{Script=Han}/u);
  expect(problem.titleEn).not.toMatch(/\p{Script=Han}/u);
  expect(service.lines).toEqual([]);
});

test("depth and breadth inside a record are refused with the record, and cost its neighbours nothing", async () => {
  const service = await aService();
  const { token } = await service.device("青屿区");
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const wide = JSON.stringify(
    Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i])),
  );
  const body = `{"version":1,"sentAt":1,"records":[${deep},${wide},{"type":"look","unreadable":${deep}},${JSON.stringify(aLook(1))}]}`;
  const response = await service.request("/v1/observations", {
    method: "POST",
    body,
    token,
    headers: { "content-type": "application/json" },
  });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { accepted: 1, refused: [{}, {}, {}] },
  ]);
  expect(service.lines).toEqual([]);
});

test("a batch that claims to be larger than 4 MB is not read", async () => {
  const service = await aService();
  const { token } = await service.device("青屿区");
  const headers = { "content-type": "application/json", "content-length": String(5 * 1024 * 1024) };
  const response = await service.request("/v1/observations", {
    method: "POST",
    body: "{}",
    token,
    headers,
  });
  expect(response.status).toBe(413);
});

test("a problem never repeats what was sent", async () => {
  const service = await aService();
  const { token } = await service.device("青屿区");
  const secret = "不可外泄的内容";
  const response = await service.request("/v1/observations", {
    token,
    json: { [secret]: secret, version: secret, records: secret },
  });
  expect(await response.text()).not.toContain(secret);
});

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      1e308,
      -1,
      2 ** 53,
      "\u0000",
      "=1+1",
      "<script>",
      "2026-02-30",
      "𠮷".repeat(300),
      "",
    ),
  },
);

/** A good record with one thing in it made wrong. */
const bent = fc
  .tuple(
    fc.constantFrom(
      aLook(1),
      aSight(2, 1, { acceptedAt: "2026-11-02", promisedLimit: { amount: 5, unit: "workday" } }),
    ),
    fc.nat(),
    anything,
  )
  .map(([record, where, value]) => {
    const keys = Object.keys(record);
    const key = keys[where % keys.length] ?? "seq";
    return { ...record, [key]: value };
  });

test("whatever a device sends, the service answers, stores only what is right, and does not fail", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(bent, anything), { minLength: 1, maxLength: 20 }),
      async (records) => {
        const response = await device.send(records);
        expect(response.status).toBe(200);
        const { accepted, known, refused } = (await response.json()) as Record<
          "accepted" | "known",
          number
        > & { refused: unknown[] };
        expect(accepted + known + refused.length).toBe(records.length);
      },
    ),
    { numRuns: 300 },
  );
  await service.app.cases.catchUp();
  expect(service.lines).toEqual([]);
});

test("whatever is asked of the lists and reports, it is an answer or a problem", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1), aSight(2, 1)]);
  const token = await service.token("青屿区");
  const names = [
    "from",
    "to",
    "unit",
    "asOf",
    "department",
    "bucket",
    "verdict",
    "page",
    "pageSize",
    "ageFrom",
    "lang",
    "format",
    "x",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        "/v1/cases",
        "/v1/reports/delays-by-department",
        "/v1/reports/time-per-step",
        `/v1/cases/${"0".repeat(64)}`,
      ),
      fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(
          fc.string(),
          fc.constantFrom("2026-11-01", "9999-12-31", "-1", "1e9", "NaN", "青屿区", "unknown"),
        ),
      ),
      async (path, query) => {
        const response = await service.request(`${path}?${new URLSearchParams(query)}`, { token });
        expect(response.status).toBeLessThan(500);
      },
    ),
    { numRuns: 300 },
  );
});

test("no path leads out of the dashboard's folder", async () => {
  const service = await aService({
    dashboard: new URL("../../../shared", import.meta.url).pathname,
  });
  for (const path of [
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "//etc/passwd",
  ])
    expect(await (await service.request(path)).text()).toContain("npm run build");
});
