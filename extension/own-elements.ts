/**
 * What all our scripts of one frame share. It lives in their isolated world under a symbol: a page can name an element after any word,
 * and an element's name stands in for a global that is not there.
 */
const PLACE = Symbol.for("shixian");

interface Shared {
  elements: WeakSet<Node>;
  scripts: Record<string, unknown>;
}

const world = globalThis as unknown as Record<symbol, Shared | undefined>;

export const shared = (): Shared =>
  (world[PLACE] ??= {
    elements: new WeakSet(),
    scripts: Object.create(null) as object as Record<string, unknown>,
  });

/** We made it: an element of the page that bears the name of one of ours is none. */
export const isMade = (node: Node): boolean => shared().elements.has(node);

/** @returns the element, known as ours from now on */
export function made<T extends Node>(element: T): T {
  shared().elements.add(element);
  return element;
}

/** A form answers with its own field named `parentNode`, if it has one; the prototype does not. */
export const parentOf = (node: Node): Node | null =>
  Reflect.get(Node.prototype, "parentNode", node) as Node | null;
