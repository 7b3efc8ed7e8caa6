import type { Instant } from "../time/instant.ts";
import type { Unit } from "../case/amount.ts";
import type { GridCell } from "./grid.ts";
import { readAmount, unitIn } from "./values/amount.ts";
import { isCode, isPhone, isResidentId, isCreditCode } from "./values/code.ts";
import { splitLabelled } from "./values/labelled.ts";
import { saysDue } from "./values/due-words.ts";
import { isLamp, readFlag } from "./values/flag.ts";
import { type DayOrder, dayOrder, findMoments, readMoment } from "./values/moment.ts";
import { isFirm, isOffice, isPerson } from "./values/name.ts";
import { readRating } from "./values/rating.ts";
import { readRemaining, speaksOfRemaining } from "./values/remaining.ts";
import { remembering } from "./values/remembering.ts";
import { statusKind } from "./values/status.ts";
import { isBlank } from "./values/text.ts";

/** What the cells of one column look like, each share of those that say anything. */
export interface Profile {
  /** sampled cells that say something, and all sampled */
  filled: number;
  all: number;
  moment: number;
  twoMoments: number;
  amount: number;
  remaining: number;
  spokenRemaining: number;
  code: number;
  number: number;
  status: number;
  person: number;
  office: number;
  firm: number;
  personal: number;
  /** says how satisfied somebody was */
  rating: number;
  flag: number;
  lamp: number;
  longest: number;
  distinct: number;
  order: DayOrder | undefined;
  unit: Unit | undefined;
  /** labels that the cells themselves carry before dates, the usual first */
  labels: readonly string[];
  /** the cells say in words that the date in them is when it must be done */
  dueWords: number;
}

const SAMPLE = 40;
const LABELLED = /[:：]\s*\d{2,4}[-/.年]/;
const IMMEDIATE = /即办|当场|即时|当日/;

/** Even steps would meet only every n-th of rows that repeat; these never fall into step with anything. */
const spread = (i: number, length: number): number => Math.floor(((i * 0.618034) % 1) * length);

/** Which of so many rows are looked at: up to 40 spread over all. */
export const sampled = (rows: number): number[] =>
  Array.from({ length: Math.min(rows, SAMPLE) }, (_, i) => (rows <= SAMPLE ? i : spread(i, rows)));

/** Looks at up to 40 cells spread over the column. */
export function profile(
  header: string,
  cells: readonly GridCell[],
  at: Instant,
  told: { order?: DayOrder | undefined; unit?: Unit | undefined } = {},
): Profile {
  const sample =
    cells.length <= SAMPLE ? cells : sampled(cells.length).map((i) => cells[i] as GridCell);
  const texts = sample.map((cell) => cell.text);
  const labels: string[] = [];
  const order = told.order ?? dayOrder(texts);
  const context = { at, ...(order !== undefined && { order }) };
  const unit = unitIn(header) ?? told.unit;
  const count = {
    moment: 0,
    twoMoments: 0,
    amount: 0,
    remaining: 0,
    spokenRemaining: 0,
    code: 0,
    number: 0,
    status: 0,
    person: 0,
    office: 0,
    firm: 0,
    personal: 0,
    flag: 0,
    rating: 0,
    lamp: 0,
    dueWords: 0,
  };
  const seen = new Set<string>();
  let filled = 0;
  let longest = 0;
  for (const cell of sample) {
    let { text } = cell;
    if (LABELLED.test(text)) {
      const { head, parts } = splitLabelled(text);
      for (const { label } of parts) if (!labels.includes(label)) labels.push(label);
      if (head !== "") text = head;
    }
    const traits = traitsOf(text);
    if (traits.due) count.dueWords++;
    if (isBlank(text)) {
      if (cell.marks && readFlag("", cell.marks) !== undefined) count.lamp++;
      continue;
    }
    filled++;
    seen.add(text);
    longest = Math.max(longest, text.length);
    const moments = readMoment(text, context) === undefined ? findMoments(text, context).length : 1;
    if (moments === 1) count.moment++;
    else if (moments > 1) count.twoMoments++;
    else if (IMMEDIATE.test(text)) count.moment++;
    if (moments === 0) {
      if (readAmount(text, unit) !== undefined) count.amount++;
      if (readRemaining(text, unit) !== undefined) count.remaining++;
      if (traits.spokenRemaining) count.spokenRemaining++;
      if (statusKind(text) !== undefined) count.status++;
    }
    if (traits.code) count.code++;
    if (traits.number) count.number++;
    if (traits.person) count.person++;
    if (traits.office) count.office++;
    if (traits.firm) count.firm++;
    if (traits.personal) count.personal++;
    if (cell.marks ? readFlag(text, cell.marks) !== undefined : traits.flag) count.flag++;
    if (traits.rating) count.rating++;
    if (traits.lamp) count.lamp++;
  }
  const share = (n: number): number => (filled === 0 ? 0 : n / filled);
  return {
    filled,
    all: sample.length,
    moment: share(count.moment),
    twoMoments: share(count.twoMoments),
    amount: share(count.amount),
    remaining: share(count.remaining),
    spokenRemaining: share(count.spokenRemaining),
    code: share(count.code),
    number: share(count.number),
    status: share(count.status),
    person: share(count.person),
    office: share(count.office),
    firm: share(count.firm),
    personal: share(count.personal),
    flag: share(count.flag),
    rating: share(count.rating),
    lamp: sample.length === 0 ? 0 : count.lamp / Math.max(1, filled),
    longest,
    distinct: share(seen.size),
    order,
    unit,
    labels,
    dueWords: share(count.dueWords),
  };
}

/** What a text is by itself, whatever stands around it. */
const traitsOf = remembering((text) => ({
  due: saysDue(text),
  spokenRemaining: speaksOfRemaining(text),
  code: isCode(text),
  number: /^[+-]?\d+(?:\.\d+)?$/.test(text),
  person: isPerson(text),
  office: isOffice(text),
  firm: isFirm(text),
  personal: isPhone(text) || isResidentId(text) || isCreditCode(text),
  flag: readFlag(text) !== undefined,
  rating: text.length <= 20 && readRating(text) !== undefined,
  lamp: isLamp(text),
}));
