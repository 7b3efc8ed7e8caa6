import { UNITS } from "#shared/case/amount.ts";
import { STATUS_KINDS } from "#shared/case/status.ts";
import { isLimitConcept, isMomentConcept } from "#shared/reading/fits.ts";
import type { Strings } from "#shared/strings/strings.ts";
import type { FoundGrid } from "../reader/grids/find-grids.ts";
import { choice } from "./columns.ts";
import type { Choices } from "./draft.ts";
import { make } from "./elements.ts";
import { valuesOf } from "./samples.ts";

type Words = Strings["teach"];
const AMBIGUOUS = /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)/;

/** What is asked of the table as a whole, and only where its present columns leave the question open. */
export function tableSettings(
  document: Document,
  { grid }: FoundGrid,
  concepts: readonly string[],
  choices: Choices,
  words: Words,
  changed: () => void,
): HTMLElement[] {
  const asked: HTMLElement[] = [];
  const row = (label: string, select: HTMLElement) =>
    asked.push(make(document, "label", {}, make(document, "span", {}, label), select));
  const texts = (index: number) => grid.rows.map(({ cells }) => cells[index]?.text ?? "");
  const columns = concepts.map((concept, index) => ({ concept, index }));
  const moments = columns.filter(({ concept }) => isMomentConcept(concept as never));
  const set = <K extends "dates" | "unit" | "acceptedAt">(
    key: K,
    value: Choices[K] | undefined,
  ) => {
    if (value === undefined) delete choices[key];
    else choices[key] = value;
    changed();
  };

  if (
    choices.dates ||
    moments.some(({ index }) => texts(index).some((text) => AMBIGUOUS.test(text)))
  )
    row(
      words.dates,
      choice(
        document,
        [
          [undefined, words.datesAuto],
          ["day-first", words["day-first"]],
          ["month-first", words["month-first"]],
        ],
        choices.dates,
        (value) => set("dates", value),
        "dates",
      ),
    );
  const limits = columns.filter(
    ({ concept }) => isLimitConcept(concept as never) || concept === "remaining",
  );
  if (
    choices.unit ||
    limits.some(({ index }) => texts(index).some((text) => /^-?\d+(?:\.\d+)?$/.test(text.trim())))
  )
    row(
      words.unit,
      choice(
        document,
        [
          [undefined, words.unitNone],
          ...UNITS.filter((unit) => unit !== "immediate").map(
            (unit) => [unit, words.unitName[unit]] as const,
          ),
        ],
        choices.unit,
        (value) => set("unit", value),
        "unit",
      ),
    );
  if (choices.acceptedAt || !concepts.includes("acceptedAt"))
    row(
      words.clock,
      choice(
        document,
        [
          [undefined, words.clockNone],
          ...(["receivedAt", "submittedAt", "stepEnteredAt"] as const)
            .filter((concept) => concepts.includes(concept) || choices.acceptedAt === concept)
            .map((concept) => [concept, words.concept[concept]] as const),
        ],
        choices.acceptedAt,
        (value) => set("acceptedAt", value),
        "acceptedAt",
      ),
    );
  return asked;
}

/** The words of the status column, each with what it means. */
export function statusSettings(
  document: Document,
  { grid }: FoundGrid,
  concepts: readonly string[],
  choices: Choices,
  kindNow: (word: string) => string | undefined,
  words: Words,
  changed: () => void,
): HTMLElement | undefined {
  const index = concepts.indexOf("status");
  if (index < 0) return undefined;
  const found = valuesOf(grid, index);
  if (found.length === 0) return undefined;
  return make(
    document,
    "fieldset",
    { "data-statuses": "" },
    make(document, "legend", {}, words.statuses),
    ...found.map((word) => {
      const known = kindNow(word);
      const name =
        known === undefined
          ? words.statusUnknown
          : words.auto(words.status[known as keyof Words["status"]]);
      return make(
        document,
        "label",
        {},
        make(document, "code", {}, word),
        choice(
          document,
          [[undefined, name], ...STATUS_KINDS.map((kind) => [kind, words.status[kind]] as const)],
          choices.statuses[word],
          (value) => {
            if (value === undefined) delete choices.statuses[word];
            else choices.statuses[word] = value;
            changed();
          },
          `status:${word}`,
        ),
      );
    }),
  );
}
