import { LARGE } from "./row-cells.ts";

/** So many are served in one step: each step lays their table out anew a few times. */
const STEP = 24;
/** of a table of very many rows */
const AT_MOST = 120;
/** of more than so many only those near the view are served at once */
const FEW = 200;
/** so far around the view is near, in screens above and below */
const NEAR = 1;

/**
 * Serves what has to do with rows in steps, those in view first, and those far away only when they come near: a table of thousands of
 * rows is never laid out as a whole for marks that nobody sees. What is printed is served before. Stops with the signal.
 */
export function nearFirst<T extends { rows: readonly Element[] }>(
  document: Document,
  signal: AbortSignal,
): (
  waiting: readonly T[],
  all: number,
  serve: (some: readonly T[]) => void,
  prepare: (some: readonly T[]) => void,
) => Generator<void> {
  let far: ReturnType<typeof later<T>> | undefined;
  signal.addEventListener("abort", () => far?.stop());
  document.defaultView?.addEventListener("beforeprint", () => far?.all(), { signal });
  return function* (waiting, all, serve, prepare) {
    far?.stop();
    far = undefined;
    const { near, distant } = byDistance(document, waiting, all <= FEW);
    if (distant.length > 0) far = later(document, distant, serve);
    const step = stepOf(near);
    for (let i = 0; i < near.length; i += step) {
      const some = near.slice(i, i + step);
      for (let j = 0; j < some.length; j += STEP) {
        yield;
        prepare(some.slice(j, j + STEP));
      }
      yield;
      serve(some);
    }
  };
}

/** A table of very many rows takes as long to lay out for one mark as for all that are near: it is laid out once. */
const stepOf = (some: readonly { rows: readonly Element[] }[]): number =>
  (some[0]?.rows[0]?.parentElement?.childElementCount ?? 0) > LARGE ? AT_MOST : STEP;

/** In view first, then from near to far; `few`: none is too far. */
function byDistance<T extends { rows: readonly Element[] }>(
  document: Document,
  waiting: readonly T[],
  few: boolean,
): { near: T[]; distant: T[] } {
  const height = document.defaultView?.innerHeight ?? 0;
  const ordered = waiting
    .map((each) => {
      const box = each.rows[0]?.getBoundingClientRect();
      return { each, away: box ? Math.max(0, -box.bottom, box.top - height) : Infinity };
    })
    .sort((a, b) => a.away - b.away);
  const end = few ? -1 : ordered.findIndex(({ away }) => away > height * NEAR);
  const all = ordered.map(({ each }) => each);
  return end < 0
    ? { near: all, distant: [] }
    : { near: all.slice(0, end), distant: all.slice(end) };
}

function later<T extends { rows: readonly Element[] }>(
  document: Document,
  waiting: readonly T[],
  serve: (some: readonly T[]) => void,
): { all(): void; stop(): void } {
  const byRow = new Map<Element, T>();
  for (const each of waiting) if (each.rows[0]) byRow.set(each.rows[0], each);
  const due: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = undefined;
    serve(due.splice(0, stepOf(due)));
    if (due.length > 0) timer = setTimeout(next);
  };
  const View = (document.defaultView ?? window) as unknown as {
    IntersectionObserver: typeof IntersectionObserver;
  };
  const observer = new View.IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const each = isIntersecting ? byRow.get(target) : undefined;
        if (!each) continue;
        observer.unobserve(target);
        byRow.delete(target);
        due.push(each);
      }
      if (due.length > 0) timer ??= setTimeout(next);
    },
    { rootMargin: `${100 * NEAR}%` },
  );
  for (const row of byRow.keys()) observer.observe(row);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  return {
    stop,
    all() {
      stop();
      const rest = [...due.splice(0), ...byRow.values()];
      byRow.clear();
      if (rest.length > 0) serve(rest);
    },
  };
}
