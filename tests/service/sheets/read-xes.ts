/** A reader of XES that shares nothing with the writer: it knows the elements of IEEE 1849-2016 and their order, and refuses others. */
export interface XesElement {
  name: string;
  attributes: Record<string, string>;
  children: XesElement[];
}

const ATTRIBUTES = ["string", "date", "int", "float", "boolean", "id", "list"];
/** Which elements may stand in which, in this order; a group of one place may mix. */
const ORDER: Record<string, string[][]> = {
  log: [["extension"], ["global"], ["classifier"], ATTRIBUTES, ["trace"], ["event"]],
  trace: [ATTRIBUTES, ["event"]],
  event: [ATTRIBUTES],
  global: [ATTRIBUTES],
  extension: [],
  classifier: [],
  ...Object.fromEntries(ATTRIBUTES.map((name) => [name, [ATTRIBUTES]])),
};
const NEEDED: Record<string, string[]> = {
  log: ["xes.version", "xes.features", "xmlns"],
  extension: ["name", "prefix", "uri"],
  classifier: ["name", "keys"],
  ...Object.fromEntries(ATTRIBUTES.map((name) => [name, ["key", "value"]])),
};
const DATE_TIME = /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
const NC_NAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u;

/** @throws Error where the text is no XML or the document no XES log */
export function readXes(text: string): XesElement {
  const root: XesElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  const token = /<\?[^>]*\?>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w.:]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
  for (let m = token.exec(text); m; m = token.exec(text)) {
    at = token.lastIndex;
    const [whole, closes, opens, attributes = "", single] = m;
    if (closes !== undefined) {
      if (open.pop()?.name !== closes) throw new Error(`</${closes}> closes nothing`);
    } else if (opens !== undefined) {
      const element: XesElement = {
        name: opens,
        attributes: attributesOf(attributes),
        children: [],
      };
      open.at(-1)?.children.push(element);
      if (single !== "/") open.push(element);
    } else if (!whole.startsWith("<?") && whole.trim() !== "") throw new Error(`text: ${whole}`);
  }
  if (at !== text.length || open.length !== 1) throw new Error(`no XML at ${at}`);
  const [log, ...more] = root.children;
  if (!log || log.name !== "log" || more.length > 0) throw new Error("not one log");
  check(log);
  return log;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w.:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(
          /&(amp|lt|gt|quot);/g,
          (_, entity: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[entity] ?? "",
        ),
    ]),
  );
}

function check({ name, attributes, children }: XesElement): void {
  const places = ORDER[name];
  if (!places) throw new Error(`no element ${name} in XES`);
  for (const needed of NEEDED[name] ?? [])
    if (attributes[needed] === undefined) throw new Error(`${name} without ${needed}`);
  if (name === "date" && !DATE_TIME.test(attributes.value ?? ""))
    throw new Error(`not a date: ${attributes.value}`);
  for (const word of ["extension", "classifier"].includes(name) ? [attributes.name ?? ""] : [])
    if (!NC_NAME.test(word)) throw new Error(`not a name: ${word}`);
  let place = 0;
  for (const child of children) {
    const found = places.findIndex((names) => names.includes(child.name));
    if (found < place) throw new Error(`${child.name} out of place in ${name}`);
    place = found;
    check(child);
  }
}

export const valueOf = (element: XesElement, key: string): string | undefined =>
  element.children.find((child) => child.attributes.key === key)?.attributes.value;
