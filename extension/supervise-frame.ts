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
/** A page that has stayed the same for so long is what the person saw, ms. */
const SETTLED = 1_000;

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
  const look = async () => {
    const mine = ++latest;
    const read = await inSlices(
      readingPage(document, { at: now() }),
      () => mine !== latest || signal.aborted,
    );
    if (!read) return; // the page changed meanwhile and is being read anew
    page = read;
    judge();
    draft = lookDraft(window, page.reading);
    clearTimeout(settling);
    settling = setTimeout(report, SETTLED);
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
  givenUp: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = job.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
    if (givenUp()) return undefined;
  }
}
