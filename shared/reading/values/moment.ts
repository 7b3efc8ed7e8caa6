import { digits, parseDay } from "../../time/day.ts";
import type { Instant } from "../../time/instant.ts";
import { type Moment, momentOf } from "../../time/moment.ts";
import { FIRST_YEAR, FORMS, LAST_YEAR, build, date, nearestYear, ordered } from "./date-forms.ts";
import { fold } from "./text.ts";

/** Which comes first in `02-06-2025`; a column tells it, one cell often cannot. */
export type DayOrder = "day-first" | "month-first";

export interface MomentContext {
  /** when the page was seen: what 昨天 and a date without a year refer to */
  at: Instant;
  order?: DayOrder;
}

export interface FoundMoment {
  moment: Moment;
  /** where in the folded text it stands */
  start: number;
  end: number;
  /** the page left the year or the day to the reader */
  inferred?: true;
}

const AGO =
  /(?:(?:about|over|almost|less than|more than)\s+)?((?<!\d)\d{1,4}|an?|one|半|一|两)\s*个?\s*(分钟?|小时|天|日|周|星期|月|minute|hour|day|week|month)s?\s*(之?前|以前|ago)/gi;

/** Time that is told by its distance: hours and more are exact to the day only. */
function ago(text: string, context: MomentContext): FoundMoment[] {
  const found: FoundMoment[] = [];
  for (const m of text.matchAll(AGO)) {
    const count = /^\d/.test(m[1] ?? "")
      ? Number(m[1])
      : m[1] === "两"
        ? 2
        : m[1] === "半"
          ? 0.5
          : 1;
    const unit = (m[2] ?? "").toLowerCase();
    const start = m.index;
    const end = start + m[0].length;
    if (/^分|minute/.test(unit)) {
      found.push({
        moment: momentOf((context.at - count * 60_000) as Instant, undefined, "minute"),
        start,
        end,
        inferred: true,
      });
      continue;
    }
    if (/月|month/.test(unit)) continue; // no day can be told
    const hours = count * (/小时|hour/.test(unit) ? 1 : /周|星期|week/.test(unit) ? 168 : 24);
    found.push({
      moment: momentOf((context.at - hours * 3_600_000) as Instant, undefined, "day"),
      start,
      end,
      inferred: true,
    });
  }
  return found;
}

/** Every date in a text, in order. Positions refer to the folded text. Dates that stand for nothing are left out. */
export function findMoments(raw: string, context: MomentContext): readonly FoundMoment[] {
  const plain = plainMoment(raw);
  if (plain !== undefined) return [{ moment: plain, start: 0, end: raw.length }];
  const seen = known.get(raw);
  if (seen && seen.order === context.order) return seen.found;
  const found = search(raw, context);
  if (raw.length <= 120 && isLasting(raw, found)) {
    if (known.size >= 2000) known.clear();
    known.set(raw, { order: context.order, found });
  }
  return found;
}

const known = new Map<string, { order: DayOrder | undefined; found: readonly FoundMoment[] }>();
/** Whenever the page is seen, the text says the same: 29 February alone is a day in some years only. */
const isLasting = (raw: string, found: readonly FoundMoment[]): boolean =>
  found.length === 0 ? !raw.includes("29") : !found.some(({ inferred }) => inferred);

/** `2026-09-24`, `2026-09-24 09:30`, `2026-09-24 09:30:15` and nothing else: how nearly all lists write it, told without a pattern. */
function plainMoment(raw: string): Moment | undefined {
  const { length } = raw;
  if (length !== 10 && length !== 16 && length !== 19) return undefined;
  const year = digits(raw, 0, 4);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
  const day = length === 10 ? raw : raw.slice(0, 10);
  if (parseDay(day) === undefined) return undefined;
  if (length === 10) return day;
  if ((raw[10] !== " " && raw[10] !== "T") || raw[13] !== ":") return undefined;
  if (!(digits(raw, 11, 13) < 24 && digits(raw, 14, 16) < 60)) return undefined;
  if (length === 19 && !(raw[16] === ":" && digits(raw, 17, 19) < 60)) return undefined;
  return `${day}T${raw.slice(11)}`;
}

function search(raw: string, context: MomentContext): FoundMoment[] {
  const text = fold(raw);
  if (!/\d|[今昨前明后]|day/i.test(text)) return [];
  if (/[\u202d\u202e]/.test(text)) return []; // written backwards on the screen: what stands there is not what is seen
  const found: FoundMoment[] = [];
  for (const [name, form] of FORMS) {
    form.lastIndex = 0;
    for (let m = form.exec(text); m; m = form.exec(text)) {
      const start = m.index;
      const end = start + m[0].trimEnd().length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      const built = build(name, m, text, context);
      if (built) found.push({ ...built, start, end });
    }
  }
  if (found.length === 0) found.push(...ago(text, context));
  return found.sort((a, b) => a.start - b.start);
}

const BARE_MONTH_DAY = /^\s*(0[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01])\s*$/;
const EPOCH = /^\s*1[0-9]{12}\s*$/;

/** The one date of a cell; undefined when there is none or more than one. */
export function readMoment(shown: string, context: MomentContext): Moment | undefined {
  const plain = plainMoment(shown);
  if (plain !== undefined) return plain;
  const raw = fold(shown);
  const bare = BARE_MONTH_DAY.exec(raw);
  if (bare) return nearestYear(Number(bare[1]), Number(bare[2]), context.at);
  if (EPOCH.test(raw)) return momentOf(Number(raw) as Instant);
  const found = findMoments(raw, context);
  return found.length === 1 ? found[0]?.moment : undefined;
}

/** Day or month first, from all the cells of a column together; undefined when none of them tells. */
export function dayOrder(texts: readonly string[]): DayOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const m = /(?<![\d.])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
    if (!m) continue;
    if (Number(m[1]) > 12) dayFirst++;
    else if (Number(m[2]) > 12) monthFirst++;
    else {
      const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
      const rest = text.slice(m.index + m[0].length).replace(/^[\s\d:.]*(?:[AP]M)?/i, "");
      const read = a === b ? undefined : ordered(a, b, year, undefined, rest);
      if (read !== undefined && read === date(year, b, a)) dayFirst++;
      else if (read !== undefined) monthFirst++;
    }
  }
  if (dayFirst > 0 === monthFirst > 0) return undefined;
  return dayFirst > 0 ? "day-first" : "month-first";
}

/**
 * A machine time beside a date for people (`<time datetime title>`): the wall clock that agrees with what is shown.
 * An offset is converted only when the shown day demands it.
 */
export function exactMoment(
  shown: string,
  machine: string,
  context: MomentContext,
): Moment | undefined {
  const seen = readMoment(shown, context);
  const exact = readMoment(machine, context);
  if (exact === undefined) return seen;
  const instant = Date.parse(
    machine
      .trim()
      .replace(
        /^(\S+) (\S+) ([+-]\d{4}|UTC)$/,
        (_, d: string, t: string, z: string) => `${d}T${t}${z === "UTC" ? "Z" : z}`,
      ),
  );
  const local =
    Number.isNaN(instant) || !/(?:Z|UTC|[+-]\d{2}:?\d{2})\s*$/.test(machine)
      ? undefined
      : momentOf(instant as Instant);
  if (seen === undefined) return local ?? exact;
  if (exact.startsWith(seen)) return exact;
  if (local?.startsWith(seen)) return local;
  return seen.length >= exact.length
    ? seen
    : exact.slice(0, 10) === seen.slice(0, 10)
      ? exact
      : seen;
}
