import { markPage } from "../../../extension/mark-page.ts";
import { type PageReading, readingPage } from "../../../extension/reader/read-page.ts";
import { instant } from "../../../shared/time/instant.ts";

const AT = instant("2026-10-15T10:00:00+08:00");
const ROUNDS = 7;

export interface Measured {
  /** ms of the bare loop and of one reading, the middle of several rounds */
  loop: number;
  reading: number;
  /** the longest step of a reading, ms */
  step: number;
  cases: number;
}

const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** The least that anybody who wants to know what the cells say has to do. */
function bareLoop(): number {
  let length = 0;
  for (const cell of document.querySelectorAll("td,th,[role=gridcell],[role=columnheader]"))
    length += (cell.textContent ?? "").trim().length;
  return length;
}

function timed<T>(job: Generator<void, T>): { value: T; ms: number; step: number } {
  const began = performance.now();
  let step = 0;
  for (;;) {
    const from = performance.now();
    const next = job.next();
    step = Math.max(step, performance.now() - from);
    if (next.done) return { value: next.value, ms: performance.now() - began, step };
  }
}

const read = () => timed<PageReading>(readingPage(document, { at: AT }));

const bench = {
  measure(): Measured {
    const loops: number[] = [];
    const reads: number[] = [];
    const steps: number[] = [];
    let cases = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const from = performance.now();
      if (bareLoop() < 0) throw new Error("the loop was not run");
      loops.push(performance.now() - from);
      const { value, ms, step } = read();
      reads.push(ms);
      steps.push(step);
      cases = value.reading.cases.length;
    }
    return { loop: middle(loops), reading: middle(reads), step: middle(steps), cases };
  },
  /** ms to read again after one row has changed, and after none has */
  change(): { row: number } {
    const rows = [...document.querySelectorAll("tbody tr, [role=row]")];
    const all: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const cells = rows[10 + i]?.querySelectorAll("td,[role=gridcell]");
      const cell = cells?.[cells.length - 1];
      if (cell) cell.textContent = i % 2 === 0 ? "已办结" : "审查中";
      all.push(read().ms);
    }
    return { row: middle(all) };
  },
  /** ms of judging and marking everything near the view and of showing the same again, and the longest step of either */
  mark(): { first: number; again: number; step: number; marks: number } {
    const abort = new AbortController();
    const marking = markPage({
      document,
      house: null,
      signal: abort.signal,
      act: { open: () => undefined, acceptChange: () => undefined },
    });
    const page = read().value;
    const first = timed(marking.show(page, AT));
    bareLoop();
    document.body.getBoundingClientRect();
    const again = timed(marking.show(page, AT));
    const marks = document.querySelectorAll("shixian-mark").length;
    abort.abort();
    return { first: first.ms, again: again.ms, step: Math.max(first.step, again.step), marks };
  },
};
export type ReadingBench = typeof bench;
Object.assign(globalThis, { bench });
