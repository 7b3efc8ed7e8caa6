import { beforeEach, expect, test } from "vitest";
import type { ReportDocument } from "../../../service/routes/shapes/report.ts";
import { type AService, type ADevice, aLook, aService, aSight } from "../a-service.ts";

let service: AService;
let device: ADevice;
let token: string;
const ITEMS = ["许可甲", "许可乙", "许可丙", "许可丁", "许可戊"];

beforeEach(async () => {
  service = await aService();
  device = await service.device("青屿区");
  // the first item has one case, the fifth has five
  const cases = ITEMS.flatMap((item, i) => Array.from({ length: i + 1 }, () => item));
  await device.send([aLook(1), ...cases.map((item, i) => aSight(i + 2, i + 2, { item }))]);
  token = await service.token("青屿区");
});

const ask = (query: string, id = "delays-by-item"): Promise<Response> =>
  service.request(`/v1/reports/${id}?${query}`, { token });
const said = async (query: string): Promise<ReportDocument> => {
  const answer = await ask(query);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ReportDocument;
};

test("without a limit all rows are one page; with one, pages follow each other without a gap and without an overlap", async () => {
  const whole = await said("");
  expect(whole.page).toBeNull();
  expect(whole.rows).toHaveLength(5);
  const pages: ReportDocument[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: ReportDocument = await said(`limit=2&cursor=${cursor}`);
    pages.push(page);
    cursor = page.page?.next ?? null;
  }
  expect(pages.map(({ page }) => [page?.first, page?.of])).toEqual([
    [1, 5],
    [3, 5],
    [5, 5],
  ]);
  expect(pages.flatMap(({ rows }) => rows.map(({ key, cells }) => [key, cells]))).toEqual(
    whole.rows.map(({ key, cells }) => [key, cells]),
  );
  // the whole, its definition and its coverage stand on every page
  expect(pages.map(({ total }) => total?.cells)).toEqual(pages.map(() => whole.total?.cells));
});

const news = (at: number) => [
  { ...aLook(100), at, lastAt: at },
  ...Array.from({ length: 9 }, (_, i) => ({
    ...aSight(101 + i, 50 + i, { item: "新事项" }, { look: 100 }),
    at,
    lastAt: at,
  })),
];

test("what is seen between two pages is in neither: all are of the moment of the first", async () => {
  const first = await said("limit=2");
  service.at(new Date(service.now() + 60_000).toISOString());
  await device.send(news(service.now()));
  const second = await said(`limit=10&cursor=${first.page?.next}`);
  expect(second.page).toEqual({ first: 3, of: 5, next: null });
  expect([...first.rows, ...second.rows].map(({ cells }) => cells.total)).toEqual([5, 4, 3, 2, 1]);
  expect((await said("limit=1")).rows[0]?.cells).toMatchObject({ item: "新事项", total: 9 });
});

test("what was seen before and comes in late moves no row onto two pages", async () => {
  const first = await said("limit=2");
  await device.send(news(service.now() - 60_000));
  const second = await said(`limit=10&cursor=${first.page?.next}`);
  expect(second.page).toEqual({ first: 4, of: 6, next: null });
  expect([...first.rows, ...second.rows].map(({ cells }) => cells.total)).toEqual([5, 4, 3, 2, 1]);
});

test.each([
  ["no cursor at all", () => "limit=2&cursor=nonsense"],
  ["of another question", (next: string) => `limit=2&item=许可甲&cursor=${next}`],
  ["a limit of nothing", () => "limit=0"],
])("refused: %s", async (_, query) => {
  const { page } = await said("limit=2");
  const answer = await ask(query(page?.next ?? ""));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "invalid-request" });
});

test("a page is asked again for nothing: the same answer has the same tag a minute later", async () => {
  const first = await ask("limit=2");
  service.at(new Date(service.now() + 90_000).toISOString());
  const again = await ask("limit=2");
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
});
