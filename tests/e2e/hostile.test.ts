import { readSheet } from "read-excel-file/node";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXPECTED, HEADERS, NAMES, ROWS, asForm } from "./hostile-page.ts";
import { databaseBytes } from "./service.ts";
import { type PlainPortal, listPage, plainPortal } from "./taught-portal.ts";
import { UNIT, type World, eventually, openWorld, waitingInPopup } from "./world.ts";

let world: World;
let portal: PlainPortal;
let page: Page;
let token: string;
beforeAll(async () => {
  world = await openWorld();
  token = world.service.cli("token", "--unit", UNIT);
  portal = await plainPortal("hostile.qingyu.gov.cn");
});
afterAll(async () => {
  await world?.close();
  await portal?.close();
});

/** Opens the list, with more markup of the portal's own before and after it. */
async function visit(path: string, { before = "", after = "" } = {}): Promise<void> {
  await page?.close();
  page = await world.supervisor.context.newPage();
  portal.show(
    path,
    listPage(HEADERS, ROWS).replace("<h1>", `${before}<h1>`).replace("</body>", `${after}</body>`),
  );
  await page.goto(portal.at(path));
}

/** The verdicts in the rows, by elements that our scripts made: they alone have what only our style sheet gives. */
const marks = () =>
  page.evaluate(() =>
    Object.fromEntries(
      // the page may have an element of that name instead of the method
      [
        ...(Document.prototype.querySelectorAll.call(
          document,
          "#list tbody tr",
        ) as NodeListOf<HTMLTableRowElement>),
      ].map((row) => [
        row.cells[0]?.textContent ?? "",
        [...row.querySelectorAll<HTMLElement>("shixian-mark")]
          .filter((mark) => (mark.shadowRoot?.adoptedStyleSheets.length ?? 0) > 0)
          .map((mark) => mark.dataset.verdict)
          .join(),
      ]),
    ),
  );
const rightly = () =>
  eventually(marks, (seen) => JSON.stringify(seen) === JSON.stringify(EXPECTED), 10_000);
const sum = () =>
  page.evaluate(() => {
    const own = [...document.querySelectorAll<HTMLElement>("shixian-summary")].find(
      (each) => (each.shadowRoot?.adoptedStyleSheets.length ?? 0) > 0,
    );
    return own && { overdue: own.dataset.overdue, unknown: own.dataset.unknown };
  });

test("a page cannot reach the extension: no message, no event, no file and no storage of it answers", async () => {
  await visit("/reach");
  await rightly();
  const before = await waitingInPopup(world.supervisor);
  const reached = await page.evaluate(async (extension) => {
    const id = extension.replace("chrome-extension://", "");
    const chrome = (window as unknown as { chrome?: ChromeOfPage }).chrome;
    const found: string[] = [];
    const heard = (what: string) => void found.push(what);
    window.addEventListener("message", ({ data }) => {
      if (typeof data !== "object" || !("mine" in data)) heard("message");
    });
    const envelopes = ["sendNow", "exportOutbox", "waiting", "enrol", "forgetPortal"].map(
      (shixian) => ({ mine: 1, shixian, body: null }),
    );
    for (const each of envelopes) {
      window.postMessage(each, "*");
      for (const target of [window, document, document.documentElement])
        target.dispatchEvent(new CustomEvent("shixian", { detail: each, bubbles: true }));
      try {
        chrome?.runtime?.sendMessage?.(id, each, (answer: unknown) => {
          if (answer !== undefined) heard("runtime.sendMessage");
        });
        chrome?.runtime?.connect?.(id)?.onMessage.addListener(() => heard("runtime.connect"));
      } catch {
        // refused: as it should be
      }
    }
    for (const file of [
      "popup.html",
      "options.html",
      "manifest.json",
      "marks.js",
      "content-scripts/portal.js",
    ])
      await fetch(`${extension}/${file}`).then(
        () => heard(file),
        () => undefined,
      );
    if (chrome?.storage) heard("chrome.storage");
    for (const { name } of await indexedDB.databases()) heard(`indexedDB ${name ?? ""}`);
    if (localStorage.length + sessionStorage.length > 0) heard("localStorage");
    if (document.cookie !== "") heard("cookie");
    for (const name of Object.getOwnPropertyNames(window)) if (/shixian/i.test(name)) heard(name);
    await new Promise((done) => setTimeout(done, 800));
    return found;
  }, world.supervisor.extension);
  expect(reached).toEqual([]);
  expect((await waitingInPopup(world.supervisor)).waiting).toBeLessThanOrEqual(before.waiting + 1);
});

test("a page cannot frame the extension's pages", async () => {
  await visit("/frame", {
    after: `<iframe id="f" src="${world.supervisor.extension}/options.html"></iframe>`,
  });
  await rightly();
  const inside = page.frames().map((frame) => frame.url());
  expect(inside.filter((url) => url.startsWith(`${world.supervisor.extension}/`))).toEqual([]);
});

test("marks that the page forges are not taken for ours, and count nowhere", async () => {
  const forged = (mode: string) =>
    `<script>for (const row of document.querySelectorAll("#list tbody tr")) {
       const mark = document.createElement("shixian-mark"); mark.dataset.verdict = "on-time";
       mark.attachShadow({ mode: "${mode}" }).innerHTML = "<span class=mark>时限内</span>"; row.cells[0].prepend(mark); }
     const all = document.createElement("shixian-summary"); all.dataset.overdue = "0"; all.attachShadow({ mode: "${mode}" }).innerHTML = "3 件均在时限内"; document.body.append(all);</script>`;
  for (const mode of ["open", "closed"]) {
    await visit(`/forged-${mode}`, { after: forged(mode) });
    await rightly();
    expect(await sum()).toEqual({ overdue: "2", unknown: "0" });
  }
});

test("a page that wraps its rows into elements with our names hides nothing from the reader", async () => {
  await visit("/wrapped", {
    before: "<shixian-summary><shixian-mark>",
    after: "</shixian-mark></shixian-summary>",
  });
  await rightly();
  // and what changes inside is noticed
  await page.evaluate(() => {
    const cell = document.querySelector<HTMLTableRowElement>("#list tbody tr")?.cells[5];
    if (cell) cell.textContent = "已办结";
  });
  await eventually(marks, (seen) => seen["DY202611010017"] !== "overdue");
});

test.each([
  [
    "its globals",
    NAMES.globals.map((name) => `<a id="${name}"></a><a id="${name}" name="marks"></a>`).join(""),
    "",
  ],
  ["its document", NAMES.document.map((name) => `<img name="${name}" alt="">`).join(""), ""],
  ["a form beside the list", `${asForm(NAMES.usual)}</form>`, ""],
  ["the form around the list", asForm(NAMES.usual), "</form>"],
])("elements named after what scripts ask of %s stop no mark", async (what, before, after) => {
  await visit(`/named/${encodeURIComponent(what)}`, { before, after });
  await rightly();
});

test("a form through which no script could find its way holds nobody up, and the page is said to be unread", async () => {
  await visit("/maze", { before: asForm(NAMES.maze), after: "</form>" });
  const summary = () =>
    page.evaluate(() => document.querySelector("shixian-summary")?.shadowRoot?.textContent ?? "");
  await eventually(summary, (words) => words.includes("未能识别"));
  expect(await summary()).not.toContain("均在时限内");
  expect(Object.values(await marks()).join("")).toBe("");
});

test("the page cannot call the service in the user's name", async () => {
  const { address } = world.service;
  const signedIn = await world.supervisor.context.newPage();
  await signedIn.goto(`${address}/`);
  await signedIn.fill("input", token);
  await signedIn.keyboard.press("Enter");
  await signedIn.waitForSelector("table");
  await signedIn.close();
  const cookies = await world.supervisor.context.cookies(address);
  expect(cookies.length).toBeGreaterThan(0);
  expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== "Strict")).toEqual(
    [],
  );
  await visit("/service");
  await rightly();
  const got = await page.evaluate(async (to) => {
    const found: string[] = [];
    const ask = (path: string, init: RequestInit) =>
      fetch(`${to}${path}`, { credentials: "include", ...init }).then(
        (answer) => void found.push(`${init.method ?? "GET"} ${path} ${answer.status}`),
        () => undefined, // not for this origin
      );
    for (const path of ["/v1/me", "/v1/reports/delays-by-department", "/v1/cases", "/v1/devices"])
      await ask(path, {});
    await ask("/v1/observations", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    await ask("/v1/session", { method: "DELETE" });
    return found;
  }, address);
  expect(got).toEqual([]);
  // what needs no leave of the service arrives, and is refused there
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.url().startsWith(address)) answers.push(response.status());
  });
  await page.evaluate(
    (to) =>
      fetch(`${to}/v1/session`, {
        method: "POST",
        mode: "no-cors",
        credentials: "include",
        body: JSON.stringify({ token: "x" }),
      }),
    address,
  );
  await page.evaluate(
    (to) => fetch(`${to}/v1/me`, { mode: "no-cors", credentials: "include" }),
    address,
  );
  await eventually(
    () => answers.length,
    (n) => n >= 2,
  );
  expect(answers.every((status) => status >= 400)).toBe(true);
});

test("markup in cells is text in the panel, the popup, the dashboard, the workbook and the CSV", async () => {
  await visit("/cells");
  await rightly();
  await page.locator("shixian-summary button.open").click();
  expect(await page.title()).toBe("审批台账");
  const panel = await page.evaluate(() =>
    [...document.querySelectorAll("shixian-summary, shixian-tip, shixian-mark")].reduce(
      (n, each) => n + (each.shadowRoot?.querySelectorAll("img, b > b, script, a").length ?? 0),
      0,
    ),
  );
  expect(panel).toBe(0);
  await eventually(
    () => waitingInPopup(world.supervisor),
    ({ waiting }) => waiting === 0,
  );
  await eventually(() => databaseBytes(world.service).includes("一科"), Boolean);
  const popup = await world.supervisor.openOwn("popup");
  expect(await popup.locator("img[src=x]").count()).toBe(0);
  await popup.close();

  const report = (more: string) =>
    world.service.get(`/v1/reports/delays-by-department?lang=zh-CN${more}`, token);
  const csv = await (await report("&format=csv")).text();
  expect(csv).toContain("一科");
  expect(csv.split(/[\r\n,]+/).filter((cell) => /^"?[=@\t]/.test(cell))).toEqual([]);
  const book = Buffer.from(await (await report("&format=xlsx")).arrayBuffer());
  expect(JSON.stringify(await readSheet(book))).toContain("一科");
  expect(book.toString("latin1")).not.toContain("<f>");

  const dashboard = await world.supervisor.context.newPage();
  await dashboard.goto(`${world.service.address}/`);
  await eventually(
    () => dashboard.locator("body").innerText(),
    (words) => words.includes("一科"),
  );
  expect(await dashboard.locator("img[src=x], td b").count()).toBe(0);
  expect(await dashboard.title()).not.toBe("broken");
  await dashboard.close();
});

interface ChromeOfPage {
  runtime?: {
    sendMessage?(id: string, message: unknown, answer: (got: unknown) => void): void;
    connect?(id: string): { onMessage: { addListener(heard: () => void): void } } | undefined;
  };
  storage?: unknown;
}
