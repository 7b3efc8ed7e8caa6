import { Restless } from "./restless.ts";

const QUIET = 150;
const LONGEST = 1000;
const MANY = 50;

/**
 * Calls `onChange` when, and only when, what the page shows has changed: new content, new text, typed values, a route of a
 * single-page application. Changes that `ignore` calls ours are none, and a clock or a carousel is not looked at for each of its ticks.
 * Stops with the signal.
 */
export function watch(
  document: Document,
  onChange: () => void,
  { signal, ignore }: { signal: AbortSignal; ignore(node: Node): boolean },
): void {
  if (signal.aborted) return;
  const view = document.defaultView ?? window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const restless = new Restless(() => soon(true));
  let seen = fingerprint(document, ignore, restless);

  const look = () => {
    timer = undefined;
    since = 0;
    const now = fingerprint(document, ignore, restless);
    if (now === seen) return;
    seen = now;
    onChange();
  };
  const soon = (rested?: unknown) => {
    if (rested === true) seen = "";
    const now = Date.now();
    if (since === 0) since = now;
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(QUIET, since + LONGEST - now)));
  };
  const foreign = (change: MutationRecord): boolean => {
    if (ignore(change.target)) return false;
    if (change.type !== "childList") return true;
    for (const nodes of [change.addedNodes, change.removedNodes])
      for (let i = 0; i < nodes.length; i++) if (!ignore(nodes[i] as Node)) return true;
    return false;
  };
  // a framework that draws the same rows anew takes our marks away with the old ones
  const tookOurs = (change: MutationRecord): boolean => {
    for (let i = 0; i < change.removedNodes.length; i++)
      if (holdsOurs(change.removedNodes[i] as Node, ignore)) return true;
    return false;
  };
  /** Many at once are a page that is drawn; of few each is asked, since what ticks is known by all of its ticks. */
  const news = (changes: readonly MutationRecord[]): boolean => {
    const now = performance.now();
    if (changes.length > MANY) return changes.some(foreign);
    return changes.filter((change) => foreign(change) && isNews(change, now)).length > 0;
  };
  const isNews = ({ type, target }: MutationRecord, now: number): boolean => {
    const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
    return type === "attributes" || !element || !restless.changed(element, now);
  };
  const observer = new MutationObserver((changes) => {
    const lost = changes.some((change) => !ignore(change.target) && tookOurs(change));
    if (lost) seen = "";
    if (news(changes) || lost) soon();
  });
  const observe = () =>
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [
        "class",
        "style",
        "hidden",
        "title",
        "value",
        "src",
        "aria-hidden",
        "aria-selected",
        "open",
      ],
    });
  observe();
  // values that are typed or set, and frames that finish loading, change no node
  for (const event of ["input", "change", "load"])
    document.addEventListener(event, soon, {
      capture: true,
      passive: true,
      signal,
    } as AddEventListenerOptions);
  for (const event of ["hashchange", "popstate", "pageshow"])
    view.addEventListener(event, soon, { signal } as AddEventListenerOptions);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    restless.stop();
    if (timer !== undefined) clearTimeout(timer);
    for (const event of ["input", "change", "load"])
      document.removeEventListener(event, soon, { capture: true });
    for (const event of ["hashchange", "popstate", "pageshow"])
      view.removeEventListener(event, soon);
  });
}

function holdsOurs(node: Node, ignore: (node: Node) => boolean): boolean {
  if (ignore(node)) return !node.isConnected;
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(node, 1);
  for (let each = walker.nextNode(); each; each = walker.nextNode())
    if (ignore(each)) return !each.isConnected;
  return false;
}

/** Of a form too, whose own `getAttribute` may be a field of that name. */
const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** Parts of tables, tabs and dialogs: a page says more or less by drawing them or not. */
const DRAWN =
  /^(?:row|rowgroup|grid|treegrid|table|gridcell|cell|listitem|tabpanel|dialog|alertdialog)$/;
/** In a cell an empty element may be a lamp, whose class is its colour. */
const CELL = "td,[role=gridcell],[role=cell]";

/** A cheap sum of what the page shows: its words, its values, what is drawn of its tables and dialogs. */
function fingerprint(
  document: Document,
  ignore: (node: Node) => boolean,
  restless: Restless,
): string {
  const body = document.body as HTMLElement | null;
  if (!body) return "";
  let hash = 17;
  let length = 0;
  const add = (text: string) => {
    length += text.length;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  };
  const walker = document.createTreeWalker(body, 5, {
    acceptNode(node) {
      if (node.nodeType === 3) return 1;
      const name = (node as Element).localName;
      if (name === "script" || name === "style" || name === "svg" || ignore(node)) return 2;
      return restless.has(node as Element) ? 2 : 1;
    },
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      const { data } = node as Text;
      if (data.trim() !== "") add(data);
      continue;
    }
    const element = node as Element;
    const name = element.localName;
    if (name === "input" || name === "textarea" || name === "select")
      add(`=${(element as HTMLInputElement).value}`);
    else if (name === "img") add(`!${element.getAttribute("src") ?? ""}`);
    else if (name === "table" || name === "tr" || DRAWN.test(attribute(element, "role") ?? ""))
      add(element.getClientRects().length > 0 ? "+" : "-");
    else if (element.firstChild === null && element.hasAttributes() && element.closest(CELL))
      add(`*${attribute(element, "class") ?? ""}`);
    const title = attribute(element, "title");
    if (title !== null) add(title);
  }
  return `${length}.${hash}`;
}
