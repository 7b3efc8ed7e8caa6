import { expect, test } from "vitest";
import { aService } from "../a-service.ts";

const file = (over: object = {}) => ({
  format: 1,
  id: "taught-xzsp-1",
  version: 1,
  verifiedOn: "2026-11-20",
  matches: [{ host: "xzsp.qingyu.gov.cn:8080", path: "/list/*" }],
  views: [
    {
      id: "taught",
      headers: ["LSH", "SJRQ"],
      columns: [
        { header: "LSH", concept: "caseNo" },
        { header: "SJRQ", concept: "acceptedAt" },
      ],
    },
  ],
  ...over,
});

type Answer = Record<string, never> & {
  files: { revision: number; file: { version: number } }[];
  offers: {
    revision: number;
    state: string;
    unit: { path: string };
    offeredBy: { id: string };
    activeIn: { path: string }[];
    decisions: { decision: string; at: string; by: { id: string; name: string } }[];
  }[];
};

async function aCounty() {
  const service = await aService();
  const window1 = await service.device("青屿区/政务服务中心");
  const window2 = await service.device("青屿区/临港分中心");
  const elsewhere = await service.device("丹城区/政务服务中心");
  const admin = await service.token("青屿区", "system-admin");
  const foreign = await service.token("丹城区", "system-admin");
  const ask = async (path: string, token: string, json?: unknown) => {
    const response = await service.request(path, {
      token,
      ...(json !== undefined && { json }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  return {
    service,
    window1,
    window2,
    elsewhere,
    admin,
    foreign,
    ask,
    offer: (token: string, what: object = file()) => ask("/v1/portal-files", token, what),
    offers: async (token: string) => (await ask("/v1/portal-files/offers", token)).body.offers,
    decide: (token: string, what: object) => ask("/v1/portal-files/decisions", token, what),
    versions: async (token: string) =>
      (await ask("/v1/portal-files", token)).body.files.map((each) => each.file.version),
  };
}

test("an offered file is in effect for nobody until an administrator of the unit accepts it", async () => {
  const { window1, window2, elsewhere, admin, offer, offers, decide, versions, service } =
    await aCounty();
  const made = await offer(window1.token);
  expect(made.body).toMatchObject({ state: "offered", known: false });
  expect(await versions(window1.token)).toEqual([]);
  expect(await offers(admin)).toMatchObject([
    { state: "offered", offeredBy: { id: window1.id }, decisions: [], activeIn: [] },
  ]);

  const county = (await (await service.request("/v1/me", { token: admin })).json()) as {
    unit: { id: number };
  };
  const accepted = await decide(admin, {
    revision: made.body.revision,
    decision: "accept",
    unit: county.unit.id,
  });
  expect(accepted.body).toMatchObject({
    state: "active",
    activeIn: [{ path: "青屿区" }],
    decisions: [{ decision: "accept", at: new Date(service.now()).toISOString() }],
  });
  expect(await versions(window1.token)).toEqual([1]);
  expect(await versions(window2.token)).toEqual([1]);
  expect(await versions(elsewhere.token)).toEqual([]);
});

test("accepted for the offering unit alone it is for no other window", async () => {
  const { window1, window2, admin, offer, decide, versions } = await aCounty();
  const { body } = await offer(window1.token);
  await decide(admin, { revision: body.revision, decision: "accept" });
  expect(await versions(window1.token)).toEqual([1]);
  expect(await versions(window2.token)).toEqual([]);
});

test("a later version is a new offer, the accepted one stays in effect until it is accepted, and both are kept", async () => {
  const { window1, admin, offer, offers, decide, versions } = await aCounty();
  const first = await offer(window1.token);
  await decide(admin, { revision: first.body.revision, decision: "accept" });
  expect((await offer(window1.token)).body).toMatchObject({ known: true, state: "active" });
  const second = await offer(window1.token, file({ version: 2 }));
  expect(await versions(window1.token)).toEqual([1]);
  await decide(admin, { revision: second.body.revision, decision: "accept" });
  expect(await versions(window1.token)).toEqual([2]);
  expect((await offers(admin)).map(({ state }) => state)).toEqual(["active", "replaced"]);
  await decide(admin, { revision: first.body.revision, decision: "accept" });
  expect(await versions(window1.token)).toEqual([1]);
});

test("a file is switched off for a unit and below, and on again; a refused offer touches nothing that is in effect", async () => {
  const { window1, window2, admin, offer, offers, decide, versions, service } = await aCounty();
  const { revision } = (await offer(window1.token)).body;
  const county = (
    await service.db.all<{ id: number }>("SELECT id FROM units WHERE name = '青屿区'")
  )[0];
  await decide(admin, { revision, decision: "accept", unit: county?.id });
  await decide(admin, { revision, decision: "off", unit: window2.unit });
  expect([await versions(window1.token), await versions(window2.token)]).toEqual([[1], []]);
  await decide(admin, { revision, decision: "off", unit: county?.id });
  expect([await versions(window1.token), (await offers(admin))[0]?.state]).toEqual([[], "off"]);
  await decide(admin, { revision, decision: "accept", unit: county?.id });
  const other = await offer(window2.token, file({ version: 3 }));
  await decide(admin, { revision: other.body.revision, decision: "refuse" });
  expect(await versions(window1.token)).toEqual([1]);
  expect((await offers(admin)).map(({ state }) => state)).toEqual(["refused", "active"]);
});

test("another county neither sees nor decides it, and of what came from above nothing of another subtree is told", async () => {
  const { window1, elsewhere, admin, foreign, offer, offers, decide, service, versions } =
    await aCounty();
  const { revision } = (await offer(window1.token)).body;
  expect(await offers(foreign)).toEqual([]);
  expect((await decide(foreign, { revision, decision: "accept" })).status).toBe(404);
  expect((await decide(admin, { revision, decision: "accept", unit: elsewhere.unit })).status).toBe(
    404,
  );
  expect((await decide(admin, { revision: 99, decision: "accept" })).body).toMatchObject({
    code: "unknown-portal-file",
  });

  const hall = await service.token("青屿区/临港分中心", "system-admin");
  const county = (
    await service.db.all<{ id: number }>("SELECT id FROM units WHERE name = '青屿区'")
  )[0];
  await decide(admin, { revision, decision: "accept", unit: county?.id });
  expect(await offers(hall)).toMatchObject([
    { state: "active", unit: { path: "青屿区" }, offeredBy: { id: "", name: "" } },
  ]);
  const device = await service.device("青屿区/临港分中心");
  await decide(hall, { revision, decision: "off", unit: device.unit });
  expect([await versions(device.token), await versions(window1.token)]).toEqual([[], [1]]);
  // what was switched off can be switched on again
  expect((await offers(hall)).map(({ state }) => state)).toEqual(["off"]);
});

test("an unchanged answer is told by its tag alone, and any decision changes the tag", async () => {
  const { service, window1, admin, offer, decide } = await aCounty();
  const get = (tag?: string) =>
    service.request("/v1/portal-files", {
      token: window1.token,
      ...(tag !== undefined && { headers: { "if-none-match": tag } }),
    });
  const tag = (await get()).headers.get("etag") ?? "";
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
  const same = await get(tag);
  expect([same.status, await same.text()]).toEqual([304, ""]);
  const { revision } = (await offer(window1.token)).body;
  expect((await get(tag)).status).toBe(304);
  await decide(admin, { revision, decision: "accept" });
  expect((await get(tag)).status).toBe(200);
});

test.each([
  ["a file of another form", { format: 2 }],
  ["an unknown concept", { views: [{ id: "x", columns: [{ index: 0, concept: "secret" }] }] }],
  ["a host that is none", { matches: [{ host: "http://x/" }] }],
  ["somebody's phone among the words", { views: [{ id: "x", headers: ["电话13800000001"] }] }],
])("%s is refused with its place and stores nothing", async (_, over) => {
  const { service, window1, offer } = await aCounty();
  const answer = await offer(window1.token, file(over));
  expect([answer.status, answer.body]).toMatchObject([422, { code: "invalid-request" }]);
  expect(JSON.stringify(answer.body)).not.toContain("13800000001");
  expect(await service.db.values("SELECT count(*) FROM portal_files")).toEqual([[0]]);
});

test("one window cannot bury the list under offers", async () => {
  const { window1, offer, service } = await aCounty();
  for (let n = 1; n <= 50; n++) await offer(window1.token, file({ version: n }));
  expect((await offer(window1.token, file({ version: 51 }))).status).toBe(429);
  expect(await service.db.values("SELECT count(*) FROM portal_files")).toEqual([[50]]);
});

test("what was offered and decided cannot be changed or removed, by whatever program", async () => {
  const { service, window1, admin, offer, decide } = await aCounty();
  const { revision } = (await offer(window1.token)).body;
  await decide(admin, { revision, decision: "accept" });
  for (const sql of [
    "UPDATE portal_files SET body = '{}'",
    "DELETE FROM portal_files",
    "UPDATE portal_decisions SET decision = 'off'",
    "DELETE FROM portal_decisions",
  ])
    await expect(service.db.write([{ sql }])).rejects.toThrow(/CONSTRAINT/);
});
