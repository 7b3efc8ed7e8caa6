import type { Inventor } from "./invent.ts";
import { plainCss } from "./styles.ts";

/** Attributes that say something to a person: scrubbed as texts are. */
const TEXTS = new Set([
  "title",
  "alt",
  "placeholder",
  "label",
  "summary",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "data-content",
  "data-title",
  "data-original-title",
  "data-tip",
  "data-tooltip",
  "data-label",
  "datetime",
  "tip",
]);
/** Names by which cells find their columns and halves their rows: the same name stays the same name. */
const NAMES = new Set([
  "class",
  "id",
  "role",
  "for",
  "headers",
  "scope",
  "field",
  "data-field",
  "data-columnid",
  "data-colid",
  "col-id",
  "data-col-id",
  "data-column-key",
  "data-col-key",
  "data-colkey",
  "data-column-id",
  "data-prop",
  "data-name",
  "row-index",
  "datagrid-row-index",
  "data-rowindex",
  "data-row-index",
  "data-recordindex",
  "data-index",
  "data-row-key",
  "data-rowid",
  "row-id",
  "data-rowkey",
  "data-key",
  "data-id",
  "rowid",
  "aria-describedby",
  "aria-labelledby",
  "aria-controls",
  "aria-owns",
  "type",
]);
/** Numbers and states of structure. */
const STATES =
  /^(?:colspan|rowspan|span|width|height|hidden|checked|disabled|readonly|selected|multiple|open|size|rows|cols|start|reversed|align|valign|border|cellpadding|cellspacing|nowrap|dir|lang|tabindex|aria-(?:hidden|selected|expanded|checked|disabled|colindex|rowindex|colcount|rowcount|colspan|rowspan|level|sort|current|busy|modal|live|multiselectable|readonly|required|valuenow|valuemin|valuemax))$/;
const PLAIN_STATE = /^[\w%.,-]{0,12}$/;

/** The attributes of an element that the twin may bear, scrubbed. Handlers, addresses, and whatever else is not known here are left out. */
export function scrubbedAttributes(element: Element, invent: Inventor): [string, string][] {
  const kept: [string, string][] = [];
  for (const { name, value } of Array.from(element.attributes)) {
    if (TEXTS.has(name)) kept.push([name, invent.text(value)]);
    else if (NAMES.has(name))
      kept.push([name, value.split(/\s+/).map(invent.identifier).join(" ")]);
    else if (STATES.test(name) && PLAIN_STATE.test(value) && !/\d{5}/.test(value))
      kept.push([name, value]);
    else if (name === "href" && element.localName === "a") kept.push([name, "#"]);
  }
  const { style } = element as Partial<HTMLElement>;
  const css = style ? plainCss(style) : "";
  if (css !== "") kept.push(["style", css]);
  return [
    ...kept.filter(([name]) => name !== "value" && name !== "selected" && name !== "checked"),
    ...valueOf(element, invent),
  ];
}

/** What a person sees in a control is its value, which may be another than the page was sent with. */
function valueOf(element: Element, invent: Inventor): [string, string][] {
  const { tagName } = element;
  if (tagName === "INPUT") {
    const { type, value, checked } = element as HTMLInputElement;
    if (type === "checkbox" || type === "radio") return checked ? [["checked", ""]] : [];
    if (type === "password" || type === "file") return [];
    return value === "" ? [] : [["value", invent.text(value)]];
  }
  if (tagName === "OPTION") {
    const { value, selected } = element as HTMLOptionElement;
    return [
      ["value", value === "" ? "" : invent.identifier(value)],
      ...(selected ? [["selected", ""] as [string, string]] : []),
    ];
  }
  if (tagName === "LI" && element.hasAttribute("value")) return [];
  if (tagName === "IMG") {
    const name =
      /([^/\\?#]+?)(?:\.\w+)?(?:[?#].*)?$/.exec(element.getAttribute("src") ?? "")?.[1] ?? "";
    const { width, height } = element.getBoundingClientRect();
    // a lamp speaks by its file's name; the picture itself stays behind
    return [
      [
        "src",
        `${name === "" || (element.getAttribute("src") ?? "").startsWith("data:") ? "image" : invent.identifier(name)}.png`,
      ],
      ["width", String(Math.round(width))],
      ["height", String(Math.round(height))],
    ];
  }
  return [];
}
