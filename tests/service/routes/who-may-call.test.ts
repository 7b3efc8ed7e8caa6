import { describe, expect, test } from "vitest";
import { routes } from "../../../service/routes/routes.ts";
import { type APerson, aPerson } from "../a-person.ts";
import { type ADevice, type AService, aKey, aLook, aService, aSight } from "../a-service.ts";
import { ASKING, type Headers, PERSON, STRANGERS, everybody } from "./everybody.ts";
import { EARLY, ELSEWHERE, MATRIX } from "./matrix.ts";

/** `in`, or why not: what a route itself answers, of whatever kind, counts as let in. */
async function outcome(response: Response): Promise<string> {
  if (![401, 403].includes(response.status)) return "in";
  const { code } = (await response.json()) as { code: string };
  return ["sign-in", "forbidden", "second-factor-owed"].includes(code)
    ? `${response.status} ${code}`
    : "in";
}

const ask = (service: AService, name: string, headers: Headers): Promise<Response> => {
  const [method = "", path = ""] = name.split(" ");
  return service.request(
    path
      .replace("/reports/:id", "/reports/delays-by-department")
      .replace(":id", "x")
      .replace(":key", aKey(1)),
    { method: method.toUpperCase(), headers, ...(method === "post" && { json: {} }) },
  );
};

const NAMES = routes.map(({ method, path }) => `${method} ${path}`);

test("every route of the OpenAPI document is in the matrix, and nothing else is", async () => {
  const document = (await (await (await aService()).request("/openapi.json")).json()) as {
    paths: Record<string, object>;
  };
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
  );
  expect(NAMES.toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  expect(documented.toSorted()).toEqual(Object.keys(MATRIX).toSorted());
});

test("each route lets in whom the matrix says, and answers everybody else 401 or 403", async () => {
  const service = await aService();
  const callers = await everybody(service, "青屿区");
  // signing out ends the session that asks
  const last = "delete /v1/session";
  for (const name of [...NAMES.filter((each) => each !== last), last]) {
    const allowed = MATRIX[name]?.split(" ") ?? [];
    const anyone = allowed.includes("anyone");
    const seen: Record<string, string> = {};
    const written: Record<string, string> = {};
    for (const caller of [...STRANGERS, ...ASKING]) {
      seen[caller] = await outcome(await ask(service, name, callers[caller] ?? {}));
      written[caller] =
        anyone || allowed.includes(caller)
          ? "in"
          : STRANGERS.some((each) => each === caller)
            ? "401 sign-in"
            : "403 forbidden";
    }
    expect([name, seen]).toEqual([name, written]);
  }
});

test("whoever owes the second factor gets to setting it up and nowhere else", async () => {
  const service = await aService();
  await service.db.write([
    { sql: `INSERT INTO settings VALUES('secondFactor', '"everybody"')`, args: [] },
  ]);
  const { cookie } = await aPerson(service, "auditor", "青屿区");
  const through: string[] = [];
  for (const name of NAMES) {
    const allowed = MATRIX[name]?.split(" ") ?? [];
    if (!allowed.includes("A")) continue;
    if ((await outcome(await ask(service, name, { cookie }))) === "in") through.push(name);
  }
  expect(through.toSorted()).toEqual(EARLY.toSorted());
});

describe("another subtree is not there", () => {
  test("every route with something of a unit in its address is among those tried", () => {
    const addressed = NAMES.filter((name) => name.includes("/:"));
    expect(addressed.filter((name) => !(name in ELSEWHERE))).toEqual([]);
  });

  test("whatever the route: asked of by its number, key or name, it is said not to exist", async () => {
    const service = await aService();
    const west = await service.device("省/西县");
    await west.send([aLook(1), aSight(2, 2, { department: "西局" })]);
    const user = await aPerson(service, "observer", "省/西县");
    await service.token("省/西县");
    const [session] = await service.db.values("SELECT public_id FROM sessions WHERE user = ?", [
      user.id,
    ]);
    const [token] = await service.db.values("SELECT public_id FROM tokens");
    const { id: job } = await service.app.deps.recounts.begin(1, west.unit);
    const of: Record<string, string> = {
      "{job}": String(job),
      "{unit}": String(west.unit),
      "{user}": user.publicId,
      "{token}": String(token?.[0]),
      "{session}": String(session?.[0]),
      "{device}": west.id,
      "{key}": aKey(2),
    };
    const filled = (text: string): string => text.replace(/\{\w+\}/g, (hole) => of[hole] ?? hole);
    const letters = new Set(Object.values(ELSEWHERE).map(({ as }) => as));
    const people = new Map<string, APerson>();
    for (const letter of letters)
      people.set(letter, await aPerson(service, PERSON[letter] ?? "observer", "省/东县"));
    for (const [name, { as, path, json, code }] of Object.entries(ELSEWHERE)) {
      const [method = "", address = ""] = name.split(" ");
      const body =
        json &&
        Object.fromEntries(
          Object.entries(json).map(([key, value]) => [key, value === "{unit}" ? west.unit : value]),
        );
      const response = await people.get(as)?.request(filled(path ?? address), {
        method: method.toUpperCase(),
        ...(method === "post" && { json: body ?? {} }),
      });
      expect([name, response?.status, await response?.json()]).toMatchObject([name, 404, { code }]);
    }
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
