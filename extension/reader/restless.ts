/** ms: changes within this time are one */
const ONE = 150;
/** a clock has ticked this often before it is taken for one */
const TICKS = 4;
/** what has not ticked for so many of its own steps has come to rest */
const REST = 2.5;
const SHORTEST_REST = 1_000;
/** even what never rests is looked at this often, ms */
const LOOKED_AT = 60_000;
const LONGEST_TEXT = 500;
/** a part with one mark and no more text than this is a card: the mark stands over all its words */
const CARD = 1_500;
const ROWS = "table,[role=row],[role=grid],[role=treegrid],[role=table],[role=gridcell]";
const MARKED = "shixian-mark,shixian-step";

interface Ticking {
  times: number[];
  last: number;
  /** ms from one tick to the next, once it is taken for a clock */
  step?: number;
  since: number;
}

/**
 * Small parts of a page that change by themselves in even steps and stand in no row: a clock, a carousel, a ticker. Once they are known
 * their changes are no news. `onRest` is told when one has stopped, and once a minute while it has not.
 */
export class Restless {
  private readonly known = new WeakMap<Element, Ticking>();
  private readonly ticking = new Set<Element>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onRest: () => void;

  constructor(onRest: () => void) {
    this.onRest = onRest;
  }

  /** What `element` says has changed. Is that no news? */
  changed(element: Element, now: number): boolean {
    const one = this.known.get(element) ?? { times: [], last: now, since: 0 };
    this.known.set(element, one);
    one.last = now;
    if (one.step !== undefined) return true;
    if (now - (one.times[one.times.length - 1] ?? -Infinity) < ONE) return false;
    one.times = [...one.times, now].slice(-TICKS);
    const step = evenStep(one.times);
    if (step === undefined || !mayTick(element)) return false;
    one.step = step;
    one.since = now;
    this.ticking.add(element);
    this.timer ??= setTimeout(this.look, SHORTEST_REST);
    return true;
  }

  /** Is what this element says left out for now? */
  has(element: Element): boolean {
    return this.ticking.has(element);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private readonly look = (): void => {
    this.timer = undefined;
    const now = performance.now();
    let rested = false;
    for (const element of this.ticking) {
      const one = this.known.get(element);
      if (!one?.step) continue;
      const quiet = now - one.last > Math.max(SHORTEST_REST, one.step * REST);
      if (!quiet && element.isConnected && now - one.since < LOOKED_AT) continue;
      rested = true;
      one.since = now;
      if (!quiet && element.isConnected) continue;
      this.ticking.delete(element);
      this.known.delete(element);
    }
    if (this.ticking.size > 0) this.timer = setTimeout(this.look, SHORTEST_REST);
    if (rested) this.onRest();
  };
}

/** The step between the last ticks where they are about as long as one another. */
function evenStep(times: readonly number[]): number | undefined {
  if (times.length < TICKS) return undefined;
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const longest = Math.max(...steps);
  return longest <= 2 * Math.min(...steps) ? longest : undefined;
}

/** It is small, holds no row and stands in none: neither of a table nor of a card that bears a mark. */
function mayTick(element: Element): boolean {
  if ((element.textContent ?? "").length > LONGEST_TEXT) return false;
  if (element.closest(ROWS) || element.querySelector(ROWS)) return false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const marks = at.querySelectorAll(MARKED).length;
    if (marks > 0) return marks > 1 || (at.textContent ?? "").length > CARD;
  }
  return true;
}
