import { Fingerprint } from "../../../../extension/reader/fingerprint.ts";
import { Memory } from "../../../../extension/reader/memory.ts";
import { readingPage } from "../../../../extension/reader/read-page.ts";
import { Touched } from "../../../../extension/reader/touched.ts";
import { type Instant, instant } from "../../../../shared/time/instant.ts";
import { type Random, pick, seeded } from "../mutations/mutation.ts";

const AT = instant("2026-10-15T10:00:00+08:00");
const ROWS = "tbody tr, [role=row]";
const CELLS = "td,[role=gridcell]";

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const innermost = (cell: Element): Element => {
  let at = cell;
  while (at.firstElementChild) at = at.firstElementChild;
  return at;
};

/** What pages do to their lists. */
const CHANGES: Record<string, (random: Random) => void> = {
  word(random) {
    const cell = pick(random, all(CELLS));
    const words = ["已办结", "审查中", "", "2026-10-09 09:30", "3小时前", "补正中", "20个工作日"];
    if (cell) innermost(cell).textContent = pick(random, words) ?? "";
  },
  character(random) {
    const cell = pick(random, all(CELLS));
    const text = cell && innermost(cell).firstChild;
    if (text instanceof Text) text.data = `${text.data}1`;
  },
  markup(random) {
    const cell = pick(random, all(CELLS));
    if (cell)
      cell.innerHTML = pick(random, [
        "<b>审查中</b>",
        "<span class='tag'>超期</span><i class='lamp red'></i>",
        "<input value='2026-10-20'>",
        "<em title='2026-11-03 10:00'>11-03</em>",
        "<p class='off'>不见</p>可见",
      ]) as string;
  },
  lostCell: (random) => pick(random, all(CELLS))?.remove(),
  wideCell: (random) => pick(random, all(CELLS))?.setAttribute("colspan", "2"),
  tallCell: (random) => pick(random, all(CELLS))?.setAttribute("rowspan", "2"),
  lostRow: (random) => pick(random, all(ROWS))?.remove(),
  newRow(random) {
    const [row, before] = [pick(random, all(ROWS)), pick(random, all(ROWS))];
    if (row && before) before.before(row.cloneNode(true));
  },
  movedRow(random) {
    const [row, before] = [pick(random, all(ROWS)), pick(random, all(ROWS))];
    if (row && before && row !== before) before.before(row);
  },
  sorted(random) {
    const rows = all(ROWS);
    const home = rows[0]?.parentElement;
    if (home) home.append(...rows.filter((row) => row.parentElement === home && random() < 0.7));
  },
  hiddenRow: (random) => void ((pick(random, all(ROWS)) as HTMLElement).style.display = "none"),
  hiddenPart(random) {
    const cell = pick(random, all(CELLS));
    if (cell) innermost(cell).classList.toggle("off");
  },
  hiddenColumn: () => document.body.classList.toggle("narrow"),
  styles(random) {
    const style = document.createElement("style");
    style.textContent =
      pick(random, [".off{display:none}", ".off{display:inline}", "b{color:red}"]) ?? "";
    document.head.append(style);
  },
  typed(random) {
    const input = pick(random, all("td input,[role=gridcell] input")) as
      | HTMLInputElement
      | undefined;
    if (input) input.value = `2026-10-${10 + Math.floor(random() * 20)}`;
  },
  heading(random) {
    const head = pick(random, all("th,[role=columnheader]"));
    if (head) innermost(head).textContent = pick(random, ["受理时间", "应办结时间", "备注"]) ?? "";
  },
};

const again = {
  names: () => Object.keys(CHANGES),
  /** Changes the page `steps` times and reads it after each: what was kept and what is read afresh must say the same. */
  async compare(
    seed: number,
    steps: number,
  ): Promise<{ after: string; kept: string; fresh: string }[]> {
    const random = seeded(seed);
    const abort = new AbortController();
    const touched = new Touched(document, abort.signal);
    const memory = new Memory(touched);
    const sum = new Fingerprint(() => false, undefined, touched);
    const different: { after: string; kept: string; fresh: string }[] = [];
    for (let step = 0; step < steps; step++) {
      const name = pick(random, Object.keys(CHANGES)) ?? "";
      CHANGES[name]?.(random);
      // the observer is told between two tasks, and sometimes only when it is asked
      if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve));
      const at = (AT + Math.floor(step / 10) * 3_600_000) as Instant;
      const say = (kept: boolean): string => {
        const job = readingPage(document, { at }, kept ? { memory } : {});
        let next = job.next();
        while (!next.done) next = job.next();
        const { reading, found } = next.value;
        const places = reading.cases.map((_, i) =>
          next.value?.rowsOf(i)?.map((row) => row.textContent),
        );
        const fields = (_: string, value: unknown): unknown =>
          value && typeof value === "object" && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
            : value;
        return JSON.stringify([reading, found?.shape, places], fields);
      };
      const [kept, fresh] = [say(true), say(false)];
      if (kept !== fresh) different.push({ after: name, kept, fresh });
      const [quick, whole] = [
        sum.of(document),
        new Fingerprint(() => false, undefined, touched).of(document),
      ];
      if (quick !== whole) different.push({ after: `${name} (sum)`, kept: quick, fresh: whole });
    }
    abort.abort();
    return different;
  },
};
export type Again = typeof again;
Object.assign(globalThis, { again });
