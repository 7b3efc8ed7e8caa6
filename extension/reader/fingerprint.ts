import type { Restless } from "./restless.ts";
import type { Touched } from "./touched.ts";

/** Of a form too, whose own `getAttribute` may be a field of that name. */
const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** Parts of tables, tabs and dialogs: a page says more or less by drawing them or not. */
const DRAWN =
  /^(?:row|rowgroup|grid|treegrid|table|gridcell|cell|listitem|tabpanel|dialog|alertdialog)$/;
/** In a cell an empty element may be a lamp, whose class is its colour. */
const CELL = "td,[role=gridcell],[role=cell]";

/** What the words up to here come to. */
interface Sum {
  hash: number;
  length: number;
}
interface Row {
  element: Element;
  outer: Sum;
  /** a control in it may change its value and no node */
  controls: boolean;
}

/**
 * A cheap sum of what a page shows: its words, its values, what is drawn of its tables and dialogs. The sum of a row is kept until the row
 * is touched, so that a change of one row costs one row.
 */
export class Fingerprint {
  private readonly rows = new WeakMap<Element, { at: number; sum: Sum }>();
  private readonly ignore: (node: Node) => boolean;
  private readonly restless: Restless | undefined;
  private readonly touched: Touched | undefined;

  /** `restless`: parts that are left out; `touched`: by what rows are known not to have changed */
  constructor(ignore: (node: Node) => boolean, restless?: Restless, touched?: Touched) {
    this.ignore = ignore;
    this.restless = restless;
    this.touched = touched;
  }

  of(document: Document): string {
    const body = document.body as HTMLElement | null;
    if (!body) return "";
    const at = this.touched?.now() ?? 0;
    // the walker's own steps: a form answers with its own fields where a node would tell its children
    const walker = document.createTreeWalker(body, 5);
    const open: Row[] = [];
    let sum: Sum = { hash: 17, length: 0 };
    const add = (text: string) => {
      let { hash } = sum;
      for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
      sum.hash = hash;
      sum.length += text.length;
    };
    const addRow = ({ hash, length }: Sum) => {
      sum.hash = (Math.imul(sum.hash, 31) + hash) | 0;
      sum.length += length;
    };
    const leave = () => {
      const row = open.pop();
      if (!row) return;
      const own = sum;
      sum = row.outer;
      if (!row.controls) this.rows.set(row.element, { at, sum: own });
      else for (const each of open) each.controls = true;
      addRow(own);
    };
    let node: Node | null = body;
    while (node) {
      let into = true;
      if (node.nodeType === 3) {
        const { data } = node as Text;
        if (!BLANK.test(data)) add(data);
      } else {
        const element = node as Element;
        const name = element.localName;
        if (this.isLeftOut(element, name)) into = false;
        else {
          const role = attribute(element, "role");
          if (name === "tr" || role === "row") {
            const known = this.touched && this.rows.get(element);
            if (known && this.touched?.isUntouched(element, known.at)) {
              addRow(known.sum);
              into = false;
            } else {
              open.push({ element, outer: sum, controls: false });
              sum = { hash: 17, length: 0 };
            }
          }
          if (into && this.addElement(element, name, role, add))
            for (const each of open) each.controls = true;
        }
      }
      if (into && walker.firstChild()) {
        node = walker.currentNode;
        continue;
      }
      if (into && open[open.length - 1]?.element === node) leave();
      for (node = walker.nextSibling(); !node; node = walker.nextSibling()) {
        const parent = walker.parentNode();
        if (!parent) break;
        if (open[open.length - 1]?.element === parent) leave();
      }
    }
    return `${sum.length}.${sum.hash}`;
  }

  private isLeftOut(element: Element, name: unknown): boolean {
    if (name === "script" || name === "style" || name === "svg") return true;
    if (typeof name === "string" && name.startsWith("shixian-") && this.ignore(element))
      return true;
    return this.restless?.has(element) === true;
  }

  /** @returns whether it is a control */
  private addElement(
    element: Element,
    name: string,
    role: string | null,
    add: (text: string) => void,
  ): boolean {
    const control = name === "input" || name === "textarea" || name === "select";
    if (control) add(`=${(element as HTMLInputElement).value}`);
    else if (name === "img") add(`!${element.getAttribute("src") ?? ""}`);
    else if (name === "table" || name === "tr" || (role !== null && DRAWN.test(role)))
      add(element.getClientRects().length > 0 ? "+" : "-");
    else if (element.firstChild === null && element.hasAttributes() && element.closest(CELL))
      add(`*${attribute(element, "class") ?? ""}`);
    const title = attribute(element, "title");
    if (title !== null) add(title);
    return control;
  }
}
const BLANK = /^\s*$/;
