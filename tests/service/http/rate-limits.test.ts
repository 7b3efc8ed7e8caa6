import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { RATES, rateLimits } from "../../../service/http/rate-limits.ts";
import { aLook, aService } from "../a-service.ts";

const SMALL = {
  device: { burst: 3, perSecond: 1 },
  caller: { burst: 3, perSecond: 1 },
  stranger: { burst: 2, perSecond: 0.5 },
};

/** The same app behind a real port: only a request with an address is counted. */
async function listening() {
  const service = await aService({ limits: rateLimits(SMALL) });
  const server = serve({ fetch: service.app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, init);
  return { service, ask, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("a bucket is emptied by a burst, fills again with time, and one who floods costs nobody else", () => {
  const limits = rateLimits(SMALL);
  expect([1, 2, 3, 4].map(() => limits.take("device", "a", 1000))).toEqual([0, 0, 0, 1]);
  expect(limits.take("device", "b", 1000)).toBe(0);
  expect(limits.take("device", "a", 2000)).toBe(0);
  expect(limits.take("device", "a", 2000)).toBe(1);
  expect([1, 2, 3].map(() => limits.take("stranger", "x", 0))).toEqual([0, 0, 2]);
  // a clock that is set back neither empties nor fills
  expect(limits.take("device", "b", 0)).toBe(0);
});

test("an office's morning and a month's backlog stay within the limits", () => {
  const limits = rateLimits();
  for (let window = 0; window < 200; window++) expect(limits.take("stranger", "nat", 0)).toBe(0);
  for (let batch = 0; batch < 10_000; batch++) expect(limits.take("device", "d", batch)).toBe(0);
  expect(RATES.device.burst).toBeGreaterThan(10_000);
});

test("a device that floods is told when to come again, and loses nothing", async () => {
  const { service, ask, close } = await listening();
  const device = await service.device("青屿区");
  const send = (seq: number) =>
    ask("/v1/observations", {
      method: "POST",
      headers: { authorization: `Bearer ${device.token}`, "content-type": "application/json" },
      body: JSON.stringify({ version: 1, sentAt: service.now(), records: [aLook(seq)] }),
    });
  const answers = [];
  for (const seq of [1, 2, 3, 4]) answers.push(await send(seq));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers[3]?.headers.get("retry-after")).toBe("1");
  expect(await answers[3]?.json()).toMatchObject({ code: "too-many-requests" });
  service.at(new Date(service.now() + 1000).toISOString());
  expect((await send(4)).status).toBe(200);
  await close();
});

test("guessing tokens and codes from one address ends soon, and who is known there goes on", async () => {
  const { service, ask, close } = await listening();
  const auditor = await service.token("青屿区");
  const guess = () => ask("/v1/reports", { headers: { authorization: "Bearer aud_x" } });
  expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([
    401, 401, 429,
  ]);
  const enrol = await ask("/v1/enrol", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: "ABCDE-FGHJK" }),
  });
  expect(enrol.status).toBe(429);
  const known = await ask("/v1/reports", { headers: { authorization: `Bearer ${auditor}` } });
  expect(known.status).toBe(200);
  await close();
});
