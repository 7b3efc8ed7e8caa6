/** Calls that the code uses and Chromium 83 has not. Nothing is replaced where the browser has its own. */
function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index];
}

define(Array.prototype, "at", at);
define(String.prototype, "at", at);
define(Object, "hasOwn", (owner: object, name: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(owner, name),
);
define(String.prototype, "replaceAll", function (this: string, from: string, to: string): string {
  return this.split(from).join(to);
});

export {};
