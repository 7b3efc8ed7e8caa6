import type { Timeline } from "#shared/case/timeline.ts";
import { clocks } from "#shared/limit/clocks.ts";
import type { Due, Point } from "#shared/limit/due.ts";
import { duesOf } from "#shared/limit/dues.ts";
import type { Verdict, World } from "#shared/limit/verdict.ts";
import { isSoon } from "#shared/limit/warning.ts";
import { addDays } from "#shared/time/day.ts";
import { type Instant, dayOf, instantAt } from "#shared/time/instant.ts";
import { earliest, latest } from "#shared/time/moment.ts";
import { type Judge, type Spell, spellAt } from "./spell.ts";

/** A warning never begins so long before the due time. */
const WARNING_DAYS = 4000;

/**
 * What a case is from `from` on, spell after spell, if nothing more is seen of it. Nothing that it is judged by changes between two of
 * its turning points, so that it need be judged once for each and never again as time passes.
 * @returns at least one, ascending, the first beginning at `from`
 */
export function spellsOf(
  timeline: Timeline,
  from: number,
  world: Omit<World, "at">,
  judge: Judge,
): Spell[] {
  const first = spellAt(timeline, { ...world, at: from as Instant }, judge);
  const spells = [first];
  const ahead = turningPoints(timeline, from, world, first.verdict);
  for (let i = 0; i < ahead.length; i++) {
    const at = ahead[i] ?? 0;
    const spell = spellAt(timeline, { ...world, at: at as Instant }, judge);
    spells.push(spell);
    // the end of what a due time shows is known only with it
    const over = spell.verdict.due === null ? 0 : latest(spell.verdict.due);
    if (over > at && !ahead.includes(over)) {
      ahead.push(over);
      ahead.sort((a, b) => a - b);
    }
  }
  return spells;
}

function turningPoints(
  t: Timeline,
  from: number,
  rules: Omit<World, "at">,
  verdict: Verdict,
): number[] {
  const { zone } = rules.regime;
  const found = new Set<number>();
  const add = (at: number | undefined): void => {
    if (at !== undefined && at > from && Number.isFinite(at)) found.add(at);
  };
  const addDue = (due: Due | Point | undefined): void => {
    if (!due) return;
    if ("ends" in due) add(due.ends);
    else if (due.kind === "between") {
      add(due.earliest.ends);
      add(due.latest?.ends);
    }
  };
  for (const moment of [t.acceptedAt, t.closedAt])
    if (moment !== undefined) {
      add(earliest(moment));
      add(earliest(moment, zone));
    }
  for (const pause of t.pauses) {
    add(earliest(pause.from, zone));
    if (pause.to !== undefined) add(earliest(pause.to, zone));
  }
  // what a portal marks is true of the day on which it was seen
  add(instantAt(addDays(dayOf(t.lastSeenAt, zone), 1), 0, zone));
  const world = { ...rules, at: from as Instant };
  const { computed, declared, limit, statute } = duesOf(t, world);
  for (const due of [computed, declared, statute()]) addDue(due);
  const since = t.acceptedAt !== undefined && limit ? { start: t.acceptedAt, limit } : undefined;
  if (computed.kind === "at") add(warnedAt(computed, from, rules, since));
  if (declared) add(warnedAt(declared, from, rules, since));
  for (const clock of clocks(t, world)) addDue(clock.due);
  if (verdict.due !== null) add(latest(verdict.due));
  return [...found].sort((a, b) => a - b);
}

/** When the warning of a due time begins; `undefined` where that is behind, or it never does. */
function warnedAt(
  due: Point,
  from: number,
  rules: Omit<World, "at">,
  since: Parameters<typeof isSoon>[3],
): number | undefined {
  const soon = (at: number): boolean => isSoon(due, at as Instant, rules, since);
  let before = Math.max(from, due.ends - WARNING_DAYS * 86_400_000);
  let after = due.ends - 1;
  if (after <= before || soon(before) || !soon(after)) return undefined;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (soon(middle)) after = middle;
    else before = middle;
  }
  return after;
}
