import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { expect, test } from "vitest";
import type { Instant } from "#shared/time/instant.ts";
import { momentOf } from "#shared/time/moment.ts";
import { NOW, aFolder, aLook, aService, aSight } from "../a-service.ts";

const UNIT = "青屿市/政务服务中心";

async function aFilledService() {
  const service = await aService();
  const device = await service.device(UNIT);
  const facts = (n: number) => ({
    department: n % 2 === 0 ? "市监局" : "住建局",
    acceptedAt: momentOf((NOW - (n % 3) * 86_400_000) as Instant, undefined, "day"),
    promisedLimit: { amount: 5, unit: "workday" } as const,
  });
  const sights = Array.from({ length: 9 }, (_, n) => aSight(2 + n, n, facts(n)));
  await device.send([aLook(1), ...sights]);
  const token = await service.token("青屿市");
  return { ...service, send: device.send, token };
}

const REPORT = "/v1/reports/delays-by-department";

test("an answer that says the same is not sent again; one that says something else is, with another tag", async () => {
  const { request, token, at, send } = await aFilledService();
  const ask = (path: string, known?: string) =>
    request(path, { token, ...(known !== undefined && { headers: { "if-none-match": known } }) });
  const first = await ask(REPORT);
  const tag = first.headers.get("etag") ?? "";
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const same = await ask(REPORT, `"other", ${tag}`);
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);
  // an hour later nothing else is to be said
  at(new Date(NOW + 3_600_000).toISOString());
  expect((await ask(REPORT, tag)).status).toBe(304);
  // what is asked otherwise is another answer
  for (const path of [`${REPORT}?lang=en`, `${REPORT}?format=csv`, `${REPORT}?department=住建局`])
    expect((await ask(path, tag)).status).toBe(200);
  // a case passes its limit
  at(new Date(NOW + 30 * 86_400_000).toISOString());
  const later = await ask(REPORT, tag);
  expect(later.status).toBe(200);
  // something new is known
  const known = later.headers.get("etag") ?? "";
  await send([aLook(20), aSight(21, 40, {}, { look: 20 })]);
  expect((await ask(REPORT, known)).status).toBe(200);
  const list = await ask("/v1/cases");
  expect((await ask("/v1/cases", list.headers.get("etag") ?? "")).status).toBe(304);
});

test.each(["json", "csv", "xlsx", "parquet"])(
  "the same question of the same data is the same %s, byte for byte, from another process too",
  async (format) => {
    const { request, token, url } = await aFilledService();
    const path = `${REPORT}?asOf=${encodeURIComponent(new Date(NOW).toISOString())}&format=${format}`;
    const first = await request(path, { token });
    const bytes = Buffer.from(await first.arrayBuffer());
    await new Promise((later) => setTimeout(later, 2100));
    const other = await aService({ url });
    const again = Buffer.from(await (await other.request(path, { token })).arrayBuffer());
    expect(again.equals(bytes)).toBe(true);
    expect(bytes.length).toBeGreaterThan(200);
  },
);

test("every page of the list follows the one before, and together they are the figure", async () => {
  const { request, token } = await aFilledService();
  const keys: string[] = [];
  for (let page = 1; page <= 3; page++) {
    const answer = await request(`/v1/cases?pageSize=4&page=${page}`, { token });
    const body = (await answer.json()) as {
      total: number;
      pages: number;
      cases: { key: string }[];
    };
    expect([body.total, body.pages]).toEqual([9, 3]);
    keys.push(...body.cases.map(({ key }) => key));
  }
  expect(new Set(keys).size).toBe(9);
});

/** The two examples of the README, as they stand there. */
const readme = readFileSync(new URL("../../../service/README.md", import.meta.url), "utf8");
const example = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n# 取报表 · pull a report\\n([\\s\\S]*?)\`\`\``).exec(
    readme,
  )?.[1] ?? "";

test.each([
  ["sh", "sh"],
  ["python", "python3"],
])(
  "the README's client in %s pulls a report and asks only once for what has not changed",
  async (language, program) => {
    const { app, token } = await aFilledService();
    const script = example(language);
    expect(script.split("\n").length).toBeLessThanOrEqual(16);
    const folder = aFolder();
    writeFileSync(join(folder, "client"), script);
    const server = serve({ fetch: app.fetch, port: 0 });
    try {
      await new Promise((ready) => server.once("listening", ready));
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const env = { ...process.env, SHIXIAN: `http://127.0.0.1:${port}`, TOKEN: token };
      const run = async (): Promise<string> =>
        (await promisify(execFile)(program, [join(folder, "client")], { cwd: folder, env })).stdout;
      expect(await run()).toContain("市监局");
      expect(await run()).toMatch(/没有变化/);
    } finally {
      server.close();
    }
  },
);
