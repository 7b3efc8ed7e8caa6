import { CONCEPTS, type Concept } from "#shared/reading/concept.ts";
import type { ColumnReading } from "#shared/reading/reading.ts";
import type { Strings } from "#shared/strings/strings.ts";
import type { FoundGrid } from "../reader/grids/find-grids.ts";
import type { Choices } from "./draft.ts";
import { make } from "./elements.ts";
import { samples } from "./samples.ts";

/** One column: what it is headed by, what it was taken for and why, what stands in it, and what it is to be. */
export function columnBox(
  document: Document,
  table: FoundGrid,
  index: number,
  read: { plain: ColumnReading | undefined; now: ColumnReading | undefined },
  choices: Choices,
  words: Strings["teach"],
  changed: () => void,
): HTMLElement {
  const header = table.grid.columns[index]?.header.join(" / ") ?? "";
  const name = header === "" ? words.column(index + 1) : header;
  const guess = read.plain?.concept ?? "other";
  const concept = choices.concepts[index] ?? guess;
  // once chosen, what counts is whether the values agree
  const shown = read.now ?? read.plain;
  const seen = samples(table.grid, index, concept);
  const why = (shown?.why ?? ["unknown-header"])
    .map((each) => words.why[each])
    .filter((each) => each !== undefined);
  const sure = shown?.confidence === "sure" ? words.sure : words.guess;
  return make(
    document,
    "fieldset",
    { "data-column": String(index), "data-concept": concept },
    make(document, "legend", {}, name),
    make(
      document,
      "label",
      {},
      make(document, "span", {}, words.meaning),
      choice<Concept>(
        document,
        [
          [undefined, words.auto(words.concept[guess])],
          ...CONCEPTS.map((each): [Concept, string] => [each, words.concept[each]]),
        ],
        choices.concepts[index],
        (value) => {
          choices.concepts[index] = value;
          changed();
        },
        "concept",
      ),
    ),
    make(
      document,
      "p",
      { class: "soft" },
      `${words.concept[concept]} · ${sure}${why.length > 0 ? ` · ${why.join("，")}` : ""}`,
    ),
    make(
      document,
      "p",
      { class: "soft" },
      seen.length === 0 ? words.noSamples : `${words.samples}：`,
      ...seen.flatMap((text) => [make(document, "code", {}, text), " "]),
    ),
  );
}

/** A menu; the first of its options may stand for "not chosen". */
export function choice<T extends string>(
  document: Document,
  options: readonly (readonly [T | undefined, string])[],
  now: T | undefined,
  changed: (value: T | undefined) => void,
  name: string,
): HTMLSelectElement {
  const select = make(document, "select", { name });
  for (const [value, text] of options) {
    const option = make(document, "option", { value: value ?? "" }, text);
    option.selected = value === now;
    select.append(option);
  }
  select.addEventListener("change", () =>
    changed(select.value === "" ? undefined : (select.value as T)),
  );
  return select;
}
