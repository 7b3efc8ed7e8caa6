import type { InPage } from "#shared/strings/in-page.ts";
import type { Strings } from "#shared/strings/strings.ts";
import type { JudgedPage } from "../judged-page.ts";
import { verdictSentences } from "../ui/sentence.ts";
import { LOOK } from "../ui/verdict-look.ts";
import { make } from "./elements.ts";

const SHOWN = 6;

/** What the page gives with the present choices: each case with its verdict and why. */
export function preview(
  document: Document,
  { reading, verdicts }: JudgedPage,
  strings: InPage & Pick<Strings, "teach">,
): HTMLElement {
  const { teach, page, verdict: words } = strings;
  const lost = [...new Set(reading.unreadable.map(({ field }) => page.field[field] ?? field))];
  if (reading.cases.length === 0) return make(document, "p", { class: "bad" }, teach.previewNone);
  return make(
    document,
    "div",
    {},
    ...lost.map((field) => make(document, "p", { class: "bad" }, teach.unreadable(field))),
    make(
      document,
      "ul",
      {},
      ...reading.cases.slice(0, SHOWN).map((each, i) => {
        const verdict = verdicts[i];
        if (!verdict) return undefined;
        const { icon, ink, paper, line } = LOOK[verdict.kind];
        const mark = make(
          document,
          "span",
          { class: "mark" },
          `${icon} ${words.mark[verdict.kind]}`,
        );
        mark.style.cssText = `color:${ink};background:${paper};border-color:${line}`;
        const name = each.caseNo ?? each.facts.item ?? String((each.at?.row ?? i) + 1);
        const [why = ""] = verdictSentences(verdict, strings);
        return make(
          document,
          "li",
          { "data-verdict": verdict.kind },
          mark,
          `${name} ${verdict.due === null ? page.dueUnknown : page.due(verdict.due.replace("T", " "))} ${why}`,
        );
      }),
    ),
    reading.cases.length > SHOWN &&
      make(document, "p", { class: "soft" }, teach.previewMore(reading.cases.length - SHOWN)),
  );
}
