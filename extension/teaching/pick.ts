import type { FoundGrid } from "../reader/grids/find-grids.ts";
import { PANEL_CSS, box, make } from "./elements.ts";
import { outline } from "./outline.ts";
import { isOwn } from "../ui/marks.ts";

const SHIELD = `:host { all: initial; position: fixed; inset: 0; z-index: 2147483646; cursor: crosshair; }`;
const HINT = `${PANEL_CSS} :host { top: 12px; right: auto; bottom: auto; left: 50%; margin-left: -220px; width: 440px; pointer-events: none; } section { height: auto; }`;
const TABLES = "table, [role=grid], [role=table], [role=treegrid], [role=list], ul, ol";

interface Words {
  pickTitle: string;
  pickHint: string;
}

/**
 * Lets a person point out the list. A shield of ours lies over the page while it lasts, so that no click reaches the portal.
 * @param tables what the reader found, for choosing by keyboard
 */
export function pick(
  document: Document,
  tables: readonly FoundGrid[],
  words: Words,
  signal: AbortSignal,
): Promise<Element | undefined> {
  return new Promise((resolve) => {
    const mine = new AbortController();
    const end = (element: Element | undefined) => {
      mine.abort();
      resolve(element);
    };
    signal.addEventListener("abort", () => end(undefined), { signal: mine.signal });
    const frame = outline(document, mine.signal);
    const { host: shield } = box(document, "shixian-teach", SHIELD, mine.signal);
    const { root } = box(document, "shixian-teach", HINT, mine.signal);
    root.append(
      make(
        document,
        "section",
        { role: "status" },
        make(document, "h2", {}, words.pickTitle),
        make(document, "p", {}, words.pickHint),
      ),
    );
    shield.tabIndex = 0;
    shield.setAttribute("role", "application");
    shield.setAttribute("aria-label", `${words.pickTitle}。${words.pickHint}`);
    shield.focus({ preventScroll: true });

    const known = tables
      .map((table) => table.root)
      .filter((table) => table.getClientRects().length > 0);
    let pointed: Element | undefined;
    const point = (element: Element | undefined) => {
      pointed = element;
      if (element) frame.around([element]);
      else frame.hide();
    };
    const under = ({ clientX, clientY }: MouseEvent): Element | undefined => {
      const below = document.elementsFromPoint(clientX, clientY).find((each) => !isOwn(each));
      return below && tableAround(below, known);
    };
    const options = { signal: mine.signal };
    shield.addEventListener("mousemove", (event) => point(under(event)), options);
    shield.addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        const chosen = under(event);
        if (chosen) end(chosen);
      },
      options,
    );
    shield.addEventListener(
      "keydown",
      (event) => {
        const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === "Escape") end(undefined);
        else if (event.key === "Enter" && pointed) end(pointed);
        else if (step !== undefined && known.length > 0) {
          const at = pointed ? known.indexOf(pointed) : -1;
          const next =
            known[(at + step + known.length + (at < 0 && step < 0 ? 1 : 0)) % known.length];
          next?.scrollIntoView({ block: "nearest" });
          point(next);
        } else return;
        event.preventDefault();
      },
      options,
    );
  });
}

/** The table around a point: one that the reader found, an element that is one by name, or one with rows of several parts each. */
function tableAround(at: Element, known: readonly Element[]): Element | undefined {
  for (
    let each: Element | null = at;
    each && each.localName !== "body";
    each = each.parentElement
  ) {
    const found = each;
    const grid = known.find((table) => table === found);
    if (grid) return grid;
    if (found.matches(TABLES) && found.children.length > 0)
      return known.find((table) => table.contains(found)) ?? found;
    const rows = Array.from(found.children).filter((row) => row.children.length > 1);
    if (
      rows.length >= 3 &&
      rows.every((row) => row.localName === rows[0]?.localName) &&
      !/^(?:tr|tbody|thead)$/.test(found.localName)
    )
      return found;
  }
  return undefined;
}
