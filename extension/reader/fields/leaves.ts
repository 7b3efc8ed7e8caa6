import type { GridCell } from "#shared/reading/grid.ts";
import { isLabelWord } from "#shared/reading/lexicon/meanings.ts";
import { type Visibility, classOf, isSilent } from "../dom.ts";
import { atOnce } from "../../in-slices.ts";
import { controlText, isBlock, readCell, tidy } from "../cell-text.ts";

/** The smallest piece of a page that says something on its own. */
export interface Leaf {
  element: Element;
  cell: GridCell;
  /** marked up as a label: `th`, `dt`, `label`, a class that says so, or a colon at its end */
  label: boolean;
  /** so marked that nothing else can be meant */
  sure: boolean;
  /** the words are a label of the lexicon */
  known: boolean;
  /** the text before an inline element stands for itself (`on <time>…`): its element is the common parent */
  run?: boolean;
}

const LABEL_CLASS =
  /(?:^|[\s_-])(?:label|lable|key|term|caption|field-?name|item-?name|tit|title|name|bt|td_name|tdname|column)(?:$|[\s_-])/i;
/** A class that is only ever a label's; 标题 and 名称 may be values. */
const SURE_CLASS =
  /(?:^|[\s_-])(?:label|lable|key|term|field-?name|item-?name|td_name|tdname|column)(?:$|[\s_-])/i;
const LABEL_TAGS = new Set(["TH", "DT", "LABEL"]);
/** Elements that end a text: what stands in two of them is two pieces. */
const ENDS = new Set(["TD", "TH", "DT", "DD", "LI", "TIME"]);

const asLabel = (element: Element, text: string): boolean =>
  /[:：]\s*$/.test(text) ||
  LABEL_TAGS.has(element.tagName) ||
  LABEL_CLASS.test(classOf(element)) ||
  (element.parentElement !== null && LABEL_TAGS.has(element.parentElement.tagName));

/** As `leavesOf` for a whole page, with a rest after every so many elements. */
export function* pageLeaves(
  root: Element,
  visibility: Visibility,
  skip: (element: Element) => boolean,
): Generator<void, Leaf[]> {
  const leaves: Leaf[] = [];
  let walked = 0;
  for (const rest of walk(root, leaves, visibility, skip, false))
    if (++walked % STEP === 0) yield rest;
  return leaves;
}
/** elements between two rests */
const STEP = 50;

/** The pieces of text below `root` in reading order. `skip` leaves out what is read as a grid; `fine` parts boxes on one line. */
export function leavesOf(
  root: Element,
  visibility: Visibility,
  skip: (element: Element) => boolean,
  fine = false,
): Leaf[] {
  const leaves: Leaf[] = [];
  atOnce(walk(root, leaves, visibility, skip, fine));
  return leaves;
}

function* walk(
  element: Element,
  leaves: Leaf[],
  visibility: Visibility,
  skip: (element: Element) => boolean,
  fine: boolean,
): Generator<void, void> {
  if (isControl(element)) {
    const text = tidy(controlText(element));
    const input = element as HTMLInputElement;
    if (
      input.type !== "hidden" &&
      !/^(?:button|submit|reset|image|checkbox|radio|file)$/.test(input.type)
    )
      leaves.push({ element, cell: { text }, label: false, sure: false, known: false });
    return;
  }
  if (isText(element, skip)) {
    inline(element, leaves, visibility, fine);
    return;
  }
  let pending = "";
  const flush = () => {
    const text = tidy(pending);
    pending = "";
    if (text !== "") leaves.push(leaf(element, { text }, true));
  };
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      pending += (node as Text).data;
      continue;
    }
    if (node.nodeType !== 1) continue;
    const part = node as Element;
    if (part.tagName === "BR") {
      flush();
      continue;
    }
    flush();
    if (
      isSilent(part) ||
      (part.tagName === "SELECT" && false) ||
      skip(part) ||
      visibility.hidesLike(part)
    )
      continue;
    yield* walk(part, leaves, visibility, skip, fine);
    yield;
  }
  flush();
}

const isControl = (element: Element): boolean =>
  element.tagName === "INPUT" || element.tagName === "TEXTAREA" || element.tagName === "SELECT";

/** Only inline content inside: nothing that draws a box, a list or a table. */
function isText(element: Element, skip: (element: Element) => boolean): boolean {
  if (element.firstElementChild === null) return true;
  for (
    let part = element.firstElementChild as Element | null;
    part;
    part = part.nextElementSibling
  ) {
    if (
      isBlock(part) ||
      (ENDS.has(part.tagName) && part.tagName !== "TIME") ||
      isControl(part) ||
      skip(part)
    )
      return false;
    if (!isText(part, skip)) return false;
  }
  return true;
}

const leaf = (element: Element, cell: GridCell, run = false): Leaf => {
  const known = cell.text.length <= 40 && isLabelWord(cell.text);
  return {
    element,
    cell,
    sure:
      /[:：]\s*$/.test(cell.text) ||
      (!run &&
        (LABEL_TAGS.has(element.tagName) ||
          SURE_CLASS.test(classOf(element)) ||
          element.closest("td,th,dt,label") !== null)),
    label: run ? /[:：]\s*$/.test(cell.text) : asLabel(element, cell.text),
    known,
    ...(run && { run }),
  };
};

/** A line of text: one piece, unless it is made of a label and its value. */
function inline(element: Element, leaves: Leaf[], visibility: Visibility, fine: boolean): void {
  const runs: Leaf[] = [];
  let words = false;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const text = tidy((node as Text).data);
      if (text === "") continue;
      words = true;
      runs.push(leaf(element, { text }, true));
    } else if (node.nodeType === 1) {
      const part = node as Element;
      if (isSilent(part) || part.tagName === "BR" || visibility.hidesLike(part)) continue;
      const cell = readCell(part, visibility);
      if (cell.text === "" && cell.marks === undefined) continue;
      runs.push(leaf(part, cell));
    }
  }
  const cell = readCell(element, visibility);
  const elements = runs.filter((run) => run.run !== true && run.cell.text !== "").length;
  const boxes =
    fine &&
    !words &&
    elements >= 2 &&
    runs.some((run) => classOf(run.element) !== classOf((runs[0] as Leaf).element));
  const labelled =
    elements > 0 &&
    runs.length > 1 &&
    runs.some(
      (run, i) => i < runs.length - 1 && (run.label || run.known) && run.cell.text.length <= 24,
    ) &&
    !(words && runs.length === 2 && runs[0]?.run === true && !runs[0].label && !runs[0].known);
  // words drawn letter by letter are one piece
  const letters = runs.length > 3 && runs.every((run) => run.cell.text.length <= 1);
  const split = !letters && (boxes || labelled);
  const only = runs.length === 1 && runs[0]?.run !== true ? runs[0] : undefined;
  if (split) {
    for (const run of runs) {
      const inner = run.run === true ? undefined : run.element;
      if (inner && inner.childElementCount > 1 && !run.label)
        inline(inner, leaves, visibility, fine);
      else leaves.push(run);
    }
  } else if (only && only.element.childElementCount > 0) {
    inline(only.element, leaves, visibility, fine);
  } else if (
    cell.text !== "" ||
    cell.marks !== undefined ||
    cell.title !== undefined ||
    ENDS.has(element.tagName)
  ) {
    const made = leaf(element, cell);
    if (only) made.label ||= only.label;
    leaves.push(made);
  }
}
