import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../../service/routes/routes.ts";
import { type ADevice, type AService, aKey, aLook, aService, aSight } from "../a-service.ts";

const ROLES = ["stranger", "device", "auditor", "system-admin", "expired", "revoked"] as const;
type Asking = (typeof ROLES)[number];

/** The written matrix: what each who-asks gets. 2xx and 4xx other than 401 and 403 count as let in. */
const MATRIX: Record<string, Record<Asking, "in" | 401 | 403>> = {
  "post /v1/enrol": {
    stranger: "in",
    device: "in",
    auditor: "in",
    "system-admin": "in",
    expired: "in",
    revoked: "in",
  },
  "post /v1/observations": only("device"),
  "get /v1/me": only("device", "auditor", "system-admin"),
  "get /v1/units": only("auditor", "system-admin"),
  "get /v1/reports": only("auditor"),
  "get /v1/reports/:id": only("auditor"),
  "get /v1/cases": only("auditor"),
  "get /v1/cases/:key": only("auditor"),
  "get /v1/calendar": only("device", "auditor", "system-admin"),
  "get /v1/calendar/changes": only("auditor"),
  "post /v1/imports/plan": only("auditor", "system-admin"),
  "post /v1/imports": only("auditor", "system-admin"),
  "get /v1/portals": only("auditor", "system-admin"),
  "get /v1/rules": only("auditor", "system-admin"),
  "post /v1/rules/check": only("system-admin"),
  "post /v1/rules/files": only("system-admin"),
  "post /v1/rules/choices": only("system-admin"),
  "get /v1/portal-files": only("device", "auditor", "system-admin"),
  "post /v1/portal-files": only("device", "system-admin"),
  "get /v1/portal-files/offers": only("auditor", "system-admin"),
  "post /v1/portal-files/decisions": only("system-admin"),
  "post /v1/enrolments": only("system-admin"),
  "get /v1/devices": only("system-admin"),
  "get /metrics": only("system-admin"),
  "post /v1/session": {
    stranger: "in",
    device: "in",
    auditor: "in",
    "system-admin": "in",
    expired: "in",
    revoked: "in",
  },
  "delete /v1/session": {
    stranger: "in",
    device: "in",
    auditor: "in",
    "system-admin": "in",
    expired: "in",
    revoked: "in",
  },
  "get /healthz": {
    stranger: "in",
    device: "in",
    auditor: "in",
    "system-admin": "in",
    expired: "in",
    revoked: "in",
  },
  "get /readyz": {
    stranger: "in",
    device: "in",
    auditor: "in",
    "system-admin": "in",
    expired: "in",
    revoked: "in",
  },
};

function only(...allowed: Asking[]): Record<Asking, "in" | 401 | 403> {
  const answers = ROLES.map((role) => {
    if (allowed.includes(role)) return [role, "in"];
    return [role, ["stranger", "expired", "revoked"].includes(role) ? 401 : 403];
  });
  return Object.fromEntries(answers) as Record<Asking, "in" | 401 | 403>;
}

test("every route is in the matrix, and nothing else is", () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    Object.keys(MATRIX).sort(),
  );
});

test("the matrix says the same as the routes state", () => {
  for (const { method, path, callers } of routes)
    for (const role of ["device", "auditor", "system-admin"] as const)
      expect([path, role, MATRIX[`${method} ${path}`]?.[role] === "in"]).toEqual([
        path,
        role,
        callers === "anyone" || callers.includes(role),
      ]);
});

describe("each route answers each caller as written", () => {
  let service: AService;
  let tokens: Record<Asking, string | undefined>;
  beforeAll(async () => {
    service = await aService();
    const device = await service.device("青屿区");
    const gone = await service.device("青屿区");
    await service.db.write([
      { sql: "UPDATE devices SET revoked_at = 1 WHERE public_id = ?", args: [gone.id] },
    ]);
    tokens = {
      stranger: undefined,
      device: device.token,
      auditor: await service.token("青屿区"),
      "system-admin": await service.token("青屿区", "system-admin"),
      expired: await service.token("青屿区", "auditor", service.now() - 1),
      revoked: gone.token,
    };
  });

  test("all of them, in one world", async () => {
    const answers: Record<string, Record<string, unknown>> = {};
    for (const { method, path } of routes)
      for (const role of ROLES) {
        const token = tokens[role];
        const response = await service.request(
          path.replace(":id", "delays-by-department").replace(":key", aKey(1)),
          {
            method: method.toUpperCase(),
            ...(method === "post" && { json: {} }),
            ...(token !== undefined && { token }),
          },
        );
        const refused =
          [401, 403].includes(response.status) && path !== "/v1/session" && path !== "/v1/enrol";
        (answers[`${method} ${path}`] ??= {})[role] = refused ? response.status : "in";
      }
    expect(answers).toEqual(MATRIX);
  });
});

describe("a subtree is all that its auditor sees", () => {
  async function twoCounties(): Promise<{
    service: AService;
    east: ADevice;
    west: ADevice;
    auditor: string;
  }> {
    const service = await aService();
    const east = await service.device("省/东县/政务大厅");
    const west = await service.device("省/西县/政务大厅");
    await east.send([
      aLook(1),
      aSight(2, 1, { department: "东局" }),
      aSight(3, 3, { department: "两边都见" }),
    ]);
    await west.send([
      aLook(1),
      aSight(2, 2, { department: "西局" }),
      aSight(3, 3, { department: "两边都见" }),
    ]);
    return { service, east, west, auditor: await service.token("省/东县") };
  }
  const json = async (response: Promise<Response>) =>
    (await response).json() as Promise<Record<string, never>>;

  test("in lists, reports, cases and units", async () => {
    const { service, auditor, west } = await twoCounties();
    const seen = [
      await json(service.request("/v1/cases", { token: auditor })),
      await json(service.request("/v1/reports/delays-by-department", { token: auditor })),
      await json(service.request("/v1/units", { token: auditor })),
      await json(service.request(`/v1/cases/${aKey(3)}`, { token: auditor })),
    ];
    const text = JSON.stringify(seen);
    expect(text).toContain("东局");
    for (const foreign of ["西局", "西县", west.id]) expect(text).not.toContain(foreign);
    expect(seen[0]).toMatchObject({ total: 2 });
    expect((await service.request(`/v1/cases/${aKey(2)}`, { token: auditor })).status).toBe(404);
  });

  test("asking for another unit by name or number is told that there is none", async () => {
    const { service, auditor, west } = await twoCounties();
    for (const unit of ["省/西县", "省", String(west.unit), "没有"])
      for (const path of ["/v1/cases", "/v1/reports/open-cases-by-age"]) {
        const response = await service.request(`${path}?unit=${encodeURIComponent(unit)}`, {
          token: auditor,
        });
        expect([unit, response.status]).toEqual([unit, 404]);
        expect(await response.json()).toMatchObject({ code: "unknown-unit" });
      }
  });

  test("an administrator makes codes for the own subtree only", async () => {
    const { service, west, east } = await twoCounties();
    const admin = await service.token("省/东县", "system-admin");
    const ask = (unit: number) =>
      service.request("/v1/enrolments", { token: admin, json: { unit } });
    expect((await ask(west.unit)).status).toBe(404);
    const made = await ask(east.unit);
    expect(made.status).toBe(200);
    const { code } = (await made.json()) as { code: string };
    expect((await service.request("/v1/enrol", { json: { code } })).status).toBe(200);
  });

  test("the province sees a case of two counties once", async () => {
    const { service } = await twoCounties();
    const province = await service.token("省");
    expect(await json(service.request("/v1/cases", { token: province }))).toMatchObject({
      total: 3,
    });
  });
});
