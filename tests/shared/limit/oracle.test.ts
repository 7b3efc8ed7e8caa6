import { expect, test } from "vitest";
import { dueLine } from "../../../service/commands/due.ts";
import { type OracleCase, isWorked, oracleDue, plus, random, randomCase } from "./oracle.ts";

const CASES = 100_000;

/** By the words of the law: late from the first instant after the due day, paused while a pause covers the instant. */
function oracleVerdict(each: OracleCase & { at: string }, due: string): string {
  const [today] = each.at.split("T");
  if (!today || today < each.acceptedAt) return "unknown";
  const pause = each.pauses
    .filter((p) => p.from <= today && today < p.to)
    .map((p) => p.from)
    .sort()[0];
  if (pause !== undefined && !(due < pause)) return "paused";
  if (today > due) return "overdue";
  let left = 0;
  for (let iso = plus(today, 1); iso <= due; iso = plus(iso, 1)) if (isWorked(iso)) left++;
  return left <= 1 ? "due-soon" : "on-time";
}

test(`${CASES} random cases with pauses, 2013–2026: the clock and a count on fingers over another calendar agree`, () => {
  const next = random(20261122);
  let known = 0;
  for (let i = 0; i < CASES; i++) {
    const each = randomCase(next);
    const expected = oracleDue(each);
    const said = dueLine({
      ...each,
      pauses: each.pauses.map((p) => ({ ...p, ground: "hearing" })),
    });
    if ("error" in said) throw new Error(`case ${i}: ${said.error}`);
    if (said.due !== expected && !(said.verdict === "paused" && said.due === null))
      throw new Error(`case ${i} ${JSON.stringify(each)}: ${said.due}, counted ${expected}`);
    if (expected === null) continue;
    known++;
    const verdict = oracleVerdict(each, expected);
    if (said.verdict !== verdict)
      throw new Error(
        `case ${i} ${JSON.stringify(each)} due ${expected}: ${said.verdict}, not ${verdict}`,
      );
  }
  expect(known).toBeGreaterThan(CASES * 0.95);
}, 300_000);
