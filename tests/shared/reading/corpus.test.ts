import { expect, test } from "vitest";
import { score } from "../../score.ts";

/** The level that the reader has reached; raise it, never lower it. */
const REACHED: Record<string, number> = {
  kind: 1,
  negatives: 1,
  columns: 0.995,
  fields: 0.995,
  steps: 0.99,
  guides: 1,
};

const scored = score();
if (!scored)
  console.warn("The corpus is not beside this checkout: the reader's level is NOT checked.");

test.skipIf(!scored)(
  "the corpus is read at the level that was reached, without one false overdue",
  () => {
    const line = scored?.text.trim().split("\n").pop() ?? "";
    expect(line).toMatch(/wrong overdue 0$/);
    for (const [measure, least] of Object.entries(REACHED)) {
      const share = Number(new RegExp(`${measure} ([\\d.]+)%`).exec(line)?.[1]) / 100;
      expect(share, `${measure}\n${scored?.text}`).toBeGreaterThanOrEqual(least);
    }
  },
  120_000,
);

test.skipIf(!scored)(
  "what is said as sure is right 99 times in 100, and every miss has its reason",
  () => {
    const told = scored?.confidence[0] ?? "";
    for (const [, name, share] of told.matchAll(/(\w+, sure): \d+ of \d+ right \(([\d.]+) %\)/g))
      expect(Number(share), `${name}\n${scored?.confidence.join("\n")}`).toBeGreaterThanOrEqual(99);
    expect(told).toMatch(/columns, sure: .*fields, sure: /);
    expect(scored?.unexplained, scored?.text).toBe(0);
  },
);
