import { Fingerprint } from "./fingerprint.ts";
import { Restless } from "./restless.ts";
import type { Touched } from "./touched.ts";

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
  {
    signal,
    ignore,
    touched,
  }: { signal: AbortSignal; ignore(node: Node): boolean; touched?: Touched },
): void {
  if (signal.aborted) return;
  const view = document.defaultView ?? window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const restless = new Restless(() => soon(true));
  const fingerprint = new Fingerprint(ignore, restless, touched);
  let seen = fingerprint.of(document);

  const look = () => {
    timer = undefined;
    since = 0;
    const now = fingerprint.of(document);
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
