/** Equal values once, each under a small number. */
export class Dictionary<T> {
  readonly values: T[] = [];
  readonly #codes = new Map<string, number>();
  readonly #text: (value: T) => string;

  constructor(text: (value: T) => string = String) {
    this.#text = text;
  }
  code(value: T): number {
    const text = this.#text(value);
    const found = this.#codes.get(text);
    if (found !== undefined) return found;
    this.#codes.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
  /** `undefined` for a value that nothing has */
  find(value: T): number | undefined {
    return this.#codes.get(this.#text(value));
  }
  at(code: number): T {
    return this.values[code] as T;
  }
}
