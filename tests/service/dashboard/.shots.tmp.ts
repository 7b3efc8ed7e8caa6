import { startService } from "./service.ts";
import { startBrowser, openWindow, signIn } from "./browser.ts";
import { NOW, REWRITTEN_KEY, keyOf } from "./seed.ts";
const s = await startService();
const b = await startBrowser();
const only = process.argv.slice(2);
const want = (n: string) => only.length === 0 || only.includes(n);
const proof = {
  due: "2026-10-20",
  lines: [] as { date: string; kind: string; counted: number; text: string }[],
};
{
  const hol = new Set([
      "2026-10-01",
      "2026-10-02",
      "2026-10-03",
      "2026-10-04",
      "2026-10-05",
      "2026-10-06",
      "2026-10-07",
    ]),
    mk = new Set(["2026-09-20", "2026-10-10"]);
  let n = 0;
  for (let d = Date.UTC(2026, 8, 24); n < 10; d += 86400000) {
    const iso = new Date(d).toISOString().slice(0, 10),
      wd = new Date(d).getUTCDay();
    let kind = "working",
      text = "工作日，计入",
      counted = 1;
    if (iso === "2026-09-24") {
      kind = "accepted";
      text = "受理之日，不计入（民法典第二百零一条）";
      counted = 0;
    } else if (hol.has(iso)) {
      kind = "holiday";
      text = "国庆节放假（国办发明电〔2025〕7号），不计入";
      counted = 0;
    } else if (mk.has(iso)) {
      kind = "make-up";
      text = "国庆节调休上班（国办发明电〔2025〕7号），计入";
    } else if (wd === 0 || wd === 6) {
      kind = "weekend";
      text = "周末，不计入";
      counted = 0;
    } else if (iso >= "2026-10-12" && iso <= "2026-10-13") {
      kind = "paused";
      text = "特别程序：专家评审（行政许可法第四十五条），不计入";
      counted = 0;
    }
    n += counted;
    if (n === 10) {
      kind = "due";
      text = "第10个工作日，应办结日";
    }
    proof.lines.push({ date: iso, kind, counted, text });
  }
}
try {
  const { page, strangers, faults } = await openWindow(b, s.address, NOW);
  page.setDefaultTimeout(8000);
  await page.goto(s.address);
  await page.getByLabel("审计令牌").waitFor();
  if (want("signin")) await page.screenshot({ path: "/tmp/shots/signin.png" });
  await signIn(page, s.address, s.auditor);
  await page.route(/\/v1\/cases\/[0-9a-f]{64}/, async (r) => {
    const a = await r.fetch();
    const j = await a.json();
    if (j.timeline && r.request().url().includes(keyOf(0))) j.proof = proof;
    await r.fulfill({ response: a, json: j });
  });
  const views: [string, string][] = [
    ["home", "/"],
    ["delays", "/reports/delays-by-department"],
    [
      "cmp",
      "/reports/delays-by-department?from=2026-10-01&to=2026-10-31&compare=previous&sort=total.desc&asOf=2026-11-01",
    ],
    ["steps", "/reports/time-per-step"],
    ["ages", "/reports/open-cases-by-age"],
    ["cases", "/cases?bucket=open-overdue,closed-late&cohort=due&passed=yes&department="],
    ["allcases", "/cases"],
    ["case", "/cases/" + REWRITTEN_KEY],
    ["proof", "/cases/" + keyOf(0)],
    ["devices", "/devices"],
    ["bad", "/reports/none"],
    ["empty", "/reports/delays-by-department?from=2020-01-01&to=2020-01-31"],
  ];
  for (const [n, p] of views) {
    if (!want(n)) continue;
    for (const [suffix, size] of [
      ["", { width: 1600, height: 1000 }],
      ["-small", { width: 1280, height: 720 }],
    ] as const) {
      await page.setViewportSize(size);
      await page.goto(s.address + p);
      await page.locator("article.page h1, .notice").first().waitFor();
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/shots/${n}${suffix}.png`, fullPage: suffix === "" });
    }
    if (process.env.PDF)
      await page.pdf({
        path: `/tmp/shots/${n}.pdf`,
        preferCSSPageSize: true,
        printBackground: true,
      });
  }
  if (want("open")) {
    await page.goto(s.address + "/reports/delays-by-department");
    await page.locator("article.page h1").waitFor();
    await page.getByRole("button", { name: /^单位/ }).click();
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/shots/open-unit.png` });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "按“按时率”排序" }).focus();
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/shots/open-tip.png` });
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shots/open-en.png`, fullPage: true });
    await page.goto(s.address + "/");
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shots/open-en-home.png`, fullPage: true });
  }
  if (want("admin")) {
    const w = await openWindow(b, s.address, NOW, { width: 1280, height: 900 });
    await signIn(w.page, s.address, s.admin);
    await w.page.getByRole("button", { name: "生成接入码" }).click();
    await w.page.getByText("一次性接入码").waitFor();
    await w.page.screenshot({ path: "/tmp/shots/admin.png" });
    console.log(w.faults);
  }
  console.log({ strangers, faults });
} finally {
  await b.close();
  await s.stop();
}
