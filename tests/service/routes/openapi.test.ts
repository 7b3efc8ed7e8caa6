import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { routes } from "../../../service/routes/routes.ts";
import { type AService, aKey, aLook, aService, aSight } from "../a-service.ts";

interface Media {
  schema?: object;
}
interface Operation {
  responses: Record<string, { content?: Record<string, Media> }>;
  parameters?: { name: string; in: string }[];
  security?: unknown[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const documentOf = async (service: AService): Promise<Document> =>
  (await (await service.request("/openapi.json")).json()) as Document;

/** Throws unless the answer has the form that the document promises for its status and type. */
async function asPromised(
  document: Document,
  method: string,
  path: string,
  response: Response,
): Promise<unknown> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const operation = document.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method];
  const schema = operation?.responses[String(response.status)]?.content?.[type]?.schema;
  expect(schema, `${method} ${path} ${response.status} ${type}`).toBeDefined();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "openapi");
  const text = JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components');
  const validate = ajv.compile(JSON.parse(text) as object);
  const body: unknown = await response.json();
  expect([path, validate(body), validate.errors]).toEqual([path, true, null]);
  return body;
}

test("every route is in the document, with its answer and its problems", async () => {
  const document = await documentOf(await aService());
  expect(document.openapi).toMatch(/^3\.1/);
  for (const { method, path, callers } of routes) {
    const operation = document.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method];
    const types: Record<string, string> = {
      "/metrics": "text/plain",
      "/v1/sso/start": "text/html",
      "/v1/sso/callback": "text/html",
      "/v1/imports": "application/x-ndjson",
    };
    const type = types[path] ?? "application/json";
    expect(operation?.responses["200"]?.content?.[type]?.schema, path).toBeDefined();
    expect(
      operation?.responses["500"]?.content?.["application/problem+json"]?.schema,
      path,
    ).toBeDefined();
    expect(operation?.security !== undefined, path).toBe(callers !== "anyone");
  }
  expect(document.paths["/v1/cases"]?.get?.parameters?.map(({ name }) => name)).toContain("bucket");
});

test("every answer has the form that the document promises", async () => {
  const service = await aService();
  const document = await documentOf(service);
  const device = await service.device("青屿区/政务服务中心");
  const auditor = await service.token("青屿区");
  const admin = await service.token("青屿区", "system-admin");
  const promised = async (method: string, path: string, response: Response) =>
    asPromised(document, method, path, response);

  await promised(
    "post",
    "/v1/observations",
    await device.send([
      aLook(1, { unreadable: [{ field: "due", why: "ambiguous-date" }] }),
      aSight(2, 1, {
        item: "食品经营许可",
        itemCode: "1",
        department: "市监局",
        acceptedAt: "2026-11-02T09:30",
        promisedLimit: { amount: 5, unit: "workday" },
        due: "2026-11-09",
        remaining: { amount: -2, unit: "workday" },
        overdueFlag: true,
        pauses: [
          {
            from: "2026-11-03",
            to: "2026-11-04",
            ground: "hearing",
            approved: { amount: 1, unit: "workday" },
          },
        ],
        steps: [
          { name: "受理", enteredAt: "2026-11-02T09:30", leftAt: "2026-11-03", department: "窗口" },
          { name: "审查", enteredAt: "2026-11-03" },
        ],
      }),
      aSight(
        3,
        1,
        { acceptedAt: "2026-11-01" },
        { at: service.now() + 1000, lastAt: service.now() + 1000 },
      ),
      aSight(4, 2, {}, { look: 99 }),
      { ...aSight(5, 2), bad: 1 },
    ]),
  );
  service.at("2026-11-20T11:00:00+08:00");
  await promised(
    "post",
    "/v1/enrol",
    await service.request("/v1/enrol", { json: { code: await service.code("青屿区") } }),
  );
  await promised(
    "post",
    "/v1/session",
    await service.request("/v1/session", { json: { token: auditor } }),
  );
  await promised(
    "delete",
    "/v1/session",
    await service.request("/v1/session", { method: "DELETE" }),
  );
  await promised(
    "post",
    "/v1/enrolments",
    await service.request("/v1/enrolments", { token: admin, json: { unit: 1 } }),
  );
  await promised("get", "/v1/devices", await service.request("/v1/devices", { token: admin }));
  for (const path of ["/healthz", "/readyz"])
    await promised("get", path, await service.request(path));
  for (const path of ["/v1/me", "/v1/units", "/v1/reports", "/v1/cases"])
    await promised("get", path, await service.request(path, { token: auditor }));
  for (const [path, query] of [
    ["delays-by-department", "?from=2026-11-01&to=2026-11-30"],
    ["time-per-step", ""],
    ["open-cases-by-age", "?lang=en&department=没有"],
  ])
    await promised(
      "get",
      "/v1/reports/:id",
      await service.request(`/v1/reports/${path}${query}`, { token: auditor }),
    );
  const detail = await promised(
    "get",
    "/v1/cases/:key",
    await service.request(`/v1/cases/${aKey(1)}`, { token: auditor }),
  );
  expect(detail).toMatchObject({
    timeline: {
      contradictions: [{ field: "acceptedAt" }],
      steps: [{ name: "受理" }, { name: "审查" }],
    },
    // which browser it was is told of a raised case only
    sightings: [{ device: "#1" }, { facts: { acceptedAt: "2026-11-01" } }],
  });
  for (const [method, path, response] of [
    ["get", "/v1/cases", await service.request("/v1/cases")],
    ["get", "/v1/cases", await service.request("/v1/cases", { token: device.token })],
    ["get", "/v1/cases", await service.request("/v1/cases?from=2026-02-30", { token: auditor })],
    ["get", "/v1/reports/:id", await service.request("/v1/reports/none", { token: auditor })],
    [
      "get",
      "/v1/reports/:id",
      await service.request("/v1/reports/time-per-step?rank=yes", { token: auditor }),
    ],
    [
      "get",
      "/v1/reports/:id",
      await service.request("/v1/reports/time-per-step", {
        token: auditor,
        headers: { accept: "image/png" },
      }),
    ],
    ["post", "/v1/enrol", await service.request("/v1/enrol", { json: {} })],
    ["post", "/v1/enrol", await service.request("/v1/enrol", { method: "POST", body: "x" })],
  ] as const)
    await promised(method, path, response);
});
