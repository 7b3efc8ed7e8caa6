import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opensWhatItCounts } from "./a-world.ts";

const report = reportOf("rework")!;
const step = (name: string, day: number, department?: string) => ({
  name,
  enteredAt: `2026-11-${String(day).padStart(2, "0")}`,
  ...(department !== undefined && { department }),
});
const base = { acceptedAt: "2026-11-02", status: { text: "在办", kind: "processing" } as const };

const cases = [
  // sent back once from review to handling, and handed from 甲 to 乙 and back and again
  aCase(1, {
    ...base,
    item: "许可",
    steps: [
      step("承办", 2, "甲局"),
      step("审核", 3, "乙局"),
      step("承办", 4, "甲局"),
      step("审核", 5, "乙局"),
    ],
    pauses: [
      { from: "2026-11-06", to: "2026-11-09", ground: "supplement" },
      { from: "2026-11-10", to: "2026-11-11", ground: "supplement" },
      { from: "2026-11-12", to: "2026-11-13", ground: "hearing" },
    ],
  }),
  // straight on; its steps name no department; its page shows that nothing was paused
  aCase(2, { ...base, item: "许可", steps: [step("承办", 2), step("批准", 4)], pauses: [] }),
  // a page that shows neither
  aCase(3, { ...base, item: "许可" }),
  aCase(4, { ...base, item: "备案" }),
];

test("rounds, steps, returns and hand-overs are means over the cases whose page shows them", async () => {
  const { rows, total, n, notes } = await ask(report, cases);
  expect(rows[0]?.cells).toEqual({
    name: "许可",
    total: 3,
    pausesShown: 2 / 3,
    rounds: 1,
    mostRounds: 2,
    stepsShown: 2 / 3,
    steps: 3,
    mostSteps: 4,
    // twice back to a step where it had been, in two cases
    returns: 1,
    // three in the one case that names all departments
    handOvers: 3,
  });
  expect(total?.cells).toMatchObject({ total: 4, pausesShown: 0.5, steps: 3, rounds: 1 });
  expect(n).toBe(4);
  expect(notes).toEqual([
    "4 件中有 2 件的页面既未显示环节也未显示暂停、补正记录，未计入各项平均数。",
  ]);
});

test("what no page shows is no zero", async () => {
  const row = (await ask(report, cases)).rows[1];
  expect(row?.cells).toMatchObject({ name: "备案", rounds: null, steps: null, handOvers: null });
  expect(row?.empty).toMatchObject({
    rounds: "页面没有显示暂停、补正记录，不能说明没有补正。",
    handOvers: "页面没有显示办理环节。",
  });
});

test("a figure opens exactly the cases that it counts", async () => {
  const figures = await ask(report, cases);
  expect(figures.rows[0]?.open.total).toBe("item=%E8%AE%B8%E5%8F%AF");
  expect(opensWhatItCounts(figures, cases)).toEqual([]);
});
