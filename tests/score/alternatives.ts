/** Every alternative of a pattern that could be left out, the inner ones first: where it begins and ends, with its bar. */
function alternatives(source: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  const open: number[][] = [[0]];
  const close = (end: number): void => {
    const starts = open.pop() ?? [];
    if (starts.length > 1)
      starts.forEach((start, i) => {
        const next = starts[i + 1];
        // its own bar, or for the first the one after it
        found.push(i === 0 ? [start, next ?? end] : [start - 1, (next ?? end + 1) - 1]);
      });
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === "\\") i++;
    else if (c === "[") {
      while (source[++i] !== "]") if (source[i] === "\\") i++;
    } else if (c === "(") {
      const head = /^\((?:\?(?:[:=!]|<[=!]))?/.exec(source.slice(i))?.[0].length ?? 1;
      open.push([i + head]);
      i += head - 1;
    } else if (c === ")") close(i);
    else if (c === "|") open[open.length - 1]?.push(i + 1);
  }
  close(source.length);
  return found.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
}

/** The pattern without the alternatives that only `mine` need: what none of `others` would miss. Undefined when nothing goes. */
export function without(
  form: RegExp,
  mine: readonly string[],
  others: readonly string[],
): string | undefined {
  const matched = others.filter((word) => form.test(word));
  const own = mine.filter((word) => form.test(word) && !matched.includes(word));
  if (own.length === 0) return undefined;
  // a line that only this source needs goes as a whole
  if (matched.length === 0) return "(?!)";
  let { source } = form;
  let left = own;
  for (let again = true; again;) {
    again = false;
    for (const [from, to] of alternatives(source)) {
      const fewer = source.slice(0, from) + source.slice(to);
      const shorter = compiled(fewer, form.flags);
      if (!shorter || !matched.every((word) => shorter.test(word))) continue;
      const still = left.filter((word) => shorter.test(word));
      if (still.length === left.length) continue;
      [source, left, again] = [fewer, still, true];
      break;
    }
  }
  return source === form.source ? undefined : source;
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined; // without this alternative it is no pattern
  }
}
