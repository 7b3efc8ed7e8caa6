import { expect, test } from "vitest";
import { REGIMES } from "#shared/limit/rules/index.ts";
import { dueLine } from "../../../service/commands/due.ts";
import { plus, random } from "./oracle.ts";
import { type RegimeCase, SYSTEMS, regimeDue } from "./oracle-regimes.ts";

/** Of each regime; `ORACLE_CASES` asks for more. */
const CASES = Number(process.env["ORACLE_CASES"] ?? 120);
const GROUNDS = ["hearing", "supplement", "suspended", "expert-review", "payment"];

function aCase(regime: string, next: () => number): RegimeCase {
  const pick = (n: number): number => Math.floor(next() * n);
  const two = (n: number): string => String(n).padStart(2, "0");
  const time = (): string => `T${two(pick(24))}:${two(pick(4) * 15)}`;
  const units: [unit: string, amount: () => number][] = [
    ["workday", () => 1 + pick(30)],
    ["workday", () => 1 + pick(30)],
    ["workday", () => pick(8) + 0.5],
    ["day", () => 1 + pick(60)],
    ["month", () => 1 + pick(6)],
    ["immediate", () => 0],
    ["hour", () => 1 + pick(72)],
    ["work-hour", () => 1 + pick(40)],
    ["work-minute", () => 15 + pick(600)],
  ];
  const [unit = "", amount = () => 0] = units[pick(units.length)] ?? [];
  const exact = SYSTEMS[regime]?.moment || unit.includes("hour") || unit.includes("minute");
  const day = plus("2013-01-04", pick(365 * 14 - 8));
  const hour = exact || pick(2) === 0;
  const pauses = Array.from({ length: pick(4) }, () => {
    const from = plus(day, pick(50) - 10);
    const to = plus(from, pick(12));
    const [a, b] = hour && pick(2) === 0 ? [time(), time()].sort() : ["", ""];
    return {
      from: from + a,
      ...(pick(12) > 0 && { to: to + b }),
      ground: GROUNDS[pick(GROUNDS.length)] ?? "",
      ...(pick(4) === 0 && { approved: { amount: 1 + pick(5), unit: "workday" as const } }),
    };
  });
  return {
    regime,
    acceptedAt: day + (hour ? time() : ""),
    limit: { amount: amount(), unit },
    pauses: unit === "immediate" ? [] : pauses,
  };
}

test("every regime that counts in China has its row in the oracle's table", () => {
  expect(Object.keys(SYSTEMS)).toEqual(
    REGIMES.filter((r) => r.calendar.id === "cn").map((r) => r.id),
  );
});

test.each(Object.keys(SYSTEMS))(
  "%s: working days and halves, natural days, months, hours, working hours, on the spot",
  (regime) => {
    const next = random(regime.length * 7919 + regime.charCodeAt(0));
    let told = 0;
    for (let i = 0; i < CASES; i++) {
      const each = aCase(regime, next);
      const expected = regimeDue(each);
      const said = dueLine({ ...each, at: "2026-12-31T23:59:59+08:00" });
      if ("error" in said) throw new Error(`case ${i} ${JSON.stringify(each)}: ${said.error}`);
      // while a pause lasts on the day of the question the date stays open
      if (said.verdict === "paused" && said.due === null && expected !== null)
        expect(each.pauses.some((p) => p.to === undefined || p.to > "2026-12-31")).toBe(true);
      else if (said.due !== expected)
        throw new Error(`case ${i} ${JSON.stringify(each)}: ${said.due}, counted ${expected}`);
      if (expected !== null) told++;
    }
    expect(told).toBeGreaterThan(CASES * 0.5);
  },
  300_000,
);
