import { expect, test } from "vitest";
import { foldTimeline } from "#shared/case/timeline.ts";
import { REGIMES } from "#shared/limit/rules/index.ts";
import { judge } from "#shared/limit/verdict.ts";
import type { Instant } from "#shared/time/instant.ts";
import { ruleBook } from "../../../service/rules/rule-book.ts";
import { spellAt } from "../../../service/facts/spell.ts";
import { spellsOf } from "../../../service/facts/turning-points.ts";
import { AROUND, random, randomFacts, randomUnreadable } from "./random-case.ts";

const DAY = 86_400_000;
const book = ruleBook([]);
const CASES = Number(process.env.SHIXIAN_RANDOM_CASES ?? 100);

test.each(REGIMES.map((regime) => [regime.id, regime] as const))(
  "%s: what the spells say is what judging says, at any moment and at every boundary",
  (id, regime) => {
    const calendar = book.calendar(regime.calendar);
    if (!calendar) throw new Error(`no calendar for ${id}`);
    const rules = { regime, calendar };
    const judged = (t: ReturnType<typeof foldTimeline>, at: number) =>
      judge(t, { ...rules, at: at as Instant });
    const next = random(id.length * 7919 + 3);
    for (let n = 0; n < CASES; n++) {
      const seen = AROUND + Math.floor((next() * 60 - 30) * DAY);
      const facts = randomFacts(next);
      const unreadable = randomUnreadable(next);
      const timeline = foldTimeline([{ at: seen, lastAt: seen, facts, unreadable }]);
      const spells = spellsOf(timeline, seen, rules, judged);
      const moments = [
        ...spells.flatMap(({ from }) => [from - 1, from, from + 1]),
        ...Array.from({ length: 12 }, () => seen + Math.floor(next() ** 3 * 500 * DAY)),
      ].filter((at) => at >= seen);
      for (const at of moments) {
        const said = spells.findLast(({ from }) => from <= at);
        const { state, due } = spellAt(timeline, { ...rules, at: at as Instant }, judged);
        // a million comparisons: only a difference is worth the dear one
        if (JSON.stringify([said?.state, said?.due]) === JSON.stringify([state, due])) continue;
        const where = `${JSON.stringify(facts)} at ${new Date(at).toISOString()}`;
        expect({ state: said?.state, due: said?.due, where }).toEqual({ state, due, where });
      }
    }
  },
);
