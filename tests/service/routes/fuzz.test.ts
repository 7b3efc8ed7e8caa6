import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "../../property.ts";
import { expect, test } from "vitest";
import { aKey, aLook, aService, aSight } from "../a-service.ts";
import { type Document, callsOf } from "./from-openapi.ts";

/** In the suite a short form; `SHIXIAN_FUZZ=100000 npm test -- fuzz` is the long one. */
const RUNS = Number(process.env.SHIXIAN_FUZZ ?? 3000);

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;
const heap = (): number => {
  gc();
  return process.memoryUsage().heapUsed;
};

test("malformed, oversized and hostile requests of every route are answered with a problem that names the place, never with a failure, and memory stays flat", async () => {
  const service = await aService();
  const device = await service.device("青屿区/政务服务中心");
  await device.send([
    aLook(1),
    ...Array.from({ length: 30 }, (_, i) =>
      aSight(i + 2, i, { department: "市监局", acceptedAt: "2026-11-02" }),
    ),
  ]);
  const document = (await (await service.request("/openapi.json")).json()) as Document;
  const tokens = [
    undefined,
    device.token,
    "",
    "shx_x",
    await service.token("青屿区"),
    await service.token("青屿区", "system-admin"),
  ];
  let seq = 1000;
  const record = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc
      .tuple(fc.constantFrom("look", "sight"), fc.nat(200), fc.jsonValue({ maxDepth: 2 }))
      .map(([kind, at, value]) => {
        const good: object =
          kind === "look" ? aLook(++seq) : aSight(++seq, 1, { item: "食品经营许可" });
        const names = Object.keys(good);
        return { ...good, [names[at % names.length] ?? "seq"]: value };
      }),
  );
  const calls = callsOf(document, {
    "post /v1/observations": fc.record({
      version: fc.constant(1),
      sentAt: fc.constant(service.now()),
      records: fc.array(record, { minLength: 1, maxLength: 20 }),
    }),
  });

  const statuses = new Map<number, number>();
  const run = async (runs: number, seed: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(calls, fc.constantFrom(...tokens), async (call, token) => {
        const address = call.query === "" ? call.path : `${call.path}?${call.query}`;
        const response = await service.request(address, {
          method: call.method,
          ...(call.body !== undefined && { body: call.body }),
          ...(token !== undefined && { token }),
          headers: { "content-type": call.type },
        });
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        const text = await response.text();
        expect(response.status, `${call.route} ${text.slice(0, 300)}`).toBeLessThan(500);
        if (response.status < 400) return;
        expect(response.headers.get("content-type"), call.route).toMatch(/problem\+json/);
        const problem = JSON.parse(text) as {
          title: string;
          titleEn: string;
          code: string;
          errors?: { pointer: string }[];
        };
        expect(problem.title).toMatch(/\p{Script=Han}/u);
        expect(problem.titleEn).not.toBe("");
        if (problem.code !== "invalid-request") return;
        expect(problem.errors, text).not.toEqual([]);
        for (const { pointer } of problem.errors ?? []) expect(pointer, text).toMatch(/^([?/]|$)/);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );

  await run(Math.ceil(RUNS / 4), 1);
  const early = heap();
  await run(Math.floor((RUNS * 3) / 4), 2);
  const grown = heap() - early;
  expect(grown, `${statuses.size} kinds of answer`).toBeLessThan(32 * 1024 * 1024);
  expect(service.lines.filter(({ level }) => level === "error")).toEqual([]);
  // what came before the noise is as it was
  const kept = await service.request(`/v1/cases/${aKey(1)}`, { token: tokens[4] ?? "" });
  expect(kept.status).toBe(200);
  // a generator that only makes refusals, or only successes, proves nothing
  for (const status of [200, 401, 403, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(0);
}, 3_600_000);
