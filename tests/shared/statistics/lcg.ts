import type { Between } from "#shared/statistics/turnbull.ts";
import type { Life } from "#shared/statistics/life.ts";

/** The generator of `oracle/make.R` (Numerical Recipes' 32-bit LCG): the same draws in both languages. */
export function lcg(seed: number): { draw(): number; below(n: number): number } {
  let state = seed;
  const draw = (): number =>
    (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
  return { draw, below: (n) => Math.floor(draw() * n) };
}

/** Data set `seed` of the oracle's thousand: right-censored, with late entries, or known between two looks. */
export function randomSet(seed: number): { lives: Life[] } | { durations: Between[] } {
  const { draw, below } = lcg(seed);
  const kind = seed % 3;
  const n = 5 + below(kind < 2 ? 56 : 26);
  if (kind < 2)
    return {
      lives: Array.from({ length: n }, () => {
        const time = 1 + below(40) + below(2) * below(60);
        const event = draw() < 0.6;
        return { time, event, ...(kind === 1 && { entry: below(time) }) };
      }),
    };
  return {
    durations: Array.from({ length: n }, () => {
      const t = 1 + below(40);
      const how = draw();
      const wide = 1 + below(15);
      if (how < 0.2) return { after: t, by: t };
      if (how < 0.4) return { after: t, by: Infinity };
      const after = Math.max(0, t - 1 - below(wide));
      return { after, by: after + wide };
    }),
  };
}
