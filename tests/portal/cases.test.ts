import { expect, test } from "vitest";
import { VERDICT_KINDS } from "#shared/limit/verdict.ts";
import { casesOn, ordersOn } from "./cases.ts";
import { historyOn } from "./history.ts";
import { isWorkday, nthWorkday, plusDays, workdayAgo, workdaysBetween } from "./days.ts";

const throughTheYear = Array.from({ length: 122 }, (_, n) => plusDays("2026-01-01", n * 3));

test("the demo's own count knows holidays and make-up days", () => {
  expect(isWorkday("2026-02-14")).toBe(true); // a Saturday that is worked
  expect(isWorkday("2026-10-05")).toBe(false); // a Monday of the National Day week
  expect(nthWorkday("2026-09-24", 5)).toBe("2026-10-09");
  expect(workdaysBetween("2026-09-24", "2026-10-09")).toBe(5);
  expect(workdayAgo("2026-10-09", 5)).toBe("2026-09-24");
  expect(() => isWorkday("2099-01-04")).toThrow(/does not know/);
});

test("throughout a year the demo has 40 cases or more, of every verdict, none dated in the future", () => {
  for (const day of throughTheYear) {
    const cases = casesOn(day);
    expect(cases.length, day).toBeGreaterThanOrEqual(40);
    // In the last days of the last known year nobody can say that a case is nearly due.
    if (day < "2026-12-22")
      expect([...new Set(cases.map((each) => each.expect))].sort(), day).toEqual(
        [...VERDICT_KINDS].sort(),
      );
    for (const { row } of cases)
      for (const time of [
        row.submittedAt,
        row.acceptedAt,
        row.closedAt,
        ...row.steps.flatMap((step) => [step.enteredAt, step.leftAt]),
      ])
        expect(time.slice(0, 10) < day || time === "", `${day} ${row.caseNo} ${time}`).toBe(true);
    for (const { row } of ordersOn(day))
      expect(row.acceptedAt.slice(0, 10) < day && row.closedAt.slice(0, 10) < day, day).toBe(true);
    expect(historyOn(day).length, day).toBeGreaterThanOrEqual(4);
  }
});

test("what is called overdue is two working days past its limit, and what is called on time has five left", () => {
  for (const day of throughTheYear)
    for (const { row, expect: verdict } of casesOn(day)) {
      const amount = Number(/^(\d+)个工作日$/.exec(row.limit)?.[1]);
      if (!amount || !row.acceptedAt || row.pauses.length > 0) continue;
      const spent = workdaysBetween(
        row.acceptedAt.slice(0, 10),
        (row.closedAt || day).slice(0, 10),
      );
      const name = `${day} ${row.caseNo} ${verdict}`;
      if (verdict === "overdue" || verdict === "closed-late")
        expect(spent, name).toBeGreaterThanOrEqual(amount + 3);
      if (verdict === "on-time") expect(spent, name).toBeLessThanOrEqual(amount - 5);
      if (verdict === "due-soon") expect(spent, name).toBe(amount - 1);
      if (verdict === "closed-on-time") expect(spent, name).toBeLessThanOrEqual(amount - 2);
    }
});

test("case numbers name one case each, and steps follow one another", () => {
  for (const day of ["2026-03-02", "2026-10-09", "2026-11-23", "2026-12-30"]) {
    const cases = casesOn(day).map(({ row }) => row);
    expect(new Set(cases.map((row) => row.caseNo)).size).toBe(cases.length);
    const orders = ordersOn(day).map(({ row }) => row.orderNo);
    expect(new Set(orders).size).toBe(orders.length);
    for (const { steps, caseNo } of cases)
      steps.reduce((before, step) => {
        expect(step.enteredAt >= before, `${caseNo} ${step.name} ${step.enteredAt} ${before}`).toBe(
          true,
        );
        expect(step.leftAt === "" || step.leftAt >= step.enteredAt, `${caseNo} ${step.name}`).toBe(
          true,
        );
        return step.leftAt;
      }, "");
  }
});
