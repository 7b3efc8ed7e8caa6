import { CHINA } from "#shared/calendar/china.ts";
import type { StepReading } from "#shared/reading/reading.ts";
import type { InPage } from "#shared/strings/in-page.ts";
import { addDays } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { type Moment, dayOfMoment, earliest, precision } from "#shared/time/moment.ts";
import { ownElement, text } from "../ui/marks.ts";
import type { Feature } from "./feature.ts";

const CSS = `
:host { all: initial; display: inline-block; margin: 0 0 0 6px; vertical-align: middle; }
span.took { display: inline-block; border: 1px dashed #93aedb; border-radius: 3px; padding: 0 6px; color: #1e3a6e; background: #f4f7fc;
  font: 12px/18px "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; white-space: nowrap; }
`;

/** Beside each step of a case page: how long it took, in working days and by the clock. */
export const stepTimes: Feature = {
  id: "step-times",
  start({ document, strings, signal }) {
    const shown = new Map<Element, HTMLElement>();
    signal.addEventListener("abort", () => {
      for (const host of shown.values()) host.remove();
      shown.clear();
    });
    return {
      show({ reading, steps }, at) {
        const open = openStep(reading.steps);
        const wanted = new Map<Element, string>();
        reading.steps.forEach((step, i) => {
          const row = steps[i];
          const words = row && duration(step, i === open ? at : undefined, strings);
          const place = row && placeIn(row, step);
          if (words && place) wanted.set(place, words);
        });
        for (const [place, host] of shown)
          if (!wanted.has(place)) {
            host.remove();
            shown.delete(place);
          }
        for (const [place, words] of wanted) {
          let host = shown.get(place);
          if (!host) {
            const made = ownElement(document, "shixian-step", CSS);
            made.root.append(text(document, "span", "", "took"));
            host = made.host;
            shown.set(place, host);
          }
          const label = host.shadowRoot?.querySelector(".took");
          if (label && label.textContent !== words) label.textContent = words;
          if (host.parentNode !== place) place.append(host);
        }
      },
    };
  },
};

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
): string | undefined {
  if (enteredAt === null) return leftAt === null ? undefined : page.steps.unknown;
  if (leftAt === null && now === undefined) return page.steps.unknown;
  const first = dayOfMoment(enteredAt);
  const last = leftAt === null ? dayOf(now as Instant) : dayOfMoment(leftAt);
  if (last < first) return page.steps.unknown;
  const workdays = CHINA.count({ from: addDays(first, 1), to: addDays(last, 1) });
  if (workdays === undefined) return page.steps.unknown;
  const working = workdays === 0 ? page.steps.sameDay : page.amount(workdays, "workday");
  const natural = elapsed(enteredAt, leftAt ?? undefined, now, last - first, page.steps);
  return leftAt === null ? page.steps.running(working, natural) : page.steps.took(working, natural);
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

/** The cell that holds the step's name, else the row's first with words; a row that is no table row takes it itself. */
function placeIn(row: Element, { name }: StepReading): Element | undefined {
  const cells = Array.from(row.querySelectorAll("td, [role=cell], [role=gridcell]"));
  if (cells.length === 0) return row;
  const named = cells.find((cell) => name !== null && (cell.textContent ?? "").includes(name));
  const cell = named ?? cells.find((each) => (each.textContent ?? "").trim() !== "");
  return cell?.firstElementChild?.localName === "div" ? cell.firstElementChild : cell;
}
