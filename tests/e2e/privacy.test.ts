import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settledMarks, shownFrame } from "./marks.ts";
import { openCase, openPortal, openView, turnTo } from "./portal-walk.ts";
import { databaseBytes } from "./service.ts";
import { UNIT, type World, eventually, openWorld, waitingInPopup } from "./world.ts";

let world: World;
let token: string;
const exported: string[] = [];
const REPORTS = ["delays-by-department", "time-per-step", "open-cases-by-age"];

/** Everything of the portal is looked at, its case pages and its hostile page too, and all of it is sent. */
beforeAll(async () => {
  world = await openWorld();
  token = world.service.cli("token", "--unit", UNIT);
  const page = await openPortal(world.supervisor.context, world.portal);
  const list = await shownFrame(page);
  for (const { row } of world.portal.cases.slice(0, 10)) {
    // its tab stays open behind the list's: once it is marked it has been read, and is reported
    const own = await openCase(page, list, row.caseNo);
    await own.waitForSelector("shixian-mark", { state: "attached" });
    await page.click("#tabs div:first-child");
  }
  for (let number = 2; number <= 5; number += 1) {
    await turnTo(list, number);
    await settledMarks(list);
    await page.waitForTimeout(1_300);
  }
  const orders = await openView(page, "orders");
  await page.waitForTimeout(1_500);
  await turnTo(orders, 2);
  await page.waitForTimeout(1_500);
  await settledMarks(await openView(page, "history"));
  await page.waitForTimeout(1_300);
  await eventually(
    async () =>
      (
        (await (await world.service.get("/v1/reports/delays-by-department", token)).json()) as {
          n: number;
        }
      ).n,
    (n) =>
      n === world.portal.cases.length + world.portal.orders.length + world.portal.history.length,
  );
  await eventually(
    () => waitingInPopup(world.supervisor),
    ({ waiting }) => waiting === 0,
  );
  for (const id of REPORTS) {
    exported.push(await (await world.service.get(`/v1/reports/${id}`, token)).text());
    const csv = await (
      await world.service.get(`/v1/reports/${id}?format=csv`, token)
    ).arrayBuffer();
    exported.push(new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv));
    const book = await (
      await world.service.get(`/v1/reports/${id}?format=xlsx`, token)
    ).arrayBuffer();
    exported.push(JSON.stringify(await readSheet(Buffer.from(book))));
  }
  exported.push(await (await world.service.get("/v1/cases?limit=200", token)).text());
});
afterAll(() => world?.close());

/** Who applied and how to reach them: names, firms, callers and phones of every row that was on the screen. */
const personal = (): string[] => [
  ...world.portal.cases.flatMap(({ row }) => [row.applicant, row.phone]),
  ...world.portal.orders.flatMap(({ row }) => [row.caller, row.phone]),
  ...world.portal.history.map(({ row }) => row.applicant),
  "青屿造船厂",
  "青屿老码头酱园",
];
const officers = (): string[] =>
  world.portal.cases.flatMap(({ row }) => row.steps.map((step) => step.officer));
const caseNos = (): string[] => [
  ...world.portal.cases.map(({ row }) => row.caseNo),
  ...world.portal.orders.map(({ row }) => row.orderNo),
  ...world.portal.history.map(({ row }) => row.caseNo),
];
const found = (words: readonly string[], where: string): string[] =>
  [...new Set(words)].filter((each) => where.includes(each));

test("the check itself can fail: what may be known is found in the database", () => {
  const bytes = databaseBytes(world.service);
  expect(bytes.length).toBeGreaterThan(50_000);
  expect(
    found(["食品经营许可（新办）", "区市场监督管理局", "12345.qingyu.gov.cn"], bytes),
  ).toHaveLength(3);
});

test("no applicant, caller or phone of the portal is in the service's database", () => {
  expect(found(personal(), databaseBytes(world.service))).toEqual([]);
});

test("no case number is in the service's database: it travels as a keyed hash and a mask", () => {
  expect(found(caseNos(), databaseBytes(world.service))).toEqual([]);
});

test("no officer's name is in the service's database: the product judges no persons", () => {
  expect(found(officers(), databaseBytes(world.service))).toEqual([]);
});

test("none of them is in what the service prints, writes beside the database, or exports", () => {
  const files = readdirSync(world.service.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("shixian.db"))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  const everything = [world.service.log(), ...files, ...exported].join("\n");
  expect(everything.length).toBeGreaterThan(5_000);
  expect(found([...personal(), ...officers(), ...caseNos()], everything)).toEqual([]);
});

test("text that a spreadsheet would run as a formula is exported as text", async () => {
  const csv = exported.filter((each) => each.startsWith("\ufeff"));
  expect(csv).toHaveLength(REPORTS.length);
  const cells = csv.join("\r\n").split(/[\r\n,]+/);
  expect(cells.some((cell) => cell.includes("SUM(1+1)"))).toBe(true);
  expect(cells.filter((cell) => /^"?[=@\t]|^"?[+-][^\d.]/.test(cell))).toEqual([]);
});
