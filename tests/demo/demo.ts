import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, relative } from "node:path";
import { buildWhenStale } from "../build.ts";
import { ensureChineseFonts, ensureChromium } from "../chromium-install.ts";
import { launchWithExtension } from "../e2e/browser.ts";
import { aService } from "../e2e/service.ts";
import { UNIT, enrol } from "../e2e/world.ts";
import { servePortal } from "../portal/portal.ts";
import { pullReport, pullWorkbook, seeDashboard } from "./auditor.ts";
import { reportByHand } from "./by-hand.ts";
import { differences } from "./differences.ts";
import { reportTable, verdictTable } from "./tell.ts";
import { walk } from "./walk.ts";

/**
 * `npm run demo`: a supervisor's morning on a portal page, and the delay report that it became.
 * `--once` ends by itself: 0 when marks and report equal the count by hand, 1 with the differences otherwise. `--headless` shows no window.
 */
const once = process.argv.includes("--once");
const headless = process.argv.includes("--headless") || !hasDisplay();
const folder = fileURLToPath(new URL("../../.output/demo", import.meta.url));
const say = (line = ""): void => console.log(line);

const closing: (() => Promise<unknown>)[] = [];
const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0).reverse()) await close();
};
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    interrupted = true;
    void closeAll().then(() => process.exit(process.exitCode ?? 0));
  });

try {
  process.exitCode = (await demo()) ? 0 : 1;
} catch (error) {
  // Interrupted in the middle, whatever was under way fails because its browser is gone.
  if (!interrupted) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
if (once || process.exitCode === 1) await closeAll();
else {
  say();
  say("按 Ctrl-C 结束。Press Ctrl-C to end.");
}

async function demo(): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say("时限 Shixian · 演示 demo");
  ensureChromium();
  ensureChineseFonts();
  buildWhenStale(say);

  const portal = await servePortal({ now: new Date() });
  closing.push(portal.close);
  const service = await aService(join(folder, "service"));
  await service.start();
  closing.push(service.stop);
  const supervisor = await launchWithExtension({ headless });
  closing.push(() => supervisor.close().catch(() => undefined)); // its user may have closed the window already

  say(`登记 enrolling: ${UNIT}`);
  await (await enrol(supervisor, service, UNIT)).close();
  say(`督查人员查看门户 a supervisor looks at the portal: ${portal.address}`);
  const walked = await walk(supervisor, portal, { folder, pause: headless ? 0 : 700 });

  const token = service.cli("token", "--unit", "青屿区", "--name", "demo");
  const seen = portal.cases.length + portal.orders.length;
  const report = await pullReport(supervisor, service, token, seen);
  const workbook = await pullWorkbook(service, token, folder);
  await seeDashboard(supervisor, service, token, folder);
  await walked.page.bringToFront();

  say();
  say("页面标记 marks in the page（人工计算 counted by hand / 扩展标记 marked）");
  say(verdictTable(portal, walked.marks));
  say();
  say("办理过程 steps of one overdue case");
  for (const { name, told } of walked.steps) say(`  ${name}  ${told}`);
  say();
  say(`${report.title}（${report.n} 件 cases）`);
  say(reportTable(report));
  for (const note of report.notes) say(`  ${note}`);
  say();
  say(`截图与报表 screenshots and report: ${relative(process.cwd(), folder)}/`);
  say(`  ${relative(process.cwd(), workbook.path)}`);

  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
  const wrong = differences({
    portal,
    walked,
    report,
    workbook,
    byHand: reportByHand(portal, today),
  });
  say();
  if (wrong.length === 0)
    say("✓ 标记和报表与人工计算一致。Marks and report equal the count by hand.");
  else {
    say("✗ 与人工计算不一致。Different from the count by hand:");
    for (const line of wrong) say(`  ${line}`);
  }
  if (!once) {
    say();
    say(`看板 dashboard  ${service.address}/    令牌 token  ${token}`);
    say(
      `门户 portal     ${portal.address}    （仅限所开浏览器 only in the browser that was opened）`,
    );
  }
  return wrong.length === 0;
}

function hasDisplay(): boolean {
  if (process.platform === "win32" || process.platform === "darwin") return !process.env.CI;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
