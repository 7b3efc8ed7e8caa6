import { isOwn } from "./ui/marks.ts";

/** Ms of one slice: well below the 50 ms that a person feels. */
export const SLICE = 12;

/** Runs a job without holding the page: after each slice the page goes first. `undefined` when it was given up. */
export async function inSlices<T>(
  job: Generator<void, T>,
  slice: number,
  givenUp: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const step = job.next();
      if (step.done) return givenUp() ? undefined : step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
    if (givenUp()) return undefined;
  }
}

/** The whole job in one breath. */
export function atOnce<T>(job: Generator<void, T>): T {
  for (;;) {
    const { done, value } = job.next();
    if (done) return value;
  }
}

/** Has the page changed since this was called? Half old and half new would put a verdict over words that it does not judge. */
export function changesOf(document: Document): { any(): boolean; stop(): void } {
  let changed = false;
  const note = (found: readonly MutationRecord[]): boolean =>
    (changed ||= found.some((each) => !isOurDoing(each)));
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return { any: () => note(observer.takeRecords()), stop: () => observer.disconnect() };
}

/** Marks that come and go are no change of the page. */
function isOurDoing({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOwn(target)) return true;
  return type === "childList" && [...addedNodes, ...removedNodes].every((node) => isOwn(node));
}
