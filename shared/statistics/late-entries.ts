import type { Support } from "./innermost-intervals.ts";

export interface Fitted {
  mass: Float64Array;
  /** how far the share that ends in a place may still be from what it should be, of all durations; 0 at the maximum */
  gap: number;
  logLikelihood: number;
}

/**
 * The maximum likelihood estimate where some came under observation late (left truncation; Turnbull 1976, Frydman 1994). Every duration is
 * spread over its places as the estimate has it, and then the product limit is taken of what that makes, each at risk from its entry on;
 * with exact times that is the product limit at once. Two such steps foretell where they lead (SQUAREM; Varadhan & Roland 2008).
 */
export function fittedLate(support: Support, enough: number, most: number): Fitted {
  const m = support.places.length;
  let at = step(
    support,
    Float64Array.from({ length: m }, (_, j) => 1 / (m - j)),
  );
  for (let round = 0; round < most && at.gap > enough; round++) {
    const one = step(support, at.next);
    const two = step(support, one.next);
    if (two.gap <= enough) return two;
    const far = foretold(at.hazard, one.hazard, two.hazard);
    const jumped = step(support, far);
    at = jumped.logLikelihood > two.logLikelihood ? jumped : two;
  }
  return at;
}

function foretold(from: Float64Array, one: Float64Array, two: Float64Array): Float64Array {
  let [way, bend] = [0, 0];
  for (let j = 0; j < from.length; j++) {
    const [a, b] = [(one[j] ?? 0) - (from[j] ?? 0), (two[j] ?? 0) - (one[j] ?? 0)];
    way += a * a;
    bend += (b - a) * (b - a);
  }
  const length = Math.max(1, Math.sqrt(way / Math.max(bend, 1e-300)));
  return from.map((old, j) => {
    const [a, b] = [(one[j] ?? 0) - old, (two[j] ?? 0) - (one[j] ?? 0)];
    return within(old + 2 * length * a + length * length * (b - a), j === from.length - 1);
  });
}

/** All that is at risk may end at once and others enter later: the curve then goes on from a share that is as good as none. */
const MOST = 1 - 1e-12;
const within = (hazard: number, last: boolean): number =>
  last ? 1 : Math.min(MOST, Math.max(0, hazard));

interface Step extends Fitted {
  hazard: Float64Array;
  next: Float64Array;
}

/** What a set of hazards, one for each place, is worth, and which set its expectation leads to. */
function step({ places, spans, entries }: Support, hazard: Float64Array): Step {
  const m = places.length;
  /** share that is left before each place */
  const open = new Float64Array(m + 1);
  open[0] = 1;
  for (let j = 0; j < m; j++) open[j + 1] = (open[j] ?? 0) * (1 - (hazard[j] ?? 0));
  const change = new Float64Array(m + 1);
  let [n, logLikelihood] = [0, 0];
  for (const { first, last, weight } of spans) {
    const chance = (open[first] ?? 0) - (open[last + 1] ?? 0);
    n += weight;
    logLikelihood += chance > 0 ? weight * Math.log(chance) : -Infinity;
    change[first] = (change[first] ?? 0) + weight / chance;
    change[last + 1] = (change[last + 1] ?? 0) - weight / chance;
  }
  const entered = new Float64Array(m);
  let atRisk = n;
  for (const { place, weight } of entries) {
    logLikelihood -= weight * Math.log(open[place] ?? 0);
    entered[place] = (entered[place] ?? 0) + weight;
    atRisk -= weight;
  }
  const mass = new Float64Array(m);
  const next = new Float64Array(m);
  let [pull, gap] = [0, 0];
  for (let j = 0; j < m; j++) {
    pull += change[j] ?? 0;
    atRisk += entered[j] ?? 0;
    const [left, own] = [open[j] ?? 0, hazard[j] ?? 0];
    mass[j] = left * own;
    const wanted = left * pull;
    const ended = own * wanted;
    if (j < m - 1) gap = Math.max(gap, (wanted - atRisk) / n, (own * (atRisk - wanted)) / n);
    next[j] = within(atRisk > 0 ? ended / atRisk : 0, j === m - 1);
    atRisk -= ended;
  }
  return { hazard, next, mass, gap, logLikelihood };
}
