import type { Frame, Page } from "playwright-core";
import type { VerdictKind } from "#shared/limit/verdict.ts";
import type { Portal } from "../portal/portal.ts";

/** Case number → the verdict of its mark, as a person sees them in that frame. */
export type Marks = Record<string, VerdictKind>;

/** What must be said of every case of the portal, as counted by hand. */
export const expectedMarks = ({ cases, orders, history }: Portal): Marks =>
  Object.fromEntries([
    ...cases.map(({ row, expect }) => [row.caseNo, expect]),
    ...orders.map(({ row, expect }) => [row.orderNo, expect]),
    ...history.map(({ row, expect }) => [row.caseNo, expect]),
  ]);

/** Only those cases of `all`, in their order. */
export const only = (all: Marks, caseNos: readonly string[]): Partial<Marks> =>
  Object.fromEntries(caseNos.map((caseNo) => [caseNo, all[caseNo]]));

/** Numbers of the demo portal's three lists. */
export const CASE_NO = /QYSP\d+|GD\d+R|LS\d+/;

/**
 * The marks of one frame. A widget that splits one row over several tables (fixed columns) still shows one row to a person: the
 * mark must stand in it exactly once where one can see it. @throws Error when a row is marked twice.
 */
export async function readMarks(frame: Frame): Promise<Marks> {
  const found = await frame.evaluate((pattern) => {
    const seen: { caseNo: string; verdict: string; words: string }[] = [];
    for (const mark of document.querySelectorAll<HTMLElement>("shixian-mark")) {
      const row = mark.closest("tr");
      const label = mark.shadowRoot?.querySelector(".mark") ?? mark;
      const box = label.getBoundingClientRect();
      if (!row || box.width === 0 || getComputedStyle(mark).visibility === "hidden") continue;
      // On top where it stands, and not under a fixed column: scrolled out of the window counts as seen.
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const top = document.elementFromPoint(x, y);
      if (top && top !== mark && !mark.contains(top)) continue;
      const index = [...(row.parentElement?.children ?? [])].indexOf(row);
      const widget = row.closest(".el-table, .layui-table-view") ?? row.closest("table");
      const caseNo = [...(widget?.querySelectorAll("tbody") ?? [])]
        .map((body) => new RegExp(pattern).exec(body.children[index]?.textContent ?? "")?.[0])
        .find((each) => each !== undefined);
      seen.push({
        caseNo: caseNo ?? "?",
        verdict: mark.dataset.verdict ?? "",
        words: mark.shadowRoot?.textContent ?? "",
      });
    }
    return seen;
  }, CASE_NO.source);
  const marks: Marks = {};
  for (const { caseNo, verdict, words } of found) {
    if (marks[caseNo]) throw new Error(`${caseNo} is marked twice: ${marks[caseNo]}, ${verdict}`);
    if (!words.trim()) throw new Error(`the mark of ${caseNo} has no words`);
    marks[caseNo] = verdict as VerdictKind;
  }
  return marks;
}

/** The numbers of the cases that a frame shows, in the order shown. */
export const shownCases = (frame: Frame): Promise<string[]> =>
  frame.evaluate((pattern) => {
    const bodies = document.querySelectorAll(
      ".el-table__body-wrapper tbody, .layui-table-main tbody, #history tbody",
    );
    return [...bodies].flatMap((body) =>
      [...body.children].flatMap(
        (row) => new RegExp(pattern).exec(row.textContent ?? "")?.[0] ?? [],
      ),
    );
  }, CASE_NO.source);

/** Waits until every case that the frame shows bears a mark (and no mark more), and reads them. */
export async function settledMarks(frame: Frame, timeout = 10_000): Promise<Marks> {
  const until = Date.now() + timeout;
  for (;;) {
    const shown = await shownCases(frame);
    const marks = await readMarks(frame);
    const complete =
      shown.length > 0 &&
      shown.length === Object.keys(marks).length &&
      shown.every((no) => no in marks);
    if (complete) return marks;
    if (Date.now() > until)
      throw new Error(
        `not every row is marked: ${JSON.stringify({ shown, marks, missing: shown.filter((no) => !(no in marks)) })}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The frame that the shell shows at present, once it has loaded. */
export async function shownFrame(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector("#frames iframe.on");
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("the shell shows no frame");
  await frame.waitForLoadState("load");
  return frame;
}
