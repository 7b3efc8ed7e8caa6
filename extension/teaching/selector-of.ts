/** A name that a machine made: it will be another one tomorrow. */
const MADE = /\d{4}|[0-9a-f]{8}|^(?:ext-gen|el-id|yui|ember|react|mui-|rc_)/i;
/** A state, not a kind. */
const STATE = /^(?:is-|has-)|hover|active|selected|focus|loading|open|show|hidden|odd|even/i;
const DEEPEST = 6;

/** A selector that finds this element and no other, by what will live longest: its id, its class, its place below such an element. */
export function selectorOf(element: Element): string {
  const { ownerDocument: document } = element;
  const only = (selector: string): boolean => document.querySelectorAll(selector).length === 1;
  const tail: string[] = [];
  let at: Element | null = element;
  for (let deep = 0; at && at !== document.documentElement && deep < DEEPEST; deep++) {
    for (const name of namesOf(at)) {
      const selector = [name, ...tail].join(" > ");
      if (only(selector)) return selector;
    }
    tail.unshift(placeOf(at));
    at = at.parentElement;
  }
  for (; at && at !== document.documentElement; at = at.parentElement) tail.unshift(placeOf(at));
  return [":root", ...tail].join(" > ");
}

function namesOf(element: Element): string[] {
  const tag = element.localName;
  const classes = Array.from(element.classList).filter(
    (name) => !MADE.test(name) && !STATE.test(name),
  );
  return [
    ...(element.id !== "" && !MADE.test(element.id) ? [`#${CSS.escape(element.id)}`] : []),
    ...classes.map((name) => `${tag}.${CSS.escape(name)}`),
    ...(classes.length > 1 ? [tag + classes.map((name) => `.${CSS.escape(name)}`).join("")] : []),
  ];
}

function placeOf(element: Element): string {
  const tag = element.localName;
  const alike = Array.from(element.parentElement?.children ?? []).filter(
    (each) => each.localName === tag,
  );
  return alike.length < 2 ? tag : `${tag}:nth-of-type(${alike.indexOf(element) + 1})`;
}
