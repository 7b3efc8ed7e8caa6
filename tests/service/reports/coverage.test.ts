import { expect, test } from "vitest";
import type { ReportDocument } from "../../../service/routes/shapes/report.ts";
import { aLook, aService, aSight } from "../a-service.ts";

test("looks, days and cases of each unit and week, against the totals told; silence is a row, not a blank", async () => {
  const service = await aService();
  service.at("2026-11-20T10:00:00+08:00");
  const east = await service.device("省/东县");
  const west = await service.device("省/西县");
  await service.code("省/南县");
  const at = (text: string): number => Date.parse(`${text}:00+08:00`);
  const look = (seq: number, time: string, more: object = {}) => ({
    ...aLook(seq),
    at: at(time),
    lastAt: at(time),
    ...more,
  });
  const sight = (seq: number, n: number, lookSeq: number, time: string) => ({
    ...aSight(seq, n),
    look: lookSeq,
    at: at(time),
    lastAt: at(time),
  });
  await east.send([
    look(1, "2026-11-02T09:00", { coverage: { shown: 2, total: 8 }, unidentified: 1 }),
    sight(2, 1, 1, "2026-11-02T09:00"),
    sight(3, 2, 1, "2026-11-02T09:00"),
    look(4, "2026-11-03T09:00", { coverage: { shown: 1, total: 10 } }),
    sight(5, 2, 4, "2026-11-03T09:00"),
    // Sunday 24:00 in China is still the same week in UTC
    look(6, "2026-11-16T00:30", {
      coverage: { shown: 0 },
      unreadable: [{ field: "due", why: "not-understood" }],
    }),
  ]);
  await west.send([look(1, "2026-11-10T09:00", { coverage: { shown: 0 } })]);
  const token = await service.token("省");
  const answer = await service.request("/v1/reports/coverage?from=2026-11-01&to=2026-11-30", {
    token,
  });
  const report = (await answer.json()) as ReportDocument;
  const rows = report.rows.map(({ cells }) => [
    cells.unit,
    cells.week,
    cells.looks,
    cells.days,
    cells.cases,
    cells.seenRate,
  ]);
  expect(rows).toEqual([
    ["省/东县", "2026-11-02 – 2026-11-08", 2, 2, 2, 0.2],
    ["省/东县", "2026-11-09 – 2026-11-15", 0, null, null, null],
    ["省/东县", "2026-11-16 – 2026-11-22", 1, 1, 0, null],
    ["省/西县", "2026-11-02 – 2026-11-08", 0, null, null, null],
    ["省/西县", "2026-11-09 – 2026-11-15", 1, 1, 0, null],
    ["省/西县", "2026-11-16 – 2026-11-22", 0, null, null, null],
  ]);
  expect(report.rows[0]?.cells).toMatchObject({ unidentified: 1, seen: 2, told: 10, devices: 1 });
  expect(report.rows[2]?.cells.unreadable).toBe(1);
  expect(report.rows[2]?.empty.seenRate).toBe("该周没有页面显示总数。");
  expect(report.notes).toEqual(["期间内从未查看：省/南县。"]);
});
