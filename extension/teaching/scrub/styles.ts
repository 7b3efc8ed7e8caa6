import type { Inventor } from "./invent.ts";

/** What decides what is seen and where it stands; no declaration that could hold a text. */
const LAYOUT =
  /^(?:display|visibility|position|top|right|bottom|left|float|clear|(?:min-|max-)?(?:width|height)|margin.*|padding.*|border.*|outline.*|box-sizing|overflow.*|z-index|opacity|transform|clip|clip-path|color|background-color|white-space|text-overflow|text-align|vertical-align|table-layout|border-collapse|border-spacing|empty-cells|flex.*|align-.*|justify-.*|order|gap|row-gap|column-gap|font-size|font-weight|line-height|word-break|overflow-wrap|writing-mode|list-style-type|caption-side|direction)$/;
const UNSAFE_VALUE = /["'\\<>]|url\(|var\(|env\(|[^ -~]/i;

/** Every rule that the browser lets us read and that holds at this size, under the twin's names; sheets of other origins are left out. */
export function sheetsOf(document: Document, invent: Inventor): string {
  const view = document.defaultView;
  const rules = (list: CSSRuleList): string[] =>
    Array.from(list).flatMap((rule) => {
      if (rule.type === 1) {
        const { selectorText, style } = rule as CSSStyleRule;
        const names = selector(selectorText, document, invent);
        const css = plainCss(style);
        return names === "" || css === "" ? [] : [`${names} { ${css} }`];
      }
      if (rule.type !== 4) return [];
      const { conditionText, cssRules } = rule as CSSMediaRule;
      return view?.matchMedia(conditionText).matches ? rules(cssRules) : [];
    });
  return [...Array.from(document.styleSheets), ...Array.from(document.adoptedStyleSheets ?? [])]
    .flatMap((sheet) => {
      try {
        return sheet.disabled ? [] : rules(sheet.cssRules);
      } catch {
        return []; // a sheet of another origin says so by throwing
      }
    })
    .join("\n");
}

const PARTS =
  /(::?(?:nth-[\w-]+\([^)]*\)|[\w-]+))|(\[[^\]]*\])|([.#])((?:[\w-]|[^ -~]|\\.)+)|((?:[\w-]|[^ -~]|\\.)+)/g;
const ATTRIBUTE =
  /^\[(class|id|type|role|disabled|readonly|hidden|aria-(?:hidden|selected|expanded)|colspan|rowspan|field|col-id)(?:([~|^$*]?=)["']?([\w\s-]*)["']?)?\]$/;
const PSEUDO = /^::?(?:nth-[\w-]+\([\d\sn+oevd-]*\)|[a-z-]{2,24})$/;

/** The selector with the names that the elements bear in the twin; empty where a part of it could say something. */
function selector(text: string, document: Document, invent: Inventor): string {
  let said = false;
  const made = text.replace(
    PARTS,
    (
      part: string,
      pseudo: string | undefined,
      attribute: string | undefined,
      mark: string | undefined,
      name: string | undefined,
    ) => {
      if (pseudo !== undefined) {
        if (!PSEUDO.test(pseudo)) said = true;
        return pseudo;
      }
      if (attribute !== undefined) {
        const [, which = "", how, value = ""] = ATTRIBUTE.exec(attribute) ?? [];
        if (which === "") said = true;
        return how === undefined ? `[${which}]` : `[${which}${how}"${invent.identifier(value)}"]`;
      }
      if (mark !== undefined) return mark + invent.identifier(name ?? "");
      return isKnownTag(part, document) ? part : invent.identifier(part);
    },
  );
  return said || /["'\\<]|[^ -~]/.test(made.replace(/"[\w\s-]*"/g, "")) ? "" : made;
}

/** An element of HTML, and none that somebody named. */
export const isKnownTag = (name: string, document: Document): boolean =>
  /^[a-z][a-z0-9]*$/i.test(name) &&
  !(document.createElement(name) instanceof (document.defaultView ?? window).HTMLUnknownElement);

/** The declarations that lay the page out, and nothing that could be a text, an address or a name. */
export const plainCss = (style: CSSStyleDeclaration): string =>
  Array.from(style)
    .filter((name) => LAYOUT.test(name))
    .map((name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const)
    .filter(([, value]) => value !== "" && value.length <= 120 && !UNSAFE_VALUE.test(value))
    .map(([name, value, priority]) => {
      const short = value.replace(/(?<![#\w.])\d{6,}(?!\w)/g, "99999");
      return `${name}: ${short}${priority === "" ? "" : " !important"};`;
    })
    .join(" ");
