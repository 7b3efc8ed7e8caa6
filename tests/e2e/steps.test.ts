import { afterAll, beforeAll, expect, test } from "vitest";
import { workdaysBetween } from "../portal/days.ts";
import { shownFrame } from "./marks.ts";
import { openCase, openPortal } from "./portal-walk.ts";
import { type World, eventually, openWorld } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ enrolled: false });
});
afterAll(() => world?.close());

const today = (): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());

test("a case page tells its verdict, and of each step how many working days it took", async () => {
  const page = await openPortal(world.supervisor.context, world.portal);
  const list = await shownFrame(page);
  const shown = world.portal.cases.slice(0, 10);
  // One that has passed several steps and stands in one, one that is closed, one that is not accepted.
  for (const wanted of ["overdue", "closed-on-time", "not-started"] as const) {
    const { row, expect: verdict } =
      shown
        .filter((each) => each.expect === wanted)
        .sort((a, b) => b.row.steps.length - a.row.steps.length)[0] ??
      expect.fail(`no ${wanted} case on the first page`);
    await page.click("#tabs div:first-child");
    const frame = await openCase(page, list, row.caseNo);
    const told = await eventually(
      () =>
        frame.evaluate(() =>
          [...document.querySelectorAll("#steps .el-table__body tbody tr")].map(
            (tr) => tr.querySelector("shixian-step")?.shadowRoot?.textContent ?? "",
          ),
        ),
      (words) => words.length === row.steps.length && words.every((each) => each !== ""),
    );
    const counted = row.steps.map(({ enteredAt, leftAt }) =>
      workdaysBetween(enteredAt.slice(0, 10), (leftAt || today()).slice(0, 10)),
    );
    const read = told.map((words) =>
      words.includes("不足1个工作日") ? 0 : Number(/(\d+)个工作日/.exec(words)?.[1]),
    );
    expect(read, `${row.caseNo}: ${told.join(" / ")}`).toEqual(counted);
    const mark = frame.locator("shixian-mark");
    await eventually(
      () => mark.count(),
      (n) => n === 1,
    );
    expect(await mark.getAttribute("data-verdict"), row.caseNo).toBe(verdict);
  }
  await page.close();
});
