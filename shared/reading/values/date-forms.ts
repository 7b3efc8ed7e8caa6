import { addDays, isoDay, parseDay } from "../../time/day.ts";
import { type Instant, dayOf } from "../../time/instant.ts";
import type { Moment } from "../../time/moment.ts";
import type { DayOrder, MomentContext } from "./moment.ts";

const TIME =
  "(?:[T\\s,]*(上午|下午|中午|晚上|凌晨|[AaPp][Mm])?\\s*([01]?\\d|2[0-4])\\s*[:：时点-]\\s*([0-5]?\\d)?(?:\\s*[:：分-]\\s*([0-5]\\d)?秒?)?(?:[.,]\\d+)?\\s*分?(?:\\s*([AaPp])\\.?[Mm]\\.?(?![A-Za-z]))?\\s*(Z|[+-]\\d{2}:?\\d{2}(?!\\d))?)?";

const MONTHS = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

export const FORMS: readonly [name: string, form: RegExp][] = [
  [
    "ymd",
    new RegExp(
      `(?<![\\dA-Za-z.-])(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d|-\\d|[A-SU-Za-z])\\s*[日号]?${TIME}`,
      "g",
    ),
  ],
  ["dmy", new RegExp(`(?<![\\d.])(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?!\\d)${TIME}`, "g")],
  [
    "dMy",
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTHS}[\\s,-]+(\\d{4})${TIME}`, "gi"),
  ],
  [
    "Mdy",
    new RegExp(`(?<![a-z])${MONTHS}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}`, "gi"),
  ],
  [
    "compact",
    /(?<![\dA-Za-z*-])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d))?(?![\dA-Za-z*-])/g,
  ],
  ["md", new RegExp(`(?<![\\d年./-])(\\d{1,2})月(\\d{1,2})[日号]${TIME}`, "g")],
  [
    "md-",
    /(?<![\d./-])(0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\d|3[01])\s+([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?/g,
  ],
  [
    "word",
    new RegExp(
      `(今天|今日|昨天|昨日|前天|明天|明日|后天|(?<![a-z])(?:today|yesterday|tomorrow)(?![a-z]))${TIME}`,
      "gi",
    ),
  ],
];

const MONTH_NAMES = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];

const WORD_DAYS: Record<string, number> = {
  今天: 0,
  今日: 0,
  today: 0,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
};

/** A date that stands for "none" or "for ever" in the system behind the page: 1753-01-01, 1900-01-01, 9999-12-31 … */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2089;
const isSentinel = (year: number): boolean => year < FIRST_YEAR || year > LAST_YEAR;

const two = (n: number): string => String(n).padStart(2, "0");

function clock(
  half: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  after: string | undefined,
): string | undefined {
  if (hour === undefined) return "";
  let h = Number(hour);
  const mark = (after ?? half ?? "").toLowerCase();
  // `14:48 PM` is a 24-hour clock with a useless mark
  if (/^p|下午|晚上/.test(mark) && h < 12) h += 12;
  if (/^a|凌晨/.test(mark) && h === 12) h = 0;
  if (h > 23) return undefined;
  return `T${two(h)}:${two(Number(minute ?? 0))}${second === undefined ? "" : `:${second}`}`;
}

export const date = (year: number, month: number, day: number): string | undefined => {
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return parseDay(text) === undefined ? undefined : text;
};

/** The year that brings a month and day nearest to the day of the look. */
export function nearestYear(month: number, day: number, at: Instant): string | undefined {
  const here = dayOf(at);
  const year = Number(isoDay(here).slice(0, 4));
  let best: string | undefined;
  let gap = Infinity;
  for (const y of [year - 1, year, year + 1]) {
    const text = date(y, month, day);
    const d = text === undefined ? undefined : parseDay(text);
    if (d === undefined || Math.abs(d - here) >= gap) continue;
    gap = Math.abs(d - here);
    best = text;
  }
  return best;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

export function ordered(
  a: number,
  b: number,
  year: number,
  order: DayOrder | undefined,
  rest: string,
): string | undefined {
  const dayFirst = date(year, b, a);
  const monthFirst = date(year, a, b);
  if (dayFirst === undefined || monthFirst === undefined || a === b) return dayFirst ?? monthFirst;
  const named = /^\W*(sun|mon|tue|wed|thu|fri|sat)/i.exec(rest)?.[1]?.toLowerCase();
  if (named !== undefined) {
    const onDay = (text: string) => WEEKDAYS[new Date(`${text}T00:00:00Z`).getUTCDay()] === named;
    if (onDay(dayFirst) !== onDay(monthFirst)) return onDay(dayFirst) ? dayFirst : monthFirst;
  }
  if (order === undefined) return undefined;
  return order === "day-first" ? dayFirst : monthFirst;
}

export function build(
  name: string,
  m: RegExpExecArray,
  text: string,
  context: MomentContext,
): { moment: Moment; inferred?: true } | undefined {
  const n = (i: number): number => Number(m[i]);
  let dayText: string | undefined;
  let time: string | undefined;
  let inferred = false;
  if (name === "ymd") {
    dayText = date(n(1), n(2), n(3));
    time = clock(m[4], m[5], m[6], m[7], m[8]);
  } else if (name === "dmy") {
    dayText = ordered(n(1), n(2), n(3), context.order, text.slice(m.index + m[0].length));
    time = clock(m[4], m[5], m[6], m[7], m[8]);
  } else if (name === "dMy" || name === "Mdy") {
    const [d, month] = name === "dMy" ? [n(1), m[2]] : [n(2), m[1]];
    dayText = date(n(3), MONTH_NAMES.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1, d);
    time = clock(m[4], m[5], m[6], m[7], m[8]);
  } else if (name === "compact") {
    dayText = date(n(1), n(2), n(3));
    time = m[4] === undefined ? "" : `T${m[4]}:${m[5] ?? "00"}:${m[6] ?? "00"}`;
  } else if (name === "md") {
    dayText = nearestYear(n(1), n(2), context.at);
    time = clock(m[3], m[4], m[5], m[6], m[7]);
    inferred = true;
  } else if (name === "md-") {
    dayText = nearestYear(n(1), n(2), context.at);
    time = clock(undefined, m[3], m[4], m[5], undefined);
    inferred = true;
  } else {
    dayText = isoDay(addDays(dayOf(context.at), WORD_DAYS[(m[1] ?? "").toLowerCase()] ?? 0));
    time = clock(m[2], m[3], m[4], m[5], m[6]);
    inferred = true;
  }
  if (dayText === undefined || time === undefined || isSentinel(Number(dayText.slice(0, 4))))
    return undefined;
  return inferred ? { moment: dayText + time, inferred: true } : { moment: dayText + time };
}
