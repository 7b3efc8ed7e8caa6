import { isMade } from "../own-elements.ts";

const ROWS = "tr,[role=row]";
const STYLES = /^(?:style|link|head|base)$/;

/**
 * Which rows of a page have been touched since when. A row is touched by whatever changes in it; what may change how other rows are drawn
 * (a class or style of a row or around rows, a style sheet, the size of the window) touches all of them. Stops with the signal.
 */
export class Touched {
  private readonly at = new WeakMap<Node, number>();
  private readonly observer: MutationObserver;
  private clock = 1;
  private all = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.observer = new MutationObserver((changes) => this.note(changes));
    this.observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const everything = () => void (this.all = ++this.clock);
    const view = document.defaultView;
    document.addEventListener("load", everything, { capture: true, passive: true });
    view?.addEventListener("resize", everything, { passive: true });
    signal.addEventListener("abort", () => {
      this.observer.disconnect();
      this.all = Infinity;
      document.removeEventListener("load", everything, { capture: true });
      view?.removeEventListener("resize", everything);
    });
  }

  /** A time after everything that has happened up to now. */
  now(): number {
    const changes = this.observer.takeRecords();
    if (changes.length > 0) this.note(changes);
    return this.clock;
  }

  /** Is what was known of a row at that time of `now` still so? */
  isUntouched(row: Element, since: number): boolean {
    return this.all <= since && (this.at.get(row) ?? 0) <= since;
  }

  private note(changes: readonly MutationRecord[]): void {
    const now = ++this.clock;
    for (const change of changes) {
      if (this.all === now) return;
      if (isOurDoing(change)) continue;
      if (mayRestyle(change)) this.all = now;
      else this.touch(change.target, now);
      // a row that was moved stands among others now
      for (const node of change.addedNodes) {
        this.at.set(node, now);
        if (node.nodeType === 1)
          for (const row of (node as Element).querySelectorAll(ROWS)) this.at.set(row, now);
      }
    }
  }

  private touch(node: Node, now: number): void {
    for (let at: Node | null = node; at && this.at.get(at) !== now; at = at.parentNode)
      this.at.set(at, now);
  }
}

/** Marks that come and go say nothing of the page. */
function isOurDoing({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isMade(target)) return true;
  if (type !== "childList") return false;
  const made = (nodes: NodeList): boolean => Array.prototype.every.call(nodes, isMade);
  return made(addedNodes) && made(removedNodes);
}

function mayRestyle({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === "childList")
    return isStyle(target) || [...addedNodes, ...removedNodes].some(isStyle);
  const element = type === "attributes" ? (target as Element) : target.parentElement;
  if (!element) return true;
  if (type === "characterData") return isStyle(element);
  const row = element.closest(ROWS);
  if (row) return row === element;
  // what stands beside a table may open and close it
  return isStyle(element) || (element.parentElement ?? element).querySelector(ROWS) !== null;
}

const isStyle = (node: Node): boolean => STYLES.test(node.nodeName.toLowerCase());
