import { ownElement, text } from "./marks.ts";

const CSS = `
:host { all: initial; position: fixed; z-index: 2147483647; pointer-events: none; max-width: 360px; }
:host([hidden]) { display: none; }
div.box { font: 13px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #1f2933; background: #ffffff;
  border: 1px solid #9aa5b1; border-radius: 6px; box-shadow: 0 6px 20px rgba(15, 23, 42, .22); padding: 8px 12px; }
p { margin: 0; } p.title { font-weight: 700; } p + p { margin-top: 2px; }
`;

/** One explanation box for the page, shown beside whatever asks for it on hover or focus. */
export function tip(document: Document, signal: AbortSignal) {
  const { host, root } = ownElement(document, "shixian-tip", CSS);
  host.hidden = true;
  host.setAttribute("role", "tooltip");
  const box = text(document, "div", "", "box");
  root.append(box);
  signal.addEventListener("abort", () => host.remove(), { once: true });

  const hide = () => {
    host.hidden = true;
  };
  const show = (beside: Element, title: string, lines: readonly string[]) => {
    if (!host.isConnected) (document.body ?? document.documentElement).append(host);
    box.replaceChildren(
      text(document, "p", title, "title"),
      ...lines.map((line) => text(document, "p", line)),
    );
    host.hidden = false;
    const at = beside.getBoundingClientRect();
    const view = document.documentElement;
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = at.bottom + 6 + height <= view.clientHeight;
    host.style.left = `${Math.max(4, Math.min(at.left, view.clientWidth - width - 4))}px`;
    host.style.top = `${Math.max(4, below ? at.bottom + 6 : at.top - height - 6)}px`;
  };

  return {
    /** `tell` is asked each time, so that the box never says what was true a minute ago */
    explain(element: HTMLElement, tell: () => { title: string; lines: readonly string[] }) {
      const open = () => {
        const { title, lines } = tell();
        show(element, title, lines);
      };
      for (const event of ["mouseenter", "focus"])
        element.addEventListener(event, open, { signal });
      for (const event of ["mouseleave", "blur"]) element.addEventListener(event, hide, { signal });
      element.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
    },
    hide,
  };
}
