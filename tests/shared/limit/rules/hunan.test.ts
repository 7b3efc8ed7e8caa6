import { describe, expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import type { Pause } from "#shared/case/observation.ts";
import { run } from "#shared/limit/clock.ts";
import type { Point } from "#shared/limit/due.ts";
import { levelAt, levels } from "#shared/limit/levels.ts";
import type { ClockName } from "#shared/limit/regime.ts";
import { hunan } from "#shared/limit/rules/hunan.ts";
import { at, judged, workdays } from "../a-case.ts";

/** The acceptance table of the supervision system's own document (监察规则说明). */
const rules = { regime: hunan, calendar: CHINA };
const start = "2018-10-15T10:00";

function point(amount: number, pauses: Pause[] = []): Point {
  const due = run(start, workdays(amount), pauses, rules);
  if (due.kind !== "at") throw new Error(due.kind);
  return due;
}

const table = (clock: ClockName, dues: { promise?: Point; statute?: Point; own?: Point }) =>
  levels(clock, dues, rules).map((each) => `${each.name["zh-CN"]} ${each.point.moment}`);

describe("受理 2018-10-15 10:00, 承诺 7 个工作日, 法定 10 个工作日", () => {
  test("预警 10-19 10:00, 黄牌 10-24 10:00, 红牌 10-29 10:00", () => {
    expect(table("promise", { promise: point(7), statute: point(10) })).toEqual([
      "预警 2018-10-19T10:00",
      "黄牌 2018-10-24T10:00",
      "红牌 2018-10-29T10:00",
    ]);
  });

  test("特别程序 3 天: 全部顺延 3 个工作日", () => {
    const pauses = [
      { from: "2018-10-16T10:00", to: "2018-10-19T10:00", ground: "hearing" as const },
    ];
    expect(table("promise", { promise: point(7, pauses), statute: point(10, pauses) })).toEqual([
      "预警 2018-10-24T10:00",
      "黄牌 2018-10-29T10:00",
      "红牌 2018-11-01T10:00",
    ]);
  });

  test("特别程序 7 天自身: 预警 10-19, 黄牌 10-24, 红牌 10-25", () => {
    expect(table("special-procedure", { own: point(7) })).toEqual([
      "预警 2018-10-19T10:00",
      "黄牌 2018-10-24T10:00",
      "红牌 2018-10-25T10:00",
    ]);
  });

  test("网上预受理 2 天: 预警 10-17, 黄牌 10-22, 红牌 10-24", () => {
    expect(table("notice", { own: point(2) })).toEqual([
      "预警 2018-10-17T10:00",
      "黄牌 2018-10-22T10:00",
      "红牌 2018-10-24T10:00",
    ]);
  });

  test("咨询投诉 10-22 到期: 预警 10-17, 黄牌 10-22, 红牌 10-23", () => {
    expect(table("feedback", { own: point(5) })).toEqual([
      "预警 2018-10-17T10:00",
      "黄牌 2018-10-22T10:00",
      "红牌 2018-10-23T10:00",
    ]);
  });

  test("超过1秒钟也算超期, to the precision that the page shows", () => {
    const seconds = { acceptedAt: "2018-10-15T10:00:00", promisedLimit: workdays(7) };
    expect(judged(seconds, "2018-10-24T10:00:00", { regime: hunan }).kind).toBe("due-soon");
    expect(judged(seconds, "2018-10-24T10:00:01", { regime: hunan })).toMatchObject({
      kind: "overdue",
      due: "2018-10-24T10:00:00",
    });
    const minutes = { acceptedAt: start, promisedLimit: workdays(7), statutoryLimit: workdays(10) };
    expect(judged(minutes, "2018-10-24T10:00:59", { regime: hunan }).kind).toBe("due-soon");
    expect(judged(minutes, "2018-10-24T10:01", { regime: hunan })).toMatchObject({
      severity: "promised",
    });
    expect(judged(minutes, "2018-10-29T10:01", { regime: hunan })).toMatchObject({
      severity: "statutory",
    });
    expect(judged(minutes, "2018-10-19T10:00", { regime: hunan }).kind).toBe("on-time");
    expect(judged(minutes, "2018-10-19T10:01", { regime: hunan }).kind).toBe("due-soon");
  });

  test("the degree that has been reached is the gravest one", () => {
    const all = levels("promise", { promise: point(7), statute: point(10) }, rules);
    expect(levelAt(all, at("2018-10-19T10:00"))).toBeUndefined();
    expect(levelAt(all, at("2018-10-23"))?.name["zh-CN"]).toBe("预警");
    expect(levelAt(all, at("2018-10-26"))?.name["zh-CN"]).toBe("黄牌");
    expect(levelAt(all, at("2018-10-30"))?.name["zh-CN"]).toBe("红牌");
  });
});

describe("特别程序 within its approved length", () => {
  const pause = { from: "2018-10-16T10:00", ground: "hearing" as const, approved: workdays(2) };
  test("beyond it the clock runs, whether the pause has ended or not", () => {
    expect(point(7, [pause]).moment).toBe("2018-10-26T10:00");
    expect(point(7, [{ ...pause, to: "2018-10-25T10:00" }]).moment).toBe("2018-10-26T10:00");
  });
  test("shorter than it, only what was used", () => {
    expect(point(7, [{ ...pause, to: "2018-10-17T10:00" }]).moment).toBe("2018-10-25T10:00");
  });
  test("part of a day moves the due time within the day, noon break left out", () => {
    const part = { from: "2018-10-16T11:00", to: "2018-10-16T15:00", ground: "hearing" as const };
    expect(point(7, [part]).moment).toBe("2018-10-24T14:00"); // two working hours after 10:00: noon, and the break belongs to it
  });
});

test("accepted at night or on a rest day it runs from the next opening", () => {
  const on = (acceptedAt: string) =>
    judged({ acceptedAt, limit: workdays(1) }, acceptedAt, { regime: hunan }).due;
  expect(on("2018-10-15T20:00")).toBe("2018-10-17T08:30");
  expect(on("2018-10-13T10:00")).toBe("2018-10-16T08:30");
});

test("with the day of acceptance only, the hour decides", () => {
  const facts = { acceptedAt: "2018-10-15", limit: workdays(7) };
  expect(judged(facts, "2018-10-24T12:00", { regime: hunan })).toMatchObject({
    kind: "unknown",
    why: ["hour-decides"],
    range: { earliest: "2018-10-24T08:30", latest: "2018-10-25T08:30" },
  });
  expect(judged(facts, "2018-10-25T08:31", { regime: hunan }).kind).toBe("overdue");
});

test("without office hours there is no verdict at all", () => {
  const regime = { ...hunan, officeHours: [] };
  expect(judged({ acceptedAt: start, limit: workdays(7) }, "2018-12-01", { regime }).kind).toBe(
    "unknown",
  );
});
