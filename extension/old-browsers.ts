/**
 * Calls that the code uses and Chromium 83 has not. They are defined in our own world only (content scripts are isolated), and nothing is
 * replaced where the browser has its own. Imported first by whatever runs first in a world.
 */
function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

type Test = (value: unknown, index: number, all: ArrayLike<unknown>) => unknown;

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index];
}
function findLastIndex(this: ArrayLike<unknown>, test: Test): number {
  let i = this.length - 1;
  while (i >= 0 && !test(this[i], i, this)) i--;
  return i;
}
function findLast(this: ArrayLike<unknown>, test: Test): unknown {
  return this[findLastIndex.call(this, test)];
}

for (const list of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object]) {
  define(list, "at", at); // 92
  define(list, "findLast", findLast); // 97
  define(list, "findLastIndex", findLastIndex);
}
define(String.prototype, "at", at);
define(
  Array.prototype,
  "toSorted",
  function (this: unknown[], by?: (a: unknown, b: unknown) => number) {
    return [...this].sort(by); // 110
  },
);
define(Array.prototype, "toReversed", function (this: unknown[]) {
  return [...this].reverse();
});
define(String.prototype, "replaceAll", function (this: string, from: string, to: string): string {
  return this.split(from).join(to); // 85
});
define(
  Object,
  "hasOwn",
  (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name), // 93
);
define(
  Map,
  "groupBy",
  (values: Iterable<unknown>, keyOf: (value: unknown, i: number) => unknown) => {
    const groups = new Map<unknown, unknown[]>(); // 117
    let i = 0;
    for (const value of values) {
      const key = keyOf(value, i++);
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
    return groups;
  },
);

// 86; a background without a document has none of these
if (typeof Element === "function")
  for (const parent of [Element.prototype, DocumentFragment.prototype])
    define(parent, "replaceChildren", function (this: ParentNode, ...children: (Node | string)[]) {
      while (this.lastChild) this.lastChild.remove();
      this.append(...children);
    });

export {};
