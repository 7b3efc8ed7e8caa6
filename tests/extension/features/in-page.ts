import { inSlices } from "../../../extension/in-slices.ts";
import { type Marking, markPage } from "../../../extension/mark-page.ts";
import { type PageReading, readPage } from "../../../extension/reader/read-page.ts";
import { instant } from "../../../shared/time/instant.ts";

const AT = instant("2026-10-15T10:00:00+08:00");
let marking: Marking;
let page: PageReading;
let abort: AbortController;

const rows = (): HTMLTableRowElement[] => [
  ...document.querySelectorAll<HTMLTableRowElement>(".grid-body tr"),
];

/** The marks of one page, as a test drives them: read, then show, then look. */
const driver = {
  read(): number {
    abort?.abort();
    abort = new AbortController();
    const act = { open: () => undefined, acceptChange: () => undefined };
    marking = markPage({ document, house: null, signal: abort.signal, act });
    page = readPage(document, { at: AT });
    return page.reading.cases.length;
  },
  /** as much as one slice does each time; `between` after the first */
  show: (between: "nothing" | "reuse" | "stop" = "nothing") => {
    let slices = 0;
    return inSlices(marking.show(page, AT), 0, () => {
      if (slices++ === 0 && between === "reuse")
        for (const [i, row] of rows().slice(0, 3).entries())
          row.children[0]?.replaceChildren(`QYXK-2026-${90_000 + i}`);
      if (slices === 3 && between === "stop") abort.abort();
      return abort.signal.aborted;
    });
  },
  /** places of the rows that bear a mark, whole ones only */
  marked: (): number[] =>
    rows().flatMap((row, i) => (row.querySelectorAll("shixian-mark").length === 1 ? [i] : [])),
};
export type MarkDriver = typeof driver;
Object.assign(globalThis, { driver });
