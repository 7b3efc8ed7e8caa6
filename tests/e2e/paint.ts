import type { Frame } from "playwright-core";
import { CASE_NO } from "./marks.ts";

/**
 * Notes, at every frame that the browser paints from now on, which verdict can be seen in the row of which case.
 * @returns a function that ends it and gives each distinct pair
 */
export async function recordPaint(frame: Frame): Promise<() => Promise<[string, string][]>> {
  await frame.evaluate((pattern) => {
    const pairs = new Set<string>();
    const state = { pairs, running: true };
    Object.assign(window, { __painted: state });
    const look = (): void => {
      for (const mark of document.querySelectorAll<HTMLElement>("shixian-mark")) {
        const row = mark.closest("tr");
        if (!row || getComputedStyle(mark).visibility === "hidden") continue;
        const index = [...(row.parentElement?.children ?? [])].indexOf(row);
        const widget = row.closest(".el-table, .layui-table-view") ?? row.closest("table");
        for (const body of widget?.querySelectorAll("tbody") ?? []) {
          const caseNo = new RegExp(pattern).exec(body.children[index]?.textContent ?? "")?.[0];
          if (caseNo) pairs.add(`${caseNo} ${mark.dataset.verdict}`);
        }
      }
      if (state.running) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, CASE_NO.source);
  return () =>
    frame.evaluate(() => {
      const state = (window as unknown as { __painted: { pairs: Set<string>; running: boolean } })
        .__painted;
      state.running = false;
      return [...state.pairs].map((pair) => pair.split(" ") as [string, string]);
    });
}
