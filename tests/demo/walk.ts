import type { Frame, Page } from "playwright-core";
import { join } from "node:path";
import type { Supervisor } from "../e2e/browser.ts";
import { type Marks, settledMarks, shownCases, shownFrame } from "../e2e/marks.ts";
import { openCase, openPortal, openView, sortBy, turnTo } from "../e2e/portal-walk.ts";
import { eventually } from "../e2e/world.ts";
import type { Portal } from "../portal/portal.ts";

/** Nobody reads a page in less; what flits by is no look. */
const A_GLANCE = 1_300;

export interface Walked {
  /** every mark seen, by case; a case that was marked differently at two looks has the first and is told in `changed` */
  marks: Marks;
  changed: string[];
  /** what the case page said of its steps */
  steps: { name: string; told: string }[];
  page: Page;
}

/**
 * Goes through the portal as a supervisor does in the morning: every page of the list, sorted by acceptance, a late case's own
 * page, the hotline's work orders.
 */
export async function walk(
  { context }: Supervisor,
  portal: Portal,
  { folder, pause }: { folder: string; pause: number },
): Promise<Walked> {
  const marks: Marks = {};
  const changed: string[] = [];
  const see = async (frame: Frame): Promise<void> => {
    for (const [caseNo, verdict] of Object.entries(await settledMarks(frame))) {
      const before = (marks[caseNo] ??= verdict);
      if (before !== verdict) changed.push(`${caseNo}: ${before} → ${verdict}`);
    }
    await frame.page().waitForTimeout(Math.max(A_GLANCE, pause));
  };
  const page = await openPortal(context, portal);
  const shot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.bringToFront();

  const list = await shownFrame(page);
  await see(list);
  await shot("list");
  const late = list.locator("shixian-mark[data-verdict=overdue]").first();
  await late.evaluate((mark: HTMLElement) => mark.focus());
  await page.waitForTimeout(300 + pause);
  await shot("why");
  await late.evaluate((mark: HTMLElement) => mark.blur());

  const pages = Math.ceil(portal.cases.length / 10);
  for (let number = 2; number <= pages; number += 1) {
    await turnTo(list, number);
    await see(list);
    if (number === 2) await shot("list-page-2");
  }
  await sortBy(list, "受理时间");
  await see(list);
  await shot("list-sorted");

  const inSight = await shownCases(list);
  const chosen = portal.cases
    .filter(({ row, expect }) => expect === "overdue" && inSight.includes(row.caseNo))
    .sort((a, b) => b.row.steps.length - a.row.steps.length)[0];
  const steps: Walked["steps"] = [];
  if (chosen) {
    const frame = await openCase(page, list, chosen.row.caseNo);
    await eventually(
      () => frame.locator("shixian-step").count(),
      (n) => n === chosen.row.steps.length,
    );
    const told = await frame
      .locator("shixian-step")
      .evaluateAll((own) =>
        own.map((each) => each.shadowRoot?.querySelector(".whole")?.textContent ?? ""),
      );
    steps.push(...chosen.row.steps.map(({ name }, i) => ({ name, told: told[i] ?? "" })));
    await page.waitForTimeout(300 + pause);
    await shot("case");
  }

  const orders = await openView(page, "orders");
  await see(orders);
  await shot("work-orders");
  const first = (await shownCases(orders))[0];
  await turnTo(orders, 2);
  await eventually(
    () => shownCases(orders),
    (shown) => shown[0] !== first,
  );
  await see(orders);
  return { marks, changed, steps, page };
}
