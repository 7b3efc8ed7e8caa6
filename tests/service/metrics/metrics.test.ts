import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { expect, test } from "vitest";
import { exposition } from "../../../service/metrics/exposition.ts";
import { meter } from "../../../service/metrics/meter.ts";
import { join } from "node:path";
import { findSqld, sqld } from "../sqld/sqld.ts";
import { type AService, aFolder, aKey, aLook, aService, aSight } from "../a-service.ts";

/** Name with labels → value; throws on a line that is not Prometheus' text format. */
function scraped(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const told = new Map<string, Set<string>>();
  for (const line of text.trimEnd().split("\n")) {
    const comment = /^# (HELP|TYPE) ([a-z_]+) \S.*$/.exec(line);
    const sample =
      /^([a-z_]+)((?:\{[a-z]+="[^"\n]*"(?:,[a-z]+="[^"\n]*")*\})?) (\d+(?:\.\d+)?(?:e-\d+)?)$/.exec(
        line,
      );
    if (comment) {
      const [, kind = "", name = ""] = comment;
      told.set(name, (told.get(name) ?? new Set()).add(kind));
    } else if (sample) {
      const [, name = "", labels = "", value] = sample;
      const base = told.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "");
      expect([name, told.get(base)?.size]).toEqual([name, 2]);
      expect(found.has(name + labels)).toBe(false);
      found.set(name + labels, Number(value));
    } else throw new Error(`no line of the format: ${line}`);
  }
  return found;
}

const asked = async (service: AService) => {
  const token = await service.token("青屿区", "system-admin");
  const response = await service.request("/metrics", { token });
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  return response.text();
};

test("the metrics count what was accepted, known and refused, and tell of queue, gaps, stale cases and size", async () => {
  const service = await aService({ program: "shixian@1.2.3" });
  const device = await service.device("青屿区");
  const records = [
    aLook(2),
    aSight(3, 1),
    aSight(4, 2, { status: { text: "已办结", kind: "finished" } }),
    aSight(5, 3, { item: "13800138000" }),
    { ...aSight(6, 4), bad: 1 },
  ];
  await device.send(records);
  await device.send(records.slice(0, 3));
  service.at("2026-12-20T10:00:00+08:00");
  expect(scraped(await asked(service)).get("shixian_batches_unfolded")).toBe(1);
  await service.app.cases.catchUp();
  const later = await aService({ db: service.db, program: "shixian@1.2.3" });
  later.at("2026-12-20T10:00:00+08:00");
  expect(scraped(await asked(later)).get("shixian_cases_stale")).toBe(1);

  const found = scraped(await asked(service));
  const value = (name: string) => [name, found.get(name)];
  for (const [name, n] of [
    ["shixian_batches_total", 2],
    ["shixian_records_accepted_total", 3],
    ["shixian_records_known_total", 3],
    ['shixian_records_refused_total{code="personal-data"}', 1],
    ['shixian_records_refused_total{code="invalid-record"}', 1],
    ['shixian_records_refused_total{code="seq-reused"}', 0],
    ["shixian_queue_records", 0],
    ["shixian_batches_unfolded", 0],
    ["shixian_cases", 2],
    ["shixian_devices", 1],
    ["shixian_devices_with_gaps", 1],
    ["shixian_devices_copied", 0],
    [
      'shixian_request_duration_seconds_count{method="POST",route="/v1/observations",status="200"}',
      2,
    ],
  ] as const)
    expect(value(name)).toEqual([name, n]);
  expect(found.get("shixian_database_bytes")).toBeGreaterThan(50_000);
  expect([...found.keys()].find((name) => name.startsWith("shixian_build_info"))).toContain(
    'program="shixian",version="1.2.3"',
  );
});

test("no case, device, unit or address that was asked for stands in the metrics, and strange ones make no series", async () => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1), aSight(2, 1, { department: "市监局" })]);
  const auditor = await service.token("青屿区");
  await service.request(`/v1/cases/${aKey(1)}`, { token: auditor });
  for (let i = 0; i < 50; i++) await service.request(`/v1/none-${i}?name=张三`);
  await service.request("/v1/cases", { method: "PROPFIND" });
  const text = await asked(service);
  for (const secret of [
    aKey(1),
    device.id,
    "青屿区",
    "市监局",
    "none-",
    "张三",
    "PROPFIND",
    "gov.cn",
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  expect(
    scraped(text).get(
      'shixian_request_duration_seconds_count{method="GET",route="other",status="404"}',
    ),
  ).toBe(50);
  expect(text).toContain('route="/v1/cases/:key"');
});

test("a scraper on this machine needs no token; what a proxy or a page passed on does", async () => {
  const service = await aService();
  const server = serve({ fetch: service.app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  try {
    await new Promise((listening) => server.once("listening", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
    const status = async (headers: Record<string, string>) =>
      (await fetch(url, { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ "x-forwarded-for": "10.1.2.3" })).toBe(401);
    expect(await status({ forwarded: "for=10.1.2.3" })).toBe(401);
    expect((await service.request("/metrics")).status).toBe(401);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
});

test("durations fall into cumulative buckets of seconds", async () => {
  const times = [0, 3, 100, 130, 1000, 41_000];
  const made = meter(() => times.shift() ?? 0);
  const { Hono } = await import("hono");
  const app = new Hono().use(made.timing).get("/a", (c) => c.text("a"));
  for (let i = 0; i < 3; i++) await app.request("/a");
  const [timed] = [...made.requests.values()];
  if (!timed) throw new Error("nothing was timed");
  const found = scraped(
    exposition([
      {
        name: "took_seconds",
        help: "x",
        type: "histogram",
        samples: [{ labels: {}, value: timed.took }],
      },
    ]),
  );
  expect(
    [0.005, 0.025, 0.05, 30, "+Inf"].map((le) => found.get(`took_seconds_bucket{le="${le}"}`)),
  ).toEqual([1, 1, 2, 2, 3]);
  expect(found.get("took_seconds_sum")).toBeCloseTo(40.033);
});

test("a label may hold quotes, backslashes and line ends", () => {
  expect(
    exposition([
      { name: "a", help: "b", type: "gauge", samples: [{ labels: { c: 'd"\\\ne' }, value: 1 }] },
    ]),
  ).toContain('a{c="d\\"\\\\\\ne"} 1');
});

const binary = findSqld();
test.skipIf(binary === undefined)(
  "on a libSQL server the metrics say the same (skipped: no sqld for this machine)",
  async () => {
    const server = await sqld(binary ?? "", join(aFolder(), "data.sqld"));
    try {
      const service = await aService({ url: server.url });
      const device = await service.device("青屿区");
      await device.send([aLook(1), aSight(2, 1)]);
      const found = scraped(await asked(service));
      expect(found.get("shixian_records_accepted_total")).toBe(2);
      expect(found.get("shixian_database_bytes")).toBeGreaterThan(50_000);
    } finally {
      await server.kill("SIGKILL");
    }
  },
  60_000,
);
