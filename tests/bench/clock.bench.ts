import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline, type Timeline } from "#shared/case/timeline.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { addDays, day, isoDay } from "#shared/time/day.ts";
import { instantAt } from "#shared/time/instant.ts";
import { random } from "../shared/limit/oracle.ts";

const CASES = 100_000;
const ROUNDS = 5;

function timelines(): Timeline[] {
  const next = random(7);
  const pick = (n: number): number => Math.floor(next() * n);
  return Array.from({ length: CASES }, () => {
    const from = addDays(day("2025-01-01"), pick(690));
    const paused = addDays(from, 1 + pick(10));
    const at = instantAt(from, 0);
    return foldTimeline([
      {
        at,
        lastAt: at,
        facts: {
          acceptedAt: isoDay(from),
          promisedLimit: { amount: 1 + pick(30), unit: "workday" },
          statutoryLimit: { amount: 45, unit: "workday" },
          status: { text: "办理中", kind: "processing" },
          ...(pick(4) === 0 && {
            pauses: [
              {
                from: isoDay(paused),
                to: isoDay(addDays(paused, 1 + pick(15))),
                ground: "hearing",
              },
            ],
          }),
        },
        unreadable: [],
      },
    ]);
  });
}

/** The best of several rounds, in calls per second. */
function rate(n: number, work: () => number): number {
  let best = Infinity;
  let kept = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const begin = performance.now();
    kept += work();
    best = Math.min(best, performance.now() - begin);
  }
  if (Number.isNaN(kept)) throw new Error("the work was not done");
  return n / (best / 1000);
}

/** Verdicts per second, beside the cheapest loop that looks a due day up in two arrays and compares it. */
export function bench(): void {
  const all = timelines();
  const at = instantAt(day("2026-11-22"), 36_000_000);
  const world = { regime: national, calendar: CHINA, at };
  const verdicts = rate(CASES, () => all.reduce((n, t) => n + judge(t, world).kind.length, 0));

  const from = CHINA.covered.from;
  const size = CHINA.covered.to - from;
  const ordinal = new Int32Array(size + 1);
  const worked = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) {
    ordinal[i] = count;
    if (CHINA.isWorkday(addDays(from, i))) worked[count++] = i;
  }
  const starts = Int32Array.from(all, (t) => day(t.acceptedAt ?? "") - from + 1);
  const amounts = Int32Array.from(all, (t) => t.limits.promised?.amount ?? 0);
  const today = day("2026-11-22") - from;
  const cheapest = rate(CASES, () => {
    let late = 0;
    for (let i = 0; i < CASES; i++)
      if ((worked[(ordinal[starts[i] ?? 0] ?? 0) + (amounts[i] ?? 0) - 1] ?? size) < today) late++;
    return late;
  });
  const one = (n: number): string => Math.round(n).toLocaleString("en");
  process.stdout.write(
    `clock: ${one(verdicts)} verdicts/s; cheapest loop ${one(cheapest)}/s (${one(cheapest / verdicts)} times as many); ` +
      `a million open cases in ${(1_000_000 / verdicts).toFixed(1)} s\n`,
  );
}
