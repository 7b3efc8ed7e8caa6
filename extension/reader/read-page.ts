import type { PortalView } from "#shared/reading/portal-file.ts";
import { type RecogniseContext, recognising } from "#shared/reading/recognise.ts";
import type { Reading } from "#shared/reading/reading.ts";
import { markPlace } from "./anchor.ts";
import { topDialog } from "./dialog.ts";
import type { Memory } from "./memory.ts";
import { mayHoldCases } from "./may-hold-cases.ts";
import { hasMisleadingForm } from "./misleading-form.ts";
import { type FoundPage, pageShape } from "./page-shape.ts";

export interface PageReading {
  reading: Reading;
  /** Where case `caseIndex` of the reading is: every element that draws its row, and the visible one in which a mark can be put. */
  anchor(caseIndex: number): { rows: Element[]; cell: Element } | undefined;
  /** the first of the two alone, which asks nothing of the layout */
  rowsOf(caseIndex: number): Element[] | undefined;
  /** the element of each step of the reading, in its order */
  steps: (Element | undefined)[];
  /** what the reading was made of, for whoever teaches or asks what changed */
  found: FoundPage | undefined;
}

const FAILED: Reading = {
  kind: "none",
  columns: [],
  cases: [],
  steps: [],
  coverage: { shown: 0 },
  unreadable: [{ field: "page", why: "reader-failed" }],
};

/** Reads what one document shows. Never throws into the page and never writes to it. */
export function readPage(document: Document, context: RecogniseContext): PageReading {
  const job = readingPage(document, context);
  for (;;) {
    const { done, value } = job.next();
    if (done) return value;
  }
}

export interface HowToRead {
  /** what is found is wanted too where it is plain that no case is */
  whole?: boolean;
  /** what earlier looks have read: what nothing has touched is not read again */
  memory?: Memory | undefined;
}

/** The same in slices: the caller may rest between two steps. */
export function* readingPage(
  document: Document,
  context: RecogniseContext,
  { whole = false, memory }: HowToRead = {},
): Generator<void, PageReading> {
  try {
    memory?.look();
    const known = { ...context, ...(memory && { known: memory.cases }) };
    const body = document.body as HTMLElement | null;
    if (!body) return located(NONE, undefined);
    if (hasMisleadingForm(document)) return located(FAILED, undefined);
    const views = context.views ?? [];
    if (!whole && views.length === 0 && !(yield* mayHoldCases(body)))
      return located(NONE, bare(document));
    const pointedOut = selected(document, views, "table");
    const dialog = topDialog(document);
    if (dialog) {
      const found = yield* pageShape(document, dialog, true, new Map(), memory);
      const reading = yield* recognising(found.shape, known);
      if (reading.kind !== "none") return located(reading, found);
    }
    const [area] = selected(document, views, "area").keys();
    const found = yield* pageShape(document, area ?? body, false, pointedOut, memory);
    return located(yield* recognising(found.shape, known), found);
  } catch (error) {
    console.warn("[shixian reader]", error);
    return located(FAILED, undefined);
  }
}

/** What the selectors of portal files find; one that the browser refuses finds nothing. */
function selected(
  document: Document,
  views: readonly PortalView[],
  key: "area" | "table",
): Map<Element, string> {
  const found = new Map<Element, string>();
  for (const view of views) {
    const selector = view[key];
    if (selector === undefined) continue;
    try {
      for (const element of document.querySelectorAll(selector)) found.set(element, selector);
    } catch (error) {
      console.warn("[shixian portal file]", error);
    }
  }
  return found;
}

const NONE: Reading = { ...FAILED, unreadable: [] };

/** A page of which only its title was wanted. */
const bare = ({ title }: Document): FoundPage => ({
  shape: { title, headings: [], grids: [], fields: [], pagers: [] },
  grids: [],
  fields: [],
});

function located(reading: Reading, found: FoundPage | undefined): PageReading {
  const grids = new Map((found?.grids ?? []).map((each) => [each.grid.id, each]));
  const number = reading.columns.find((column) => column.concept === "caseNo")?.index;
  return {
    reading,
    found,
    rowsOf(caseIndex) {
      const each = reading.cases[caseIndex];
      if (!each || !found) return undefined;
      return each.at ? grids.get(each.at.grid)?.rows[each.at.row] : caseRows(each.caseNo, found);
    },
    anchor(caseIndex) {
      const each = reading.cases[caseIndex];
      if (!each || !found) return undefined;
      if (!each.at) return casePlace(each.caseNo, found);
      const grid = grids.get(each.at.grid);
      const rows = grid?.rows[each.at.row];
      const cells = grid?.cells[each.at.row];
      if (!rows || !cells) return undefined;
      const cell = markPlace(number === undefined ? undefined : cells[number], cells);
      return cell ? { rows, cell } : undefined;
    },
    steps: (reading.stepRows ?? []).map(({ grid, row }) => grids.get(grid)?.rows[row]?.[0]),
  };
}

/** On a case page the mark stands with the case number, else with the first field that was read. */
function casePlace(
  caseNo: string | undefined,
  found: FoundPage,
): { rows: Element[]; cell: Element } | undefined {
  const rows = caseRows(caseNo, found);
  const cell = rows && markPlace(rows[0], rows);
  return rows && cell ? { rows, cell } : undefined;
}

function caseRows(caseNo: string | undefined, found: FoundPage): Element[] | undefined {
  const field =
    found.fields.find(({ cell }) => caseNo !== undefined && cell.text.indexOf(caseNo) >= 0) ??
    found.fields[0];
  return field && [field.element];
}
