import type { Instant } from "#shared/time/instant.ts";
import type { InPage } from "#shared/strings/in-page.ts";
import { countVerdicts } from "./counts.ts";
import type { Feature } from "./features/feature.ts";
import { judgePage } from "./judged-page.ts";
import { lookDraft } from "./look-of.ts";
import { ask } from "./messages/messages.ts";
import { type PageReading, readingPage } from "./reader/read-page.ts";
import { watch } from "./reader/watch.ts";
import { isOwn } from "./ui/marks.ts";

/** Verdicts depend on the time of day too: judged again this often without reading again, ms. */
const JUDGE_AGAIN = 60_000;
/** A page on which a case still lacks its number, or which is empty, counts as seen when it has stayed so for so long, ms. */
const SETTLED = 1_000;
/** After a page that changed under the reading, ms. */
const READ_AGAIN = 100;
const ATTEMPTS = 5;

export interface Supervision {
  window: Window;
  features: readonly Feature[];
  strings: InPage;
  now(): Instant;
  signal: AbortSignal;
}

/** Reads a frame whenever what it shows has changed, lets each feature show its part, and reports the look. Stops without trace. */
export function superviseFrame({ window, features, strings, now, signal }: Supervision): void {
  const { document } = window;
  const shown = features.map(({ id, start }) => ({ id, ...start({ document, strings, signal }) }));
  let page: PageReading | undefined;
  let counted = "";

  const judge = () => {
    if (!page) return;
    const at = now();
    const judged = judgePage(page, at);
    for (const { id, show } of shown)
      try {
        show(judged, at);
      } catch (error) {
        console.warn(`[shixian ${id}]`, error); // one feature's fault is not the page's, nor the other features'
      }
    const counts =
      judged.reading.cases.length > 0
        ? countVerdicts(judged.verdicts.map((each) => each.kind))
        : null;
    const next = JSON.stringify(counts);
    if (next !== counted) {
      counted = next;
      void tell("counts", counts);
    }
  };

  let latest = 0;
  const look = async (attempt = 0) => {
    const mine = ++latest;
    // A page may change between two slices: half old and half new would put a verdict over words that it does not judge.
    let changed = false;
    const changes = new MutationObserver((found) => {
      changed ||= found.some(({ target }) => !isOwn(target));
    });
    changes.observe(document, { subtree: true, childList: true, characterData: true });
    // What never stands still is read in one breath at last.
    const slice = attempt < ATTEMPTS ? SLICE : Infinity;
    const read = await inSlices(readingPage(document, { at: now() }), slice, () => {
      changed ||= changes.takeRecords().some(({ target }) => !isOwn(target));
      return mine !== latest || changed || signal.aborted;
    });
    changes.disconnect();
    if (mine !== latest || signal.aborted) return; // a newer look has begun
    if (!read) {
      setTimeout(() => mine === latest && !signal.aborted && void look(attempt + 1), READ_AGAIN);
      return;
    }
    page = read;
    judge();
    draft = lookDraft(window, page.reading);
    clearTimeout(settling);
    const whole =
      draft !== undefined &&
      draft.cases.length > 0 &&
      draft.cases.every((each) => each.caseNo !== undefined);
    if (whole) report();
    else settling = setTimeout(report, SETTLED);
  };

  /** A table that is still being drawn is shown its marks at once, but is no look yet: half of it would be half the truth. */
  let draft: ReturnType<typeof lookDraft>;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    clearTimeout(settling);
    if (draft) void tell("look", draft);
    draft = undefined;
  };
  window.addEventListener("pagehide", report, { signal });

  const tell = async <T extends "look" | "counts">(
    topic: T,
    body: Parameters<typeof ask<T>>[1],
  ) => {
    try {
      await ask(topic, body);
    } catch (error) {
      console.warn(`[shixian ${topic}]`, error); // the extension was updated or removed under the page: nothing to tell any more
    }
  };

  watch(document, () => void look(), { signal, ignore: isOwn });
  const timer = setInterval(judge, JUDGE_AGAIN);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    report();
    void tell("counts", null);
  });
  void look();
}

/** Ms of one slice: well below the 50 ms that a person feels. */
const SLICE = 12;

/** Runs a job without holding the page: after each slice the page goes first. `undefined` when it was given up. */
async function inSlices<T>(
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
