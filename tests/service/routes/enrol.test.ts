import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aService } from "../a-service.ts";

test("a code works once, typed in small letters with spaces and full-width digits too", async () => {
  const service = await aService();
  const code = await service.code("青屿区/政务服务中心");
  const typed = ` ${code
    .toLowerCase()
    .replaceAll("-", " ")
    .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))} `;
  const first = await service.request("/v1/enrol", { json: { code: typed, name: "3号窗口" } });
  expect(first.status).toBe(200);
  expect(await first.json()).toMatchObject({
    unit: { name: "政务服务中心", path: "青屿区/政务服务中心" },
    caseKeySecret: Buffer.alloc(32, 7).toString("base64"),
    service: { wireVersion: 1 },
  });
  const second = await service.request("/v1/enrol", { json: { code } });
  expect([second.status, await second.json()]).toMatchObject([403, { code: "bad-code" }]);
});

test("of two that spend one code at once, one is enrolled", async () => {
  const service = await aService();
  const code = await service.code("青屿区");
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => service.request("/v1/enrol", { json: { code } })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
});

test("a code dies after its hours", async () => {
  const service = await aService();
  const code = await service.code("青屿区");
  service.at("2026-11-21T10:00:01+08:00");
  expect((await service.request("/v1/enrol", { json: { code } })).status).toBe(403);
});

test("an extension may enrol, send and ask who it is from its own origin, without cookies", async () => {
  const service = await aService();
  for (const origin of [
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "moz-extension://0b1e9a3c-5d1e-4c6f-8a63-0a4c2f3f7f10",
  ])
    for (const path of calledByBrowsers()) {
      const preflight = await service.request(path, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
      expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    }
  const enrolled = await service.request("/v1/enrol", {
    json: { code: await service.code("青屿区") },
    headers: {
      origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
      "sec-fetch-site": "cross-site",
    },
  });
  expect(enrolled.status).toBe(200);
});

test.each([
  "http://portal.gov.cn",
  "null",
  "chrome-extension://x.evil.example/",
  "https://chrome-extension",
])("a page of %s gets no leave to read answers", async (origin) => {
  const service = await aService();
  const response = await service.request("/v1/observations", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST" },
  });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

/** Every address of the service that stands in the extension's code. */
function calledByBrowsers(): string[] {
  const folder = fileURLToPath(new URL("../../../extension", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const paths = files.flatMap(
    (name) => readFileSync(join(folder, name), "utf8").match(/\/v1\/[a-z-]+/g) ?? [],
  );
  const called = [...new Set(paths)];
  expect(called).toEqual(
    expect.arrayContaining(["/v1/enrol", "/v1/observations", "/v1/case-keys"]),
  );
  return called;
}

test("every answer, page and problem forbids frames, foreign code and guesses of its type, and nothing of the interface is kept by a browser", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  for (const [path, status] of [
    ["/v1/units", 200],
    ["/v1/units", 401],
    ["/v1/nowhere", 404],
    ["/", 503],
  ] as const) {
    const response = await service.request(path, status === 401 ? {} : { token });
    const header = (name: string): string => response.headers.get(name) ?? "";
    expect([path, response.status]).toEqual([path, status]);
    const policy = header("content-security-policy");
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy.split("; ")).toContain(part);
    expect([header("x-content-type-options"), header("referrer-policy")]).toEqual([
      "nosniff",
      "no-referrer",
    ]);
    if (path.startsWith("/v1/")) expect(header("cache-control")).toBe("no-store");
  }
});
