import type { Calendar } from "#shared/calendar/calendar.ts";
import type { StepReading } from "#shared/reading/reading.ts";
import type { InPage } from "#shared/strings/in-page.ts";
import { addDays } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { type Moment, dayOfMoment, earliest, precision } from "#shared/time/moment.ts";
import { ownElement, text } from "../ui/marks.ts";
import { type Place, placeMarks } from "../ui/placement.ts";
import { tip } from "../ui/tip.ts";
import type { Feature } from "./feature.ts";

const CSS = `
:host { all: initial; display: inline-block; vertical-align: middle; height: 1px; line-height: 0; margin: 0 6px 0 0; cursor: help; }
:host([data-mode="overlay"]) { float: left; width: 1px; margin: 0 -1px -1px 0; position: relative; z-index: 1; }
span.took { position: relative; top: -9px; display: inline-block; box-sizing: border-box; height: 18px; border: 1px dashed #93aedb; border-radius: 3px; padding: 0 6px;
  color: #1e3a6e; background: #f4f7fc; white-space: nowrap; font: 12px/16px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
:host([data-mode="overlay"]) span.took { position: absolute; top: 0; transform: translateY(var(--lift, 0)); left: 0; height: 14px; font-size: 10px; line-height: 12px; padding: 0 3px; }
span.short, :host([data-mode="compact"]) span.whole, :host([data-mode="overlay"]) span.whole { display: none; }
:host([data-mode="compact"]) span.short, :host([data-mode="overlay"]) span.short { display: inline; }
`;

/** Beside each step of a case page: how long it took, in working days and by the clock. */
export const stepTimes: Feature = {
  id: "step-times",
  start({ document, strings, signal }) {
    const shown = new Map<Element, { host: HTMLElement; words: string }>();
    const explanation = tip(document, signal);
    signal.addEventListener("abort", () => {
      for (const { host } of shown.values()) host.remove();
      shown.clear();
    });

    const make = (row: Element): { host: HTMLElement; words: string } => {
      const { host, root } = ownElement(document, "shixian-step", CSS);
      const label = text(document, "span", "", "took");
      label.append(text(document, "span", "", "whole"), text(document, "span", "", "short"));
      root.append(label);
      host.tabIndex = 0;
      const made = { host, words: "" };
      explanation.explain(host, () => ({
        title: strings.page.steps.title,
        lines: [made.words, strings.page.steps.counted],
      }));
      shown.set(row, made);
      return made;
    };

    return {
      show({ reading, steps, calendar }, at) {
        const open = openStep(reading.steps);
        const wanted = new Map<Element, { whole: string; short: string; cell: Element }>();
        reading.steps.forEach((step, i) => {
          const row = steps[i];
          const words = row && duration(step, i === open ? at : undefined, strings, calendar);
          if (row && words) wanted.set(row, { ...words, cell: nameCell(row, step) });
        });
        for (const [row, { host }] of shown)
          if (!wanted.has(row)) {
            host.remove();
            shown.delete(row);
          }
        const unplaced = new Map<HTMLElement, Place>();
        for (const [row, { whole, short, cell }] of wanted) {
          const step = shown.get(row) ?? make(row);
          const spans = step.host.shadowRoot?.querySelectorAll(".took > span");
          if (step.words === whole && row.contains(step.host)) continue;
          step.words = whole;
          if (spans?.[0]) spans[0].textContent = whole;
          if (spans?.[1]) spans[1].textContent = short;
          step.host.setAttribute("aria-label", whole);
          unplaced.set(step.host, { rows: [row], cell });
        }
        if (unplaced.size > 0) placeMarks(unplaced);
      },
    };
  },
};

/** The cell that names the step, where the row has cells. */
const nameCell = (row: Element, { name }: StepReading): Element =>
  Array.from(row.querySelectorAll("td, [role=cell], [role=gridcell]")).find(
    (cell) => name !== null && (cell.textContent ?? "").includes(name),
  ) ?? row;

/** The one step that was entered and not left, when there is just one: only it can be running. */
function openStep(steps: readonly StepReading[]): number {
  const open = steps.flatMap(({ enteredAt, leftAt }, i) =>
    enteredAt !== null && leftAt === null ? [i] : [],
  );
  return open.length === 1 ? (open[0] ?? -1) : -1;
}

/** Working days counted as the law counts them: the day of entry not included (民法典 201). */
function duration(
  { enteredAt, leftAt }: StepReading,
  now: Instant | undefined,
  { page }: InPage,
  calendar: Calendar,
): { whole: string; short: string } | undefined {
  const unknown = { whole: page.steps.unknown, short: page.steps.unknownShort };
  if (enteredAt === null) return leftAt === null ? undefined : unknown;
  if (leftAt === null && now === undefined) return unknown;
  const first = dayOfMoment(enteredAt);
  const last = leftAt === null ? dayOf(now as Instant) : dayOfMoment(leftAt);
  if (last < first) return unknown;
  const workdays = calendar.count({ from: addDays(first, 1), to: addDays(last, 1) });
  if (workdays === undefined) return unknown;
  const short = workdays === 0 ? page.steps.sameDay : page.amount(workdays, "workday");
  const natural = elapsed(enteredAt, leftAt ?? undefined, now, last - first, page.steps);
  return {
    whole: leftAt === null ? page.steps.running(short, natural) : page.steps.took(short, natural),
    short,
  };
}

/** Hours are told only where the page tells them at both ends. */
function elapsed(
  from: Moment,
  to: Moment | undefined,
  now: Instant | undefined,
  days: number,
  words: InPage["page"]["steps"],
): string {
  const exact = precision(from) !== "day" && (to === undefined || precision(to) !== "day");
  if (!exact) return words.wholeDays(days);
  const end = to === undefined ? (now as number) : earliest(to);
  const hours = Math.max(0, Math.floor((end - earliest(from)) / 3_600_000));
  return words.days(Math.floor(hours / 24), hours % 24);
}
