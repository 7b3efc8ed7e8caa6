import { CHINA } from "#shared/calendar/china.ts";
import type { Calendar } from "#shared/calendar/calendar.ts";
import type { CaseFacts, Unreadable } from "#shared/case/observation.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { national } from "#shared/limit/rules/national.ts";
import { type Verdict, judge } from "#shared/limit/verdict.ts";
import { type Instant, parseInstant } from "#shared/time/instant.ts";

/** `2026-10-09` noon, or `2026-10-09T10:00[:ss]`, Beijing time. */
export function at(text: string): Instant {
  const full = text.length === 10 ? `${text}T12:00` : text;
  const found = parseInstant(`${full}+08:00`);
  if (found === undefined) throw new Error(`no instant: ${text}`);
  return found;
}

export const workdays = (amount: number) => ({ amount, unit: "workday" as const });
export const days = (amount: number) => ({ amount, unit: "day" as const });
export const processing = { text: "办理中", kind: "processing" as const };

/** Judges one case that was seen once, at the moment of judging. */
export function judged(
  facts: CaseFacts,
  when: string,
  world: { regime?: Regime; calendar?: Calendar; unreadable?: Unreadable[]; seen?: string } = {},
): Verdict {
  const { regime = national, calendar = CHINA, unreadable = [] } = world;
  const seen = at(world.seen ?? when);
  const timeline = foldTimeline([{ at: seen, lastAt: seen, facts, unreadable }]);
  return judge(timeline, { regime, calendar, at: at(when) });
}
