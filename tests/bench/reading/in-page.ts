import { markPage } from "../../../extension/mark-page.ts";
import { Fingerprint } from "../../../extension/reader/fingerprint.ts";
import { Memory } from "../../../extension/reader/memory.ts";
import { type PageReading, readingPage } from "../../../extension/reader/read-page.ts";
import { Touched } from "../../../extension/reader/touched.ts";
import { instant } from "../../../shared/time/instant.ts";

const AT = instant("2026-10-15T10:00:00+08:00");
const ROUNDS = 9;

export interface Measured {
  /** ms of the bare loop and of one reading, the middle of several rounds */
  loop: number;
  reading: number;
  /** ms of the first reading of all, by code that has never run before */
  first: number;
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

const read = (memory?: Memory) => timed<PageReading>(readingPage(document, { at: AT }, { memory }));

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
    const [first = 0] = reads;
    return { loop: middle(loops), reading: middle(reads), first, step: middle(steps), cases };
  },
  /** ms to see that one row has changed and to read the page again, the browser's own layout apart; and the same without any change */
  change(): { seen: number; row: number; none: number } {
    const rows = [...document.querySelectorAll("tbody tr, [role=row]")];
    const abort = new AbortController();
    const touched = new Touched(document, abort.signal);
    const memory = new Memory(touched);
    const sum = new Fingerprint(() => false, undefined, touched);
    const all = { seen: [] as number[], row: [] as number[], none: [] as number[] };
    for (let i = 0; i < ROUNDS; i++) {
      const cells = rows[10 + i]?.querySelectorAll("td,[role=gridcell]");
      const cell = cells?.[cells.length - 1];
      if (cell) cell.textContent = i % 2 === 0 ? "已办结" : "审查中";
      document.body.getBoundingClientRect();
      const from = performance.now();
      if (sum.of(document) === "") throw new Error("the page says nothing");
      all.seen.push(performance.now() - from);
      all.row.push(read(memory).ms);
      all.none.push(read(memory).ms);
    }
    abort.abort();
    return { seen: middle(all.seen), row: middle(all.row), none: middle(all.none) };
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
