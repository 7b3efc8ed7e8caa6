import { openWorld, eventually, waitingInPopup, UNIT } from "./world.ts";
const world = await openWorld();
try {
  for (const w of world.supervisor.context.serviceWorkers())
    w.on("console", (m) => console.log("SW", m.type(), m.text()));
  world.supervisor.context.on("serviceworker", (w) =>
    w.on("console", (m) => console.log("SW2", m.text())),
  );
  console.log("portal", JSON.stringify(Object.keys(world.portal)), world.service.address);
  const page = await world.supervisor.context.newPage();
  page.on("console", (m) => console.log("CONSOLE", m.text()));
  page.on("pageerror", (e) => console.log("PAGEERROR", e.message));
  await page.goto((world.portal as any).address ?? (world.portal as any).url);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: "/tmp/try/list.png" });
  for (const f of page.frames())
    console.log(
      f.url(),
      await f.locator("shixian-mark").count(),
      await f.locator("shixian-summary").count(),
    );
  const frame = () => page.frames()[1]!;
  await frame().locator("shixian-mark").first().hover();
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/try/tip.png" });
  await frame().locator("shixian-summary button").click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/try/summary.png" });
  await frame().locator("shixian-summary button").click();
  await frame()
    .locator('a.cell-link, .el-table__fixed a, .el-table__fixed-right span:text-is("查看")')
    .first()
    .click();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: "/tmp/try/case.png" });
  await page.getByText("12345工单").first().click();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: "/tmp/try/orders.png" });
  await page.getByText("历史办件").first().click();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: "/tmp/try/history.png" });
  const pop = await world.supervisor.openOwn("popup");
  await pop.setViewportSize({ width: 360, height: 420 });
  await pop.waitForTimeout(1500);
  await pop.screenshot({ path: "/tmp/try/popup.png" });
  await pop.close();
  const opt = await world.supervisor.openOwn("options");
  await opt.waitForTimeout(800);
  await opt.screenshot({ path: "/tmp/try/options.png" });
  await opt.close();
  await page.waitForTimeout(3000);
  console.log(await waitingInPopup(world.supervisor));
  console.log(
    world.service.cli(
      "report",
      "delays-by-department",
      "--from",
      "2026-01-01",
      "--to",
      "2026-12-31",
      "--format",
      "csv",
    ),
  );
  console.log(world.service.log().slice(-1500));
} finally {
  await world.close();
}
