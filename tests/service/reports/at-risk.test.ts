import { expect, test } from "vitest";
import { reportOf } from "../../../service/reports/reports.ts";
import { aCase, ask, opened } from "./a-world.ts";

const report = reportOf("at-risk")!;
const closed = { text: "办结", kind: "finished" } as const;
const open = { text: "在办", kind: "processing" } as const;
let n = 0;
const october = (day: number): string => `2026-10-${String(day).padStart(2, "0")}`;
/** Accepted on 1 October and closed after `days`. */
const past = (item: string, days: number, times: number) =>
  Array.from({ length: times }, () =>
    aCase(++n, {
      item,
      acceptedAt: october(1),
      closedAt: october(1 + days),
      due: october(11),
      status: closed,
    }),
  );
/* Of 许可: 20 took 2 days, 24 took 8, 16 took 12. Of 备案 only ten are known. */
const history = [
  ...past("许可", 2, 20),
  ...past("许可", 8, 24),
  ...past("许可", 12, 16),
  ...past("备案", 9, 10),
];

const waiting = [
  // accepted 6 days before the report, due on day 10: 42 lasted longer than 6 days (103 and 106 still do), 24 of them closed on day 8
  aCase(101, { item: "许可", acceptedAt: "2026-11-14", due: "2026-11-24", status: open }),
  // one day spent, due on day 10: 20 of 64 closed on day 2, then 24 of 42 on day 8
  aCase(102, { item: "许可", acceptedAt: "2026-11-19", due: "2026-11-29", status: open }),
  // eleven days spent: only 17 ever lasted longer, 106 among them
  aCase(103, { item: "许可", acceptedAt: "2026-11-09", due: "2026-11-23", status: open }),
  aCase(104, { item: "备案", acceptedAt: "2026-11-18", due: "2026-11-25", status: open }),
  aCase(105, { acceptedAt: "2026-11-18", due: "2026-11-25", status: open }),
  // late already, and standing still: neither is a case at risk
  aCase(106, { item: "许可", acceptedAt: "2026-11-02", due: "2026-11-10", status: open }),
  aCase(107, {
    item: "许可",
    acceptedAt: "2026-11-16",
    promisedLimit: { amount: 5, unit: "workday" },
    pauses: [{ from: "2026-11-17", ground: "hearing" }],
    status: open,
  }),
];

test("the chance of missing the due date is that of earlier cases that had lasted as long, the likeliest first", async () => {
  const { rows, notes, n: of } = await ask(report, [...history, ...waiting]);
  expect(rows.map(({ cells }) => cells.mask)).toEqual(["…101", "…102", "…103", "…104", "…105"]);
  expect(rows[0]?.cells).toMatchObject({ n: 42, spent: 6, left: 4, due: "2026-11-24" });
  expect(rows[0]?.cells.risk).toBeCloseTo(18 / 42, 9);
  expect(rows[0]?.cells.lower).toBeLessThan(18 / 42);
  expect(rows[0]?.cells.upper).toBeGreaterThan(18 / 42);
  expect(rows[0]?.cells.why).toBe("同一事项 42 件受理 6 天仍未办结，看其 4 天内办结的份额。");
  expect(rows[1]?.cells.risk).toBeCloseTo((44 / 64) * (18 / 42), 9);
  expect(of).toBe(5);
  expect(notes).toEqual([
    "5 件未办结且时限未过，2 件可以估计；其余写明原因，排在其后。",
    "1 件正在暂停计时，未列入。",
  ]);
});

test("with fewer than thirty to compare there is no chance, and the reason is told", async () => {
  const { rows } = await ask(report, [...history, ...waiting]);
  const why = (mask: string) => rows.find(({ cells }) => cells.mask === mask)!;
  expect(why("…103").cells).toMatchObject({ risk: null, n: null });
  expect(why("…103").cells.why).toBe(
    "用了同样时间的以往同类办件只有 17 件，不足 30 件，不作估计。",
  );
  expect(why("…104").empty.risk).toBe(
    "用了同样时间的以往同类办件只有 10 件，不足 30 件，不作估计。",
  );
  expect(why("…105").empty.risk).toBe("页面未显示事项，无从比较。");
});

test("where enough passed through the same step, the time since it was entered decides", async () => {
  const stepped = (id: number, entered: number, days: number, times: number) =>
    Array.from({ length: times }, (_, i) =>
      aCase(id + i, {
        item: "验收",
        acceptedAt: october(1),
        steps: [
          { name: "受理", enteredAt: october(1), leftAt: october(entered) },
          { name: "现场核查", enteredAt: october(entered), leftAt: october(entered + days) },
        ],
        closedAt: october(entered + days),
        status: closed,
      }),
    );
  const now = aCase(400, {
    item: "验收",
    acceptedAt: "2026-11-01",
    due: "2026-11-23",
    step: "现场核查",
    steps: [
      { name: "受理", enteredAt: "2026-11-01", leftAt: "2026-11-18" },
      { name: "现场核查", enteredAt: "2026-11-18" },
    ],
    status: open,
  });
  // 30 took 3 days from entering the step, 10 took 8; two days are spent and five allowed
  const cases = [...stepped(200, 5, 3, 30), ...stepped(300, 6, 8, 10), now];
  const { rows } = await ask(report, cases);
  expect(rows[0]?.cells.risk).toBeCloseTo(10 / 40, 9);
  expect(rows[0]?.cells.why).toBe(
    "同一事项 40 件曾在“现场核查”停留 2 天仍未办结，看其 3 天内办结的份额。",
  );
});

test("each row opens its own case", async () => {
  const cases = [...history, ...waiting];
  const figures = await ask(report, cases);
  expect(await opened(figures, cases)).toEqual(figures.rows.map(({ cells }) => [cells.mask]));
});
