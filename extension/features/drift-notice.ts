import { ownElement, text } from "../ui/marks.ts";
import type { Feature } from "./feature.ts";

const CSS = `
:host { all: initial; position: fixed; right: 16px; bottom: 60px; z-index: 2147483645; width: 340px; color-scheme: light;
  font: 13px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #3b1512; }
div.box { background: #fbe9e7; border: 1px solid #8c1d18; border-left-width: 6px; border-radius: 6px; padding: 8px 12px; box-shadow: 0 4px 14px rgba(15, 23, 42, .22); }
p { margin: 0 0 4px; } p.title { font-weight: 700; color: #8c1d18; }
button { all: unset; cursor: pointer; border: 1px solid #8c1d18; border-radius: 4px; padding: 1px 10px; margin-right: 8px; background: #fff; color: #8c1d18; }
button:focus-visible { outline: 2px solid #1d4ed8; outline-offset: 2px; }
`;

/** Says at once that a page that used to be read is read less well, or not at all, and offers what a person can do about it. */
export const driftNotice: Feature = {
  id: "drift-notice",
  start({ document, strings, signal, act }) {
    const { host, root } = ownElement(document, "shixian-drift", CSS);
    const box = text(document, "div", "", "box");
    const { drift, summary, unreadableWhy } = strings.page;
    const teach = button(summary.teach, () => act.open("teach"));
    const right = button(drift.accept, act.acceptChange);
    host.setAttribute("role", "alert");
    root.append(box);
    signal.addEventListener("abort", () => host.remove());

    let shown = "";
    return {
      show({ reading }) {
        const lost = reading.unreadable
          .filter(({ field, why }) => field === "page" && why.startsWith("drift-"))
          .map(({ why }) => unreadableWhy[why] ?? why);
        if (lost.length === 0) {
          host.remove();
          return;
        }
        const next = lost.join("\n");
        if (next !== shown)
          box.replaceChildren(
            text(document, "p", drift.title, "title"),
            ...lost.map((line) => text(document, "p", line)),
            text(document, "p", drift.caution),
            teach,
            right,
          );
        shown = next;
        const home = document.body ?? document.documentElement;
        if (host.parentNode !== home) home.append(host);
      },
    };

    function button(words: string, click: () => void): HTMLElement {
      const made = text(document, "button", words) as HTMLButtonElement;
      made.type = "button";
      made.addEventListener("click", click, { signal });
      return made;
    }
  },
};
