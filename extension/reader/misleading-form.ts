/** By what a reader goes through a page. A form answers with its field of that name instead, and a walk through it would never end. */
const ASKED = [
  "childElementCount",
  "childNodes",
  "children",
  "closest",
  "compareDocumentPosition",
  "contains",
  "firstChild",
  "firstElementChild",
  "getAttribute",
  "getBoundingClientRect",
  "getClientRects",
  "hasAttribute",
  "localName",
  "nextElementSibling",
  "nextSibling",
  "nodeType",
  "ownerDocument",
  "parentElement",
  "parentNode",
  "querySelector",
  "querySelectorAll",
  "tagName",
  "textContent",
] as const;

/** A form has a field named like one of these: such a page is said to be unreadable. */
export const hasMisleadingForm = (document: Document): boolean =>
  Array.from(document.forms).some((form) => ASKED.some((name) => isField(form, name)));

function isField(form: HTMLFormElement, name: (typeof ASKED)[number]): boolean {
  const value: unknown = form[name];
  if (value instanceof Element) return value.getAttribute("name") === name || value.id === name;
  return value instanceof RadioNodeList;
}
