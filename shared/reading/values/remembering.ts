const MOST = 2000;
const LONGEST = 120;

/**
 * The same reading, which keeps what it gave for a text: lists say the same few words in row after row. `read` must depend on the text alone
 * and its answer must not be changed by anybody.
 */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined || known.has(text)) return seen as T;
    const found = read(text);
    if (text.length > LONGEST) return found;
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found;
  };
}

/** The same for a reading that depends on a unit beside the text. */
export function rememberingBy<U extends string, T>(
  read: (text: string, unit?: U) => T,
): (text: string, unit?: U) => T {
  const plain = remembering((text) => read(text));
  const byUnit = new Map<U, (text: string) => T>();
  return (text, unit) => {
    if (unit === undefined) return plain(text);
    let known = byUnit.get(unit);
    if (!known) byUnit.set(unit, (known = remembering((each) => read(each, unit))));
    return known(text);
  };
}
