import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { PAGES, cases } from "./frames-and-time.ts";
import { countReadings } from "./widgets/readings.ts";

let supervisor: Supervisor;
let open: (name: keyof typeof PAGES) => Promise<Page>;
let close: () => Promise<void>;
let late: Page;
let ticking: Page;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").split(/[/?]/)[1] ?? "";
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(PAGES[name as keyof typeof PAGES] ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  supervisor = await launchWithExtension();
  open = async (name) => {
    const page = await supervisor.context.newPage();
    await page.goto(`http://sp.qingyu.gov.cn:${port}/${name}`);
    return page;
  };
  close = async () => {
    await supervisor.close();
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  // what takes its time runs beside the rest
  [late, ticking] = await Promise.all([open("late"), open("ticking")]);
});
afterAll(() => close?.());

type Marks = Record<string, string[]>;
const marksIn = (frame: Frame): Promise<Marks> =>
  frame.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("tr")].flatMap((tr) => {
        const caseNo = /QYSP\d+/.exec(tr.textContent ?? "")?.[0];
        const marks = [...tr.querySelectorAll<HTMLElement>("shixian-mark")];
        return caseNo ? [[caseNo, marks.map((mark) => mark.dataset.verdict ?? "")]] : [];
      }),
    ),
  );
/** Every row of the frame that shows cases bears its verdict, and no other frame bears a mark. */
const shows = (page: Page, wanted: readonly (readonly [string, string])[]): Promise<void> =>
  expect
    .poll(
      async () =>
        Object.assign({}, ...(await Promise.all(page.frames().map((frame) => marksIn(frame)))), {}),
      { timeout: 15_000, interval: 100 },
    )
    .toEqual(Object.fromEntries(wanted.map(([caseNo, verdict]) => [caseNo, [verdict]])));

test.each(["nested", "written", "filled", "srcdoc"] as const)(
  "a list in a frame is marked: %s",
  async (name) => {
    const page = await open(name);
    await shows(page, cases);
    await page.close();
  },
);

test("each route of a single-page application is read when it is shown, by address, by hash and back", async () => {
  const page = await open("spa");
  await shows(page, []);
  await page.click("#to-list");
  await shows(page, cases.slice(0, 2));
  await page.click("#to-rest");
  await shows(page, cases.slice(2));
  await page.goBack();
  await shows(page, cases.slice(0, 2));
  await page.goBack();
  await shows(page, []);
  await page.close();
});

test("cells whose words alone change in place, and a lamp that changes its class, are read again", async () => {
  const page = await open("refreshed");
  const [first, , third] = cases;
  await shows(page, cases);
  await page.click("#refresh");
  await shows(page, [
    [first?.[0] ?? "", "on-time"],
    ...cases.slice(1, 2),
    [third?.[0] ?? "", "overdue"],
  ]);
  await page.close();
});

test("a list that is drawn five seconds late is marked", async () => {
  await shows(late, cases);
  expect(await late.evaluate(() => performance.now())).toBeGreaterThan(5_000);
});

test("a page with a clock, a carousel and a ticker is not read again at their ticks, and its list is when it changes", async () => {
  await shows(ticking, cases);
  const readings = await countReadings(ticking);
  const during = async (ms: number): Promise<number> => {
    const before = await readings();
    await ticking.waitForTimeout(ms);
    return (await readings()) - before;
  };
  await expect.poll(() => during(1_500), { timeout: 12_000 }).toBe(0);
  const ticks = await ticking.evaluate(() => document.querySelector("#clock")?.textContent);
  expect(await during(2_500)).toBe(0);
  expect(await ticking.evaluate(() => document.querySelector("#clock")?.textContent)).not.toBe(
    ticks,
  );
  await shows(ticking, cases);
  await ticking.click("#fewer");
  await shows(ticking, cases.slice(0, 1));
});
