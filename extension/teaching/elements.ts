import { ownElement } from "../ui/marks.ts";

const FONT = `"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`;
export const PANEL_CSS = `
:host { all: initial; position: fixed; top: 12px; right: 12px; bottom: 12px; width: min(460px, 90vw); z-index: 2147483647; color-scheme: light; font: 13px/1.6 ${FONT}; color: #1f2933; }
section { box-sizing: border-box; height: 100%; overflow: auto; background: #fff; border: 1px solid #9aa5b1; border-radius: 8px; padding: 12px 16px; box-shadow: 0 8px 28px rgba(15, 23, 42, .3); }
h2 { font-size: 15px; margin: 0 0 6px; } h3 { font-size: 13px; margin: 12px 0 4px; } p { margin: 0 0 6px; }
.soft { color: #52606d; font-size: 12px; } .bad { color: #8c1d18; } .good { color: #14532d; }
fieldset { border: 1px solid #cbd2d9; border-radius: 6px; margin: 0 0 8px; padding: 6px 10px; } fieldset:focus-within { border-color: #1d4ed8; }
legend { font-weight: 700; padding: 0 4px; } label { display: flex; gap: 8px; align-items: center; margin: 2px 0; } label > span { flex: none; }
select { font: inherit; min-width: 0; flex: 1; padding: 2px 4px; }
button { font: inherit; padding: 3px 12px; margin: 0 8px 6px 0; border: 1px solid #1d4f91; border-radius: 4px; background: #fff; color: #1d4f91; cursor: pointer; }
button.main { background: #1d4f91; color: #fff; } :focus-visible { outline: 2px solid #1d4ed8; outline-offset: 1px; }
ul { margin: 0; padding: 0; list-style: none; } li { padding: 3px 0; border-bottom: 1px solid #edf0f3; overflow-wrap: anywhere; }
span.mark { border: 1px solid; border-radius: 3px; padding: 0 5px; margin-right: 6px; font-weight: 700; }
code { font: 12px/1.5 ui-monospace, Consolas, monospace; background: #f3f5f7; padding: 0 4px; border-radius: 3px; overflow-wrap: anywhere; }
`;

/** What happens in our own boxes is no event of the portal. */
const OURS = [
  "click",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "dblclick",
  "contextmenu",
  "keydown",
  "keyup",
  "keypress",
  "input",
  "change",
  "focusin",
  "focusout",
  "wheel",
];

/** A box of ours in the page, gone with the signal. */
export function box(
  document: Document,
  tag: "shixian-teach" | "shixian-outline",
  css: string,
  signal: AbortSignal,
): { host: HTMLElement; root: ShadowRoot } {
  const made = ownElement(document, tag, css);
  for (const event of OURS)
    made.host.addEventListener(event, (each) => each.stopPropagation(), { signal });
  (document.body ?? document.documentElement).append(made.host);
  signal.addEventListener("abort", () => made.host.remove());
  return made;
}

type Child = Node | string | undefined | false;

/** An element with text and children: text only, never HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Partial<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** Gives the person a file. The link is never part of the page, so that its click is no event of the portal. */
export function download(document: Document, name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
