import type { BrowserContext, Frame, Page } from "playwright-core";
import type { Portal, View } from "../portal/portal.ts";
import { shownFrame } from "./marks.ts";

/** What a supervisor does with the demo portal, by its own buttons. Every step ends when the portal has shown its answer. */
export async function openPortal(context: BrowserContext, portal: Portal): Promise<Page> {
  const page = await context.newPage();
  await page.goto(portal.address);
  await listed(await shownFrame(page));
  return page;
}

export async function openView(page: Page, view: View): Promise<Frame> {
  await page.click(`#menu a[data-key="${view}"]`);
  const frame = await shownFrame(page);
  await listed(frame);
  return frame;
}

export async function turnTo(frame: Frame, number: number): Promise<void> {
  const shown = frame.locator(".el-pager .number.active, .layui-laypage-curr em:last-child");
  if ((await shown.first().textContent())?.trim() === String(number)) return;
  const pages = frame.locator(".el-pager .number, .layui-laypage a[data-page]");
  await answered(frame, () =>
    pages
      .filter({ hasText: new RegExp(`^${number}$`) })
      .first()
      .click(),
  );
}

/** Sorts the case list by a column, as a click on its header does: ascending, descending, not at all. */
export const sortBy = (frame: Frame, header: string): Promise<void> =>
  answered(frame, () =>
    frame.locator(".el-table__header-wrapper").getByText(header, { exact: true }).click(),
  );

export const refresh = (frame: Frame): Promise<void> =>
  answered(frame, () => frame.click("#refresh"));

export async function search(frame: Frame, words: string): Promise<void> {
  await frame.fill("#keyword", words);
  await answered(frame, () => frame.click("#search"));
}

export const rowsPerPage = (frame: Frame, size: number): Promise<void> =>
  answered(frame, async () => {
    await frame.click(".el-pagination__sizes .el-input");
    await frame.click(`.el-select-dropdown__item:visible:has-text("${size}条/页")`);
  });

/** Opens a case of the list in a tab of its own and returns the frame of its page. */
export async function openCase(page: Page, list: Frame, caseNo: string): Promise<Frame> {
  await list.locator(".el-table__fixed .no", { hasText: caseNo }).click();
  const frame = await shownFrame(page);
  await frame.waitForSelector("#steps tbody tr");
  return frame;
}

/** A list has loaded when it shows rows and no loading mask. */
async function listed(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () =>
      document.querySelector("tbody tr td") !== null &&
      ![...document.querySelectorAll<HTMLElement>(".el-loading-mask, .layui-table-init")].some(
        (mask) => mask.offsetParent !== null,
      ),
  );
}

async function answered(frame: Frame, act: () => Promise<unknown>): Promise<void> {
  const [answer] = await Promise.all([
    frame.page().waitForResponse((response) => response.url().includes("/api/")),
    act(),
  ]);
  await answer.finished();
  await listed(frame);
}
