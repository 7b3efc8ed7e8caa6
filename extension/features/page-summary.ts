import type { InPage } from "#shared/strings/in-page.ts";
import { countVerdicts } from "../counts.ts";
import type { JudgedPage } from "../judged-page.ts";
import { ownElement, text } from "../ui/marks.ts";
import { LOOK } from "../ui/verdict-look.ts";
import type { Feature } from "./feature.ts";

const CSS = `
:host { all: initial; position: fixed; right: 16px; bottom: 16px; z-index: 2147483646; color-scheme: light;
  font: 13px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; color: #1f2933; }
button { all: unset; cursor: pointer; }
button.teach { margin-top: 6px; color: #1d4f91; border: 1px solid #1d4f91; border-radius: 4px; padding: 2px 12px; }
button.open { display: flex; align-items: center; gap: 10px; background: #fff; border: 1px solid #9aa5b1; border-radius: 18px;
  padding: 5px 14px; box-shadow: 0 3px 12px rgba(15, 23, 42, .2); font-weight: 700; }
button:focus-visible { outline: 2px solid #1d4ed8; outline-offset: 2px; }
span.count { border-radius: 9px; padding: 0 8px; border: 1px solid; }
div.panel { position: absolute; right: 0; bottom: 44px; width: 320px; max-height: 50vh; overflow: auto; background: #fff; border: 1px solid #9aa5b1;
  border-radius: 8px; padding: 10px 14px; box-shadow: 0 6px 20px rgba(15, 23, 42, .22); }
div.panel[hidden] { display: none; }
p, ul { margin: 0 0 4px; } ul { padding-left: 18px; } b { font-weight: 700; }
`;

/** The page's sum: overdue, due soon, cannot tell. Green only when every case on the page was read and is within its limit. */
export const pageSummary: Feature = {
  id: "page-summary",
  start({ document, strings, signal, act }) {
    const { host, root } = ownElement(document, "shixian-summary", CSS);
    const panel = text(document, "div", "", "panel");
    const button = text(document, "button", "", "open") as HTMLButtonElement;
    const teach = text(
      document,
      "button",
      strings.page.summary.teach,
      "teach",
    ) as HTMLButtonElement;
    teach.type = "button";
    teach.addEventListener("click", () => act.open("teach"), { signal });
    panel.hidden = true;
    panel.id = "panel";
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "panel");
    button.addEventListener(
      "click",
      () => {
        panel.hidden = !panel.hidden;
        button.setAttribute("aria-expanded", String(!panel.hidden));
      },
      { signal },
    );
    host.setAttribute("role", "status");
    host.setAttribute("aria-label", strings.page.summary.label);
    root.append(panel, button);
    signal.addEventListener("abort", () => host.remove());

    let shown = "";
    return {
      show(page) {
        const { kind, cases, unreadable } = page.reading;
        const empty = kind === "list" && cases.length === 0 && unreadable.length === 0;
        if (cases.length === 0 && unreadable.length === 0 && !empty) {
          host.remove();
          shown = "";
          return;
        }
        const counts = countVerdicts(page.verdicts.map((verdict) => verdict.kind));
        const lines = details(page, strings);
        const next = JSON.stringify([counts, lines]);
        if (next !== shown) {
          shown = next;
          host.dataset.overdue = String(counts.overdue ?? 0);
          host.dataset.dueSoon = String(counts["due-soon"] ?? 0);
          host.dataset.unknown = String(counts.unknown ?? 0);
          button.replaceChildren(text(document, "span", strings.page.product), ...pills());
          panel.replaceChildren(...lines.map((line) => text(document, "p", line)), teach);
        }
        const home = document.body ?? document.documentElement;
        if (host.parentNode !== home) home.append(host);

        function pills(): HTMLElement[] {
          const { summary } = strings.page;
          const pill = (kind: keyof typeof LOOK, words: string) => {
            const { icon, ink, paper, line } = LOOK[kind];
            const element = text(document, "span", `${icon} ${words}`, "count");
            element.style.cssText = `color:${ink};background:${paper};border-color:${line}`;
            return element;
          };
          if (empty) return [pill("closed-on-time", summary.empty)];
          if (cases.length === 0) return [pill("unknown", summary.nothingRead)];
          const { overdue = 0, "due-soon": soon = 0, unknown = 0 } = counts;
          if (overdue + soon + unknown + unreadable.length === 0)
            return [pill("on-time", summary.fine(cases.length))];
          return [
            pill(overdue > 0 ? "overdue" : "closed-on-time", summary.overdue(overdue)),
            pill(soon > 0 ? "due-soon" : "closed-on-time", summary.dueSoon(soon)),
            pill(unknown > 0 ? "unknown" : "closed-on-time", summary.unknown(unknown)),
          ];
        }
      },
    };
  },
};

/** What was seen, how much of it, and what could not be read: whole sentences. */
function details({ reading, verdicts }: JudgedPage, { page, verdict }: InPage): string[] {
  const { shown, total } = reading.coverage;
  const lines = [
    total === undefined || total <= shown
      ? page.summary.seen(reading.cases.length)
      : page.summary.seenOf(reading.cases.length, total),
  ];
  const kinds = countVerdicts(verdicts.map((each) => each.kind));
  for (const [kind, n] of Object.entries(kinds))
    lines.push(`${verdict.mark[kind as keyof typeof verdict.mark]} ${n}`);
  const unread = new Set(
    [...reading.unreadable, ...reading.cases.flatMap((each) => each.unreadable)].map(
      ({ field, why }) =>
        page.summary.unreadable(page.field[field] ?? field, page.unreadableWhy[why] ?? why),
    ),
  );
  if (unread.size > 0) lines.push(page.summary.unreadableTitle, ...unread, page.summary.caveat);
  return lines;
}
