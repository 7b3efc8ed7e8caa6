import { beforeEach, expect, test } from "vitest";
import type { ReportDocument } from "../../../service/routes/shapes/report.ts";
import { type AService, aLook, aService, aSight } from "../a-service.ts";

let service: AService;
let token: string;
beforeEach(async () => {
  service = await aService();
  const device = await service.device("青屿区");
  const accepted = ["2025-10-20", "2026-09-03", "2026-10-02", "2026-10-09", "2026-10-31"];
  await device.send([
    aLook(1),
    ...accepted.map((acceptedAt, i) =>
      aSight(i + 2, i + 2, { department: i === 1 ? "旧局" : "新局", acceptedAt }),
    ),
  ]);
  token = await service.token("青屿区");
});

const ask = (query: string): Promise<Response> =>
  service.request(`/v1/reports/delays-by-department?${query}`, { token });
const said = async (query: string): Promise<ReportDocument> =>
  (await (await ask(query)).json()) as ReportDocument;

test.each([
  ["2026-10", "from=2026-10-01&to=2026-10-31", 3],
  ["2026-10-X1", "from=2026-10-01&to=2026-10-10", 2],
  ["2026-Q3", "from=2026-07-01&to=2026-09-30", 1],
  ["2026", "from=2026-01-01&to=2026-12-31", 4],
])("period=%s asks for the same as %s", async (period, spelt, n) => {
  const [named, days] = [await said(`period=${period}`), await said(spelt)];
  expect(named).toEqual({ ...days, generatedAt: named.generatedAt });
  expect(named.n).toBe(n);
});

test("compared with the window before, each figure has that of then and the difference, and opens both lists", async () => {
  const report = await said("period=2026-10&compare=previous");
  expect(report.compared).toMatchObject({
    with: "previous",
    from: "2026-09-01",
    to: "2026-09-30",
    n: 1,
  });
  const [now, gone] = report.rows;
  expect(now?.cells).toMatchObject({ department: "新局", total: 3, "total.before": null });
  expect(now?.empty["total.change"]).toBe("两期中有一期没有数字，不能相减。");
  expect(gone?.cells).toMatchObject({ department: "旧局", total: null, "total.before": 1 });
  expect(report.total?.cells).toMatchObject({ total: 3, "total.before": 1, "total.change": 2 });
  const list = await service.request(`/v1/cases?${report.total?.open["total.before"]}`, { token });
  expect(await list.json()).toMatchObject({ total: 1 });
  const column = report.columns.find(({ key }) => key === "total.before");
  expect(column?.definition).toContain("2026-09-01 – 2026-09-30（涉及办件 1 件）");
});

test("the same window last year is the other comparison, and nobody having looked then is told", async () => {
  const report = await said("from=2026-10-01&to=2026-10-31&compare=last-year");
  expect(report.compared).toMatchObject({ from: "2025-10-01", to: "2025-10-31", n: 1, looks: 0 });
  expect(report.notes).toContain("对比期内没有终端查看过门户，增减不能说明情况变化。");
  const csv = await (await ask("period=2026-10&compare=last-year&format=csv")).text();
  expect(csv).toMatch(/办件总数,办件总数（对比期）,办件总数（增减）/);
});

test.each(["period=2026-13", "period=2026-10&from=2026-01-01", "compare=previous", "compare=soon"])(
  "%s is refused with its place",
  async (query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors[0]?.pointer).toBe(query.startsWith("compare") ? "?/compare" : "?/period");
  },
);
