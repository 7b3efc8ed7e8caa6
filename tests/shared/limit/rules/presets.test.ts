import { describe, expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { run } from "#shared/limit/clock.ts";
import { levels } from "#shared/limit/levels.ts";
import { REGIMES, regimeById } from "#shared/limit/rules/index.ts";
import { strings } from "#shared/strings/strings.ts";
import { judged, workdays } from "../a-case.ts";

const regime = (id: string) => {
  const found = regimeById(id);
  if (!found) throw new Error(id);
  return found;
};
const hearing = "hearing" as const;
const supplement = "supplement" as const;
const five = { acceptedAt: "2026-03-02", promisedLimit: workdays(5) }; // Monday; due Monday 03-09

test("every regime has its own id, a version, a name in both languages and its clauses", () => {
  expect(new Set(REGIMES.map((r) => r.id)).size).toBe(REGIMES.length);
  for (const each of REGIMES) {
    expect(each.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(each.name["zh-CN"] && each.name.en).toBeTruthy();
    expect(each.clauses.length).toBeGreaterThan(0);
  }
});

test("every regime of a place or a system cites what makes it differ, and a source without articles is named as it is", () => {
  const own = REGIMES.filter((each) => !["national", "strict"].includes(each.id));
  const shared = regime("national").clauses;
  for (const { id, clauses } of own) {
    const differs = clauses.filter((clause) => !shared.includes(clause));
    expect([id, differs.length > 0]).toEqual([id, true]);
    for (const { law, article, says } of differs) {
      expect(says["zh-CN"]).toMatch(/。$/);
      expect(says.en).toMatch(/\.$/);
      const words = strings("zh-CN").proof.clause(law, article, says["zh-CN"]);
      expect(words.startsWith(article === "—" ? law : `《${law}》第`)).toBe(true);
    }
  }
});

describe("strict: only the eight grounds of 行政许可法 45 stop the clock, and a day ends with the office", () => {
  const world = { regime: regime("strict") };
  test("a correction after acceptance does not stop it, a hearing does", () => {
    const by = (ground: typeof hearing | typeof supplement) =>
      judged(
        { ...five, pauses: [{ from: "2026-03-04", to: "2026-03-06", ground }] },
        "2026-03-02",
        world,
      ).due;
    expect(by(supplement)).toBe("2026-03-09");
    expect(by(hearing)).toBe("2026-03-11");
  });
  test("late from close of business", () => {
    expect(judged(five, "2026-03-09T17:29", world).kind).toBe("due-soon");
    expect(judged(five, "2026-03-09T17:30", world).kind).toBe("overdue");
  });
});

describe("guangdong", () => {
  const world = { regime: regime("guangdong") };
  test("a promise of one day is yellow from the start", () => {
    expect(judged({ ...five, promisedLimit: workdays(1) }, "2026-03-02", world).kind).toBe(
      "due-soon",
    );
  });
  test("a pause within one day deducts that day", () => {
    const pauses = [{ from: "2026-03-04T09:00", to: "2026-03-04T11:00", ground: hearing }];
    expect(judged({ ...five, pauses }, "2026-03-02", world).due).toBe("2026-03-10");
    expect(judged({ ...five, pauses }, "2026-03-02").due).toBe("2026-03-09");
  });
  test("B类: a special procedure with a limit extends by no more than it", () => {
    const pauses = [
      { from: "2026-03-04", to: "2026-03-20", ground: hearing, approved: workdays(2) },
    ];
    expect(judged({ ...five, pauses }, "2026-03-02", world).due).toBe("2026-03-11");
  });
  test("A类: one without a limit extends by the days it took", () => {
    const pauses = [{ from: "2026-03-04", to: "2026-03-06", ground: hearing }];
    expect(judged({ ...five, pauses }, "2026-03-02", world).due).toBe("2026-03-11");
  });
  test("restDay < 0 is late: not on the last day", () => {
    expect(judged(five, "2026-03-09T23:59", world).kind).toBe("due-soon");
    expect(judged(five, "2026-03-10T00:00", world).kind).toBe("overdue");
  });
});

describe("construction: nothing left is late already", () => {
  const world = { regime: regime("construction") };
  test.each([
    ["2026-03-04", "on-time"],
    ["2026-03-05", "due-soon"],
    ["2026-03-08T23:59", "due-soon"],
    ["2026-03-09T00:00", "overdue"],
  ])("on %s: %s", (when, kind) => {
    expect(judged(five, when, world).kind).toBe(kind);
  });
  test("hours: warned at 48 hours left", () => {
    const facts = { acceptedAt: "2026-03-02T09:00", limit: { amount: 72, unit: "hour" as const } };
    expect(judged(facts, "2026-03-03T08:59", world).kind).toBe("on-time");
    expect(judged(facts, "2026-03-03T09:00", world).kind).toBe("due-soon");
    expect(judged(facts, "2026-03-05T09:00", world).kind).toBe("overdue");
  });
  test("half a day is one session", () => {
    expect(judged({ ...five, promisedLimit: workdays(2.5) }, "2026-03-02", world).due).toBe(
      "2026-03-05T12:00",
    );
  });
});

describe("construction-exchange", () => {
  const world = { regime: regime("construction-exchange") };
  test("corrections and special procedures are added up, not joined", () => {
    const pauses = [
      { from: "2026-03-03", to: "2026-03-05", ground: hearing },
      { from: "2026-03-04", to: "2026-03-06", ground: supplement },
    ];
    expect(judged({ ...five, pauses }, "2026-03-02").due).toBe("2026-03-12");
    expect(judged({ ...five, pauses }, "2026-03-02", world).due).toBe("2026-03-13");
  });
  test("a refusal is neither late nor on time, however late", () => {
    const refused = {
      ...five,
      status: { text: "不予许可", kind: "rejected" as const },
      closedAt: "2026-06-01",
    };
    expect(judged(refused, "2026-06-02", world)).toMatchObject({
      kind: "unknown",
      why: ["dropped"],
    });
    expect(judged(refused, "2026-06-02").kind).toBe("closed-late");
  });
});

describe("epoint: minutes of working days", () => {
  const world = { regime: regime("epoint") };
  const facts = { ...five, acceptedAt: "2026-03-02T21:15" };
  test("due at the minute of acceptance, yellow below 1,440 minutes", () => {
    expect(judged(facts, "2026-03-06T21:15", world)).toMatchObject({
      kind: "on-time",
      due: "2026-03-09T21:15",
    });
    expect(judged(facts, "2026-03-06T21:16", world).kind).toBe("due-soon");
    expect(judged(facts, "2026-03-09T21:16", world).kind).toBe("overdue");
  });
  test("即办件 have no clock", () => {
    const immediate = { ...facts, promisedLimit: { amount: 0, unit: "immediate" as const } };
    expect(judged(immediate, "2026-06-01", world)).toMatchObject({
      kind: "unknown",
      why: ["immediate"],
    });
  });
});

describe("pingtan", () => {
  const world = { regime: regime("pingtan") };
  test("the last day is on time to its end, and the only one with a warning", () => {
    expect(judged(five, "2026-03-08", world).kind).toBe("on-time");
    expect(judged(five, "2026-03-09T23:59", world)).toMatchObject({
      kind: "due-soon",
      why: ["due-today"],
    });
  });
  test.each([
    ["2026-03-02T17:29", "2026-03-02"],
    ["2026-03-02T17:30", "2026-03-03"],
    ["2026-03-07T09:00", "2026-03-09"],
  ])("即办件 received %s is due on %s", (acceptedAt, due) => {
    const facts = { acceptedAt, limit: { amount: 0, unit: "immediate" as const } };
    expect(judged(facts, acceptedAt, world).due).toBe(due);
  });
});

describe("justep: remaining days leave out today", () => {
  const world = { regime: regime("justep") };
  test.each([
    ["2026-03-04", "on-time"],
    ["2026-03-05", "due-soon"],
    ["2026-03-11", "due-soon"],
    ["2026-03-12", "overdue"],
  ])("8 working days from 2026-03-02 (due 03-12), on %s: %s", (when, kind) => {
    expect(judged({ acceptedAt: "2026-03-02", promisedLimit: workdays(8) }, when, world).kind).toBe(
      kind,
    );
  });
  test("预警 at five, 黄牌 at one, 红牌 at none", () => {
    const rules = { regime: regime("justep"), calendar: CHINA };
    const promise = run("2026-03-02", workdays(8), [], rules);
    if (promise.kind !== "at") throw new Error(promise.kind);
    expect(
      levels("promise", { promise }, rules).map((l) => `${l.name["zh-CN"]} ${l.point.moment}`),
    ).toEqual(["预警 2026-03-05", "黄牌 2026-03-11", "红牌 2026-03-12"]);
  });
});

describe("jiangsu", () => {
  test("six and a half working hours are a working day", () => {
    const facts = {
      acceptedAt: "2026-03-02T10:00",
      limit: { amount: 6.5, unit: "work-hour" as const },
    };
    expect(judged(facts, "2026-03-02T10:00", { regime: regime("jiangsu") }).due).toBe(
      "2026-03-03T10:00",
    );
  });
  test("提醒 past the promise, 预警 over one, 报警 over two working days", () => {
    const rules = { regime: regime("jiangsu"), calendar: CHINA };
    const promise = run("2026-03-02", workdays(5), [], rules);
    if (promise.kind !== "at") throw new Error(promise.kind);
    expect(
      levels("promise", { promise }, rules).map((l) => `${l.name["zh-CN"]} ${l.point.moment}`),
    ).toEqual(["提醒 2026-03-09", "预警 2026-03-10", "报警 2026-03-11"]);
  });
});

describe("yulin: yellow when nine tenths of the promise have passed", () => {
  const world = { regime: regime("yulin") };
  test.each([
    ["2026-03-12", "on-time"], // 8 of 10
    ["2026-03-13", "due-soon"], // 9 of 10
    ["2026-03-16T23:59", "due-soon"],
    ["2026-03-17", "overdue"],
  ])("10 working days from 2026-03-02, on %s: %s", (when, kind) => {
    expect(judged({ ...five, promisedLimit: workdays(10) }, when, world).kind).toBe(kind);
  });
});

test.each([
  ["municipal", "2026-03-05", "on-time"],
  ["municipal", "2026-03-06", "due-soon"],
  ["chengdu", "2026-03-10", "overdue"],
  ["steps-too", "2026-03-09T23:59", "due-soon"],
])("%s on %s: %s", (id, when, kind) => {
  expect(judged(five, when, { regime: regime(id) }).kind).toBe(kind);
});
