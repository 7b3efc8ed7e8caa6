import { CONCEPTS, type Concept } from "#shared/reading/concept.ts";
import { type Decided, decide } from "#shared/reading/decide.ts";
import { unitIn } from "#shared/reading/values/amount.ts";
import { dayOrder } from "#shared/reading/values/moment.ts";
import { fold } from "#shared/reading/values/text.ts";
import type { Instant } from "#shared/time/instant.ts";
import { ImportRefused } from "./refused.ts";

/** What one column is taken for. */
export interface MappedColumn {
  index: number;
  header: string;
  concept: Concept;
  /** said by the person, sure by its words and values, or only a guess, which is shown and not used */
  by: "map" | "sure" | "guess";
  profile: Pick<Decided["profile"], "unit" | "order">;
  second?: Concept;
  /** codes of the reasons (`strings.teach.why`) */
  why: string[];
  samples: string[];
}

/** A column that is not used, and what it was taken for. */
export interface UnusedColumn {
  index: number;
  header: string;
  /** `personal` is never read; `other`: nothing that is known */
  concept: Concept;
  why: string[];
  samples: string[];
}

export interface Mapping {
  columns: MappedColumn[];
  unused: UnusedColumn[];
  /** a row per step, not a row per case */
  events: boolean;
}

const ALIASES: Readonly<Record<string, Concept>> = {
  enteredAt: "stepEnteredAt",
  leftAt: "stepLeftAt",
};

/** Facts of the case that an event log repeats in each row and that do not move with the step. */
const STILL: readonly Concept[] = ["item", "itemCode", "department", "caseKind", "channel"];

/** What the recogniser never reads, and what nobody may ask for. */
const UNREAD: readonly Concept[] = ["personal", "other", "index", "selector", "action", "handler"];

/**
 * The mapping of a sheet: what the person said comes first; where the person described an event log, only facts that repeat unchanged
 * are added by recognition, since a row's `complete` is the step's state and not the case's.
 * @throws ImportRefused for a concept or a header that does not exist
 */
export function mappingOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, string>>,
  at: Instant,
  ignore: readonly string[] = [],
): Mapping {
  const asked = headers.map((header, i) => ({
    header,
    hidden: false,
    cells: rows.map((row) => ({ text: row[i] ?? "" })),
  }));
  const decided = decide(asked, at);
  const wanted = new Map([
    ...ignore.map((header) => pairOf("other", header, headers)),
    ...Object.entries(said).map(([name, header]) => pairOf(name, header, headers)),
  ]);
  const events = [...wanted.values()].includes("step") && hasStepTime([...wanted.values()]);
  const columns = decided.flatMap((column, index): MappedColumn[] => {
    const own = wanted.get(index);
    const concept = own ?? column.concept;
    const taken = own === undefined && [...wanted.values()].includes(concept);
    if (concept === "other") return [];
    if (own === undefined && (UNREAD.includes(concept) || taken)) return [];
    if (own === undefined && events && !STILL.includes(concept)) return [];
    const texts = rows.map((row) => row[index] ?? "");
    const order = dayOrder(texts);
    const unit = unitIn(headers[index] ?? "");
    return [
      {
        index,
        header: headers[index] ?? "",
        concept,
        by: own !== undefined ? "map" : column.confidence,
        profile: own === undefined ? column.profile : { unit, order },
        ...(own === undefined && column.second !== undefined && { second: column.second }),
        why: own === undefined ? column.why : [],
        samples: samplesOf(texts),
      },
    ];
  });
  const inUse = new Set(columns.map(({ index }) => index));
  const unused = decided.flatMap(({ concept, why }, index): UnusedColumn[] => {
    const header = headers[index] ?? "";
    const samples = concept === "personal" ? [] : samplesOf(rows.map((row) => row[index] ?? ""));
    const empty = header === "" && samples.length === 0;
    return inUse.has(index) || empty ? [] : [{ index, header, concept, why, samples }];
  });
  const used = columns.filter(({ by }) => by !== "guess").map(({ concept }) => concept);
  const repeats = repeatsCases(columns, rows);
  return {
    columns,
    unused,
    events: used.includes("step") && hasStepTime(used) && (events || repeats),
  };
}

const samplesOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter((text) => text !== ""))].slice(0, 3).map((text) => text.slice(0, 60));

const hasStepTime = (concepts: readonly Concept[]): boolean =>
  concepts.includes("stepLeftAt") || concepts.includes("stepEnteredAt");

function repeatsCases(
  columns: readonly MappedColumn[],
  rows: readonly (readonly string[])[],
): boolean {
  const number = columns.find(({ concept, by }) => concept === "caseNo" && by !== "guess");
  if (!number) return false;
  const seen = rows.map((row) => row[number.index] ?? "");
  return new Set(seen).size < seen.length;
}

function pairOf(name: string, header: string, headers: readonly string[]): [number, Concept] {
  const concept = ALIASES[name] ?? CONCEPTS.find((each) => each === name);
  if (concept === undefined || (UNREAD.includes(concept) && concept !== "other"))
    throw new ImportRefused(
      `--map 中没有“${name}”这一项。可用：${mappable.join("、")}。`,
      `--map knows no “${name}”; it knows: ${mappable.join(", ")}.`,
    );
  const exact = headers.indexOf(header);
  const index = exact >= 0 ? exact : headers.findIndex((each) => plain(each) === plain(header));
  if (index < 0)
    throw new ImportRefused(
      `文件中没有表头“${header}”。表头有：${headers.join("、")}。`,
      `The file has no header “${header}”; it has: ${headers.join(", ")}.`,
    );
  return [index, concept];
}

const plain = (text: string): string => fold(text).replace(/\s+/g, "").toLowerCase();

/** The names that `--map` takes. */
export const mappable: readonly string[] = [
  ...Object.keys(ALIASES),
  ...CONCEPTS.filter((concept) => !UNREAD.includes(concept)),
  "other",
];
