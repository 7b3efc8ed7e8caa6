import type { ProofSummary } from "#shared/limit/proof-summary.ts";
import type { Verdict } from "#shared/limit/verdict.ts";
import { parentOf } from "../own-elements.ts";
import { rowWords, wordsOfRows } from "../row-words.ts";
import { isOwn, ownElement, text } from "../ui/marks.ts";
import { verdictSentences } from "../ui/sentence.ts";
import { nearFirst } from "../ui/near-first.ts";
import { type Place, placer } from "../ui/placement.ts";
import { tip } from "../ui/tip.ts";
import { LOOK } from "../ui/verdict-look.ts";
import type { Feature } from "./feature.ts";

const CSS = `
:host { all: initial; display: inline-block; vertical-align: middle; height: 1px; margin: 0 6px 0 0; cursor: help; line-height: 0; }
:host([data-stale]) { visibility: hidden; }
:host([data-mode="compact"]) { margin-right: 3px; }
:host([data-mode="overlay"]) { float: left; width: 1px; margin: 0 -1px -1px 0; position: relative; z-index: 1; }
span.mark { position: relative; top: -9px; display: inline-flex; align-items: center; gap: 3px; white-space: nowrap; border: 1px solid; border-radius: 3px;
  padding: 0 5px; box-sizing: border-box; height: 18px; font: 700 12px/16px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
:host([data-mode="compact"]) span.mark { top: -8px; height: 16px; padding: 0 2px; gap: 1px; font-size: 11px; line-height: 14px; }
:host([data-mode="overlay"]) span.mark { position: absolute; top: 0; transform: translateY(var(--lift, 0)); left: 0; height: 14px; font-size: 10px; line-height: 12px; padding: 0 3px; }
:host(:focus-visible) span.mark { outline: 2px solid #1d4ed8; outline-offset: 1px; }
span.icon { display: inline-block; width: 11px; text-align: center; font-size: 10px; }
:host([data-mode="compact"]) span.icon { width: 10px; }
span.short, :host([data-mode="compact"]) span.word, :host([data-mode="overlay"]) span.word { display: none; }
:host([data-mode="compact"]) span.short, :host([data-mode="overlay"]) span.short { display: inline; }
`;

interface Mark {
  host: HTMLElement;
  verdict: Verdict;
  /** how its due date was counted; asked for only when someone looks */
  prove: () => ProofSummary | undefined;
  /** what the row said when it was judged: a mark is never left standing over other words */
  words: string;
  rows: Element[];
}

/** The mark in a case's row: word, shape and colour, and on hover or focus the reason. */
export const overdueBadge: Feature = {
  id: "overdue-badge",
  start({ document, strings, signal }) {
    const marks = new Map<Element, Mark>();
    const byRow = new Map<Element, Mark>();
    const serve = nearFirst<Wanted>(document, signal);
    const explanation = tip(document, signal);

    const make = (): Mark => {
      const { host, root } = ownElement(document, "shixian-mark", CSS);
      const label = text(document, "span", "", "mark");
      label.append(
        text(document, "span", "", "icon"),
        text(document, "span", "", "word"),
        text(document, "span", "", "short"),
      );
      root.append(label);
      host.tabIndex = 0;
      host.setAttribute("role", "note");
      const mark: Mark = {
        host,
        words: "",
        rows: [],
        verdict: undefined as never,
        prove: () => undefined,
      };
      explanation.explain(host, () => ({
        title: strings.verdict.mark[mark.verdict.kind],
        lines: verdictSentences(mark.verdict, strings, mark.prove()),
      }));
      return mark;
    };

    const draw = (mark: Mark, verdict: Verdict) => {
      mark.verdict = verdict;
      const { kind } = verdict;
      if (mark.host.dataset.verdict === kind) return;
      const { icon, ink, paper, line } = LOOK[kind];
      mark.host.dataset.verdict = kind;
      mark.host.setAttribute("aria-label", `${strings.page.product} ${strings.verdict.mark[kind]}`);
      const label = mark.host.shadowRoot?.querySelector<HTMLElement>(".mark");
      if (!label) return;
      label.style.cssText = `color:${ink};background:${paper};border-color:${line}`;
      label.children[0]!.textContent = icon;
      label.children[1]!.textContent = strings.verdict.mark[kind];
      label.children[2]!.textContent = strings.verdict.short[kind];
    };

    const show = (mark: Mark, { verdict, prove, rows, words }: Wanted) => {
      draw(mark, verdict);
      mark.prove = prove;
      mark.rows = [...rows];
      mark.words = words;
      for (const row of rows) byRow.set(row, mark);
      if ("stale" in mark.host.dataset) delete mark.host.dataset.stale;
    };

    // A framework reuses row elements when it sorts or turns the page: the mark must go in the same frame as the words that it judged.
    const guard = new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (isOwn(target)) continue;
        for (let node: Node | null = target; node; node = parentOf(node)) {
          const mark = byRow.get(node as Element);
          if (!mark) continue;
          if (wordsOfRows(mark.rows) !== mark.words) mark.host.dataset.stale = "";
          break;
        }
      }
    });
    guard.observe(document, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => {
      guard.disconnect();
      for (const { host } of marks.values()) host.remove();
      marks.clear();
      byRow.clear();
    });

    return {
      *show(page) {
        const words = rowWords(page);
        const wanted = new Map<Element, Wanted>();
        for (const [i, verdict] of page.verdicts.entries()) {
          if (i % STEP === STEP - 1) yield;
          const anchor = page.anchor(i);
          if (!anchor) continue;
          const prove = () => page.prove(i);
          wanted.set(anchor.cell, { ...anchor, verdict, prove, words: words[i] ?? "" });
        }
        for (const [cell, mark] of marks)
          if (!wanted.has(cell)) {
            mark.host.remove();
            marks.delete(cell);
            for (const row of mark.rows) if (byRow.get(row) === mark) byRow.delete(row);
          }
        const waiting: Wanted[] = [];
        let n = 0;
        for (const each of wanted.values()) {
          if (++n % STEP === 0) yield;
          const mark = marks.get(each.cell);
          // Other words need other room; the same words keep the mark where it stands.
          if (
            !mark ||
            mark.words !== each.words ||
            !each.rows.some((row) => row.contains(mark.host))
          )
            waiting.push(each);
          else if (saysStill(each)) show(mark, each);
        }
        yield;
        const place = placer();
        const ready = (each: Wanted): HTMLElement => {
          const mark = marks.get(each.cell) ?? make();
          marks.set(each.cell, mark);
          show(mark, each);
          return mark.host;
        };
        yield* serve(
          waiting,
          wanted.size,
          (some) => {
            // what changed since it was read is read again and marked then
            const unplaced = new Map<HTMLElement, Place>(
              some.filter(saysStill).map((each) => [ready(each), each]),
            );
            if (unplaced.size > 0) place(unplaced);
          },
          (some) => some.filter(saysStill).forEach(ready),
        );
      },
    };
  },
};

const STEP = 20;

/** A case that is to bear a mark, and what its row said when it was read. */
interface Wanted extends Place {
  verdict: Verdict;
  prove: () => ProofSummary | undefined;
  words: string;
}

const saysStill = ({ rows, words }: Wanted): boolean => wordsOfRows(rows) === words;
