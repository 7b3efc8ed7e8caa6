import { expect, test } from "vitest";
import { aService } from "../a-service.ts";

const cookieOf = (response: Response): string =>
  response.headers.get("set-cookie")?.split(";")[0] ?? "";

test("a token is exchanged once for a cookie that scripts cannot read and other sites cannot send", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const response = await service.request("/v1/session", { json: { token } });
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toMatch(/HttpOnly/);
  expect(response.headers.get("set-cookie")).toMatch(/SameSite=Strict/);
  const cookie = cookieOf(response);
  const me = await service.request("/v1/me", { headers: { cookie } });
  expect(await me.json()).toMatchObject({ role: "auditor", unit: { path: "青屿区" } });
});

test("neither token nor cookie can be found in the database", async () => {
  const service = await aService();
  const token = await service.token("青屿区");
  const device = await service.device("青屿区");
  const cookie =
    cookieOf(await service.request("/v1/session", { json: { token } })).split("=")[1] ?? "none";
  const everything = JSON.stringify(
    await Promise.all(
      ["tokens", "devices", "sessions", "enrolments"].map((each) =>
        service.db.all(`SELECT * FROM ${each}`),
      ),
    ),
  );
  for (const secret of [
    token.split("_").slice(2).join("_"),
    device.token.split("_").slice(2).join("_"),
    cookie,
  ])
    expect(everything).not.toContain(secret);
});

test("signing out ends it on the service too", async () => {
  const service = await aService();
  const cookie = cookieOf(
    await service.request("/v1/session", { json: { token: await service.token("青屿区") } }),
  );
  await service.request("/v1/session", { method: "DELETE", headers: { cookie } });
  expect((await service.request("/v1/me", { headers: { cookie } })).status).toBe(401);
});

test("a session ends after eight hours, however busy, and after half an hour in which nothing was asked", async () => {
  const service = await aService();
  const enter = async () =>
    cookieOf(
      await service.request("/v1/session", { json: { token: await service.token("青屿区") } }),
    );
  const status = async (cookie: string) =>
    (await service.request("/v1/me", { headers: { cookie } })).status;
  const begun = service.now();
  const later = (minutes: number): void =>
    service.at(new Date(begun + minutes * 60_000).toISOString());
  const [busy, idle] = [await enter(), await enter()];
  for (let minutes = 25; minutes < 480; minutes += 25) {
    later(minutes);
    expect([minutes, await status(busy)]).toEqual([minutes, 200]);
    if (minutes === 50) expect(await status(idle)).toBe(401);
  }
  later(481);
  expect(await status(busy)).toBe(401);
});

test("a device's token opens no session", async () => {
  const service = await aService();
  const { token } = await service.device("青屿区");
  expect((await service.request("/v1/session", { json: { token } })).status).toBe(403);
});

test.each([
  [{ "sec-fetch-site": "cross-site" }, 403],
  [{ "sec-fetch-site": "same-site" }, 403],
  [{ origin: "http://portal.gov.cn" }, 403],
  [{ "sec-fetch-site": "same-origin", origin: "http://localhost" }, 200],
  [{}, 200],
])("a write with a cookie from %j gets %i", async (headers, status) => {
  const service = await aService();
  const token = await service.token("青屿区", "system-admin");
  const cookie = cookieOf(await service.request("/v1/session", { json: { token } }));
  const response = await service.request("/v1/enrolments", {
    json: { unit: 1 },
    headers: { cookie, host: "localhost", ...headers },
  });
  expect(response.status).toBe(status);
});

test("a form cannot be posted", async () => {
  const service = await aService();
  const response = await service.request("/v1/session", {
    method: "POST",
    body: "token=x",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(response.status).toBe(415);
});
