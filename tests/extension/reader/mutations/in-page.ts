import { judgePage } from "../../../../extension/judged-page.ts";
import { topDialog } from "../../../../extension/reader/dialog.ts";
import { type PageReading, readingPage } from "../../../../extension/reader/read-page.ts";
import { instant } from "../../../../shared/time/instant.ts";
import { MARKUP } from "./markup.ts";
import { type Mutation, seeded } from "./mutation.ts";
import { STRUCTURE } from "./structure.ts";
import { WORDS } from "./words.ts";

const MUTATIONS: Record<string, Mutation> = { ...STRUCTURE, ...WORDS, ...MARKUP };
/** On the rows of the unmutated page: which case each draws. */
const STAMP = "data-mutant";

export interface Subject {
  name: string;
  html: string;
  at: string;
  /** per case of the unmutated page, in its order; a list's rows are stamped with that order */
  late: boolean[];
  /** per case its number, where the unmutated page shows one */
  caseNos: (string | null)[];
  /** the unmutated page is that of one case, its first */
  detail: boolean;
}

export interface Mutant {
  subject: number;
  mutation: string;
  seed: number;
}

export interface Outcome extends Mutant {
  /** there was nothing to damage */
  idle?: true;
  /** ms of the whole reading, and of its longest step between two rests */
  ms: number;
  step: number;
  rows: number;
  threw?: string;
  /** cases that were called late and are not */
  wrong: { caseNo: string | undefined; kind: string; why: string[]; facts: object }[];
  /** late cases of the unmutated page, and how many of their rows are still called late */
  late: number;
  found: number;
}

let frame: HTMLIFrameElement | undefined;
/** A document of its own, drawn, whose scripts do not run. */
async function drawn(html: string): Promise<Document> {
  frame?.remove();
  frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.style.cssText = "width:1400px;height:900px;border:0";
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame?.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument as Document;
}

/** The reader says of itself that it failed; it must not. */
const failed = (page: PageReading): string | undefined =>
  page.reading.unreadable.some(({ why }) => why === "reader-failed") ? "reader-failed" : undefined;

function timed(page: Document, at: string): { page: PageReading; ms: number; step: number } {
  const began = performance.now();
  let step = 0;
  const job = readingPage(page, { at: instant(at) });
  for (;;) {
    const from = performance.now();
    const { done, value } = job.next();
    step = Math.max(step, performance.now() - from);
    if (done) return { page: value, ms: performance.now() - began, step };
  }
}

const isLate = (kind: string): boolean => kind === "overdue" || kind === "closed-late";

/** Which cases of the unmutated page the elements that draw this one belong to. */
function stampsOf(page: PageReading, index: number): number[] {
  const at = page.anchor(index);
  return [...(at?.rows ?? []), ...(at ? [at.cell] : [])].flatMap((row) =>
    [row.closest(`[${STAMP}]`), ...row.querySelectorAll(`[${STAMP}]`)].flatMap((each) =>
      each ? [Number(each.getAttribute(STAMP))] : [],
    ),
  );
}

/**
 * Is the case that is called late late? One in a list: some element that draws it bears the stamp of a case that is. One that fills its
 * page: the case of its number is; without a known number, the case whose page this was. A list that is taken for the page of a case must
 * show whose.
 */
function truthOf(page: PageReading, index: number, { late, caseNos, detail }: Subject): boolean {
  const read = page.reading.cases[index];
  if (read?.at === undefined) {
    const known = caseNos.indexOf(read?.caseNo ?? "");
    return (known >= 0 ? late[known] : detail && late[0]) === true;
  }
  return stampsOf(page, index).some((stamp) => late[stamp] === true);
}

/** Stamps the rows of a page's cases, counted on from `from`, and says of each whether it is late. */
function stamp(read: PageReading, at: string, from: number): boolean[] {
  const judged = judgePage(read, instant(at));
  read.reading.cases.forEach((each, i) => {
    // cells too: where a row is lost its cells may make a new one
    if (each.at)
      for (const row of read.anchor(i)?.rows ?? [])
        for (const part of [row, ...row.querySelectorAll("td,[role=gridcell]")])
          part.setAttribute(STAMP, String(from + i));
  });
  // what the portal itself calls late is, whatever else we could not weigh it against
  return judged.verdicts.map(({ kind }, i) => {
    const facts = read.reading.cases[i]?.facts;
    return isLate(kind) || facts?.overdueFlag === true || (facts?.remaining?.amount ?? 0) < 0;
  });
}

/** The list that lies behind a dialog is as much the page's as the dialog: a mutation may bring it to the fore. */
function behind(page: Document, read: PageReading, at: string): PageReading | undefined {
  const dialog = read.found?.shape.over === true ? topDialog(page) : undefined;
  if (!(dialog instanceof page.defaultView!.HTMLElement)) return undefined;
  const own = dialog.getAttribute("style");
  dialog.style.setProperty("display", "none", "important");
  const list = timed(page, at).page;
  if (own === null) dialog.removeAttribute("style");
  else dialog.setAttribute("style", own);
  return list.reading.kind === "list" ? list : undefined;
}

const mutants = {
  names: () => Object.keys(MUTATIONS),
  /** Reads the unmutated page and stamps the rows of its cases. */
  async stamped(html: string, at: string) {
    const page = await drawn(html);
    const read = timed(page, at).page;
    const late = stamp(read, at, 0);
    const list = behind(page, read, at);
    if (list) late.push(...stamp(list, at, late.length));
    return {
      html: `<!DOCTYPE html>${page.documentElement.outerHTML}`,
      caseNos: [read, ...(list ? [list] : [])].flatMap(({ reading }) =>
        reading.cases.map(({ caseNo }) => caseNo ?? null),
      ),
      late,
      detail: read.reading.kind === "detail",
    };
  },
  async run(subject: Subject, mutant: Mutant): Promise<Outcome> {
    const mutation = MUTATIONS[mutant.mutation] as Mutation;
    const random = seeded(mutant.seed);
    const html = mutation.on === "markup" ? mutation.change(subject.html, random) : subject.html;
    const nothing = { ...mutant, ms: 0, step: 0, rows: 0, wrong: [], late: 0, found: 0 };
    if (html === false) return { ...nothing, idle: true };
    const page = await drawn(html);
    if (mutation.on === "document" && (!page.body || !mutation.change(page, random)))
      return { ...nothing, idle: true };
    try {
      let best = timed(page, subject.at);
      // the machine's other guests are no fault of the reader's
      for (let i = 0; i < 2 && best.ms > 300; i++) {
        const again = timed(page, subject.at);
        if (again.ms < best.ms) best = again;
      }
      const judged = judgePage(best.page, instant(subject.at));
      const threw = failed(best.page);
      const calls = judged.verdicts.map(({ kind, why }, i) => ({
        i,
        kind,
        why,
        truth: isLate(kind) && truthOf(best.page, i, subject),
      }));
      return {
        ...mutant,
        ms: best.ms,
        step: best.step,
        rows: page.querySelectorAll("tr,[role=row]").length,
        ...(threw !== undefined && { threw }),
        wrong: calls
          .filter(({ kind, truth }) => isLate(kind) && !truth)
          .map(({ i, kind, why }) => ({
            caseNo: best.page.reading.cases[i]?.caseNo?.slice(0, 40),
            kind,
            why,
            facts: best.page.reading.cases[i]?.facts ?? {},
          })),
        late: subject.late.filter(Boolean).length,
        found: new Set(
          calls
            .filter(({ truth }) => truth)
            .map(({ i }) => stampsOf(best.page, i).find((stamp) => subject.late[stamp])),
        ).size,
      };
    } catch (error) {
      return { ...nothing, threw: String(error) };
    }
  },
};
export type Mutants = typeof mutants;
Object.assign(globalThis, { mutants });
