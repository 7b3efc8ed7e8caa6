import type { Amount, Unit } from "../../case/amount.ts";
import { rememberingBy } from "./remembering.ts";
import { fold } from "./text.ts";

const NUMERALS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十五 二十 三十五 一百二十 半: the small Chinese numbers in which limits are written. */
export function chineseNumber(text: string): number | undefined {
  if (text === "半") return 0.5;
  if (!/^[零〇一二两三四五六七八九十百]+$/.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  for (const c of text) {
    if (c === "百") {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (c === "十") {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = NUMERALS[c] ?? 0;
  }
  return total + digit;
}

const UNIT_WORDS: readonly [RegExp, Unit, number][] = [
  [/^(?:个?工作日|个?工作天|working\s*days?|business\s*days?|wd\b)/i, "workday", 1],
  [/^(?:个?工作小时|working\s*hours?)/i, "work-hour", 1],
  [/^(?:个?工作分钟)/i, "work-minute", 1],
  [/^(?:个?自然日|个?日历[日天]|calendar\s*days?|天|日|days?\b|d\b)/i, "day", 1],
  [/^(?:个?小时|个?钟头|hours?\b|hrs?\b|h\b|时(?!限|间|段))/i, "hour", 1],
  [/^(?:个?分钟|minutes?\b|mins?\b|分(?!之))/i, "minute", 1],
  [/^(?:个?星期|周|weeks?\b)/i, "day", 7],
  [/^(?:个月|months?\b)/i, "month", 1],
  [/^(?:年|years?\b)/i, "year", 1],
];

/** The unit that a word begins with, and how many of it one stands for. */
export function readUnit(text: string): { unit: Unit; times: number; length: number } | undefined {
  for (const [form, unit, times] of UNIT_WORDS) {
    const m = form.exec(text);
    if (m) return { unit, times, length: m[0].length };
  }
  return undefined;
}

/** A unit stated apart from the number: in the header `承诺时限（工作日）`, `剩余小时`, `SLA (in Days)`. */
export function unitIn(header: string): Unit | undefined {
  const text = fold(header);
  for (const [word, unit] of [
    [/工作日|工作天|working day|business day/i, "workday"],
    [/自然日|日历/, "day"],
    [/小时|hour/i, "hour"],
    [/分钟|minute/i, "minute"],
    [/[(（/]\s*(?:in\s+)?(?:天|日|days?)\s*[)）]?|天数|日数|\bdays?\b/i, "day"],
  ] as const)
    if (word.test(text)) return unit;
  return undefined;
}

const IMMEDIATE =
  /即办|即时|当场|立等|马上办|立即办|随到随办|当[日天](?:办|受理|完)|immediate|same[- ]day|on the spot/i;
const NO_LIMIT =
  /^(?:无|无限制|无时限|无期限|无法定(?:时限|期限)|不限|未明确|未设定|没有|no limit|none)$/i;
const NUMBER =
  /(?<![\d.A-Za-z])([+-]?\s?\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)(?:\s*[-~～至到]\s*(\d+(?:\.\d+)?))?\s*(?:[(（[]\s*)?/g;

/** Every number with a unit in a text, in order. A range counts by its upper end: the later day is the safe one. */
export function findAmounts(raw: string): (Amount & { start: number; end: number })[] {
  const text = fold(raw);
  const found: (Amount & { start: number; end: number })[] = [];
  NUMBER.lastIndex = 0;
  for (let m = NUMBER.exec(text); m; m = NUMBER.exec(text)) {
    const after = m.index + m[0].length;
    const unit = readUnit(text.slice(after));
    const first = m[1] ?? "";
    const value =
      m[2] === undefined
        ? (chineseNumber(first) ?? Number(first.replace(/\s/g, "")))
        : Number(m[2]);
    if (!unit || Number.isNaN(value)) continue;
    const next = text.slice(after + unit.length);
    // 5月12日, 第3日: parts of a date or an ordinal, not a length
    if (unit.unit === "month" && /^\s*\d/.test(next)) continue;
    if (unit.unit === "year" && /^\s*\d/.test(next)) continue;
    if (/[第月]\s*$/.test(text.slice(0, m.index)) && unit.unit === "day") continue;
    found.push({
      amount: value * unit.times,
      unit: unit.unit,
      start: m.index,
      end: after + unit.length,
    });
  }
  return found;
}

/** A limit as one cell states it. `none`: the page says that there is none. Undefined: not understood. */
export const readAmount = rememberingBy((raw: string, unit?: Unit): Amount | "none" | undefined => {
  const text = fold(raw).trim();
  if (text === "") return undefined;
  const found = findAmounts(text);
  const first = found[0];
  if (first && found.length === 1) return { amount: first.amount, unit: first.unit };
  if (found.length > 1) return merged(found, text);
  if (IMMEDIATE.test(text)) return { amount: 0, unit: "immediate" };
  if (NO_LIMIT.test(text)) return "none";
  const bare = /^[+-]?\d+(?:\.\d+)?$/.exec(text);
  if (bare && unit !== undefined) return { amount: Number(text), unit };
  return undefined;
});

/** `2天4小时` is one length in two units; two lengths side by side are not one. */
function merged(
  found: readonly (Amount & { start: number; end: number })[],
  text: string,
): Amount | undefined {
  const [a, b] = [found[0], found[found.length - 1]];
  if (!a || !b) return undefined;
  const touching = found.every(
    (f, i) => i === 0 || /^\s*(?:零|又|,)?\s*$/.test(text.slice(found[i - 1]?.end ?? 0, f.start)),
  );
  if (!touching) return undefined;
  const minutes: Partial<Record<Unit, number>> = { day: 1440, hour: 60, minute: 1 };
  let total = 0;
  for (const f of found) {
    const weight = minutes[f.unit];
    if (weight === undefined)
      return a.unit === "workday" ? { amount: a.amount, unit: a.unit } : undefined;
    total += f.amount * weight;
  }
  return found.some((f) => f.unit === "minute")
    ? { amount: total, unit: "minute" }
    : { amount: total / 60, unit: "hour" };
}

export interface Limits {
  statutory?: Amount | "none";
  promised?: Amount | "none";
  /** called neither */
  plain?: Amount | "none";
}

/** `法定45个工作日，承诺20个工作日`; prose with both; or one limit without a name. */
export function readLimits(raw: string, unit?: Unit): Limits {
  const text = fold(raw);
  const parts = text.split(
    /(?=(?:法定|承[诺若])(?:(?:办结|办理|审批|完成)?(?:时限|期限|时间|工作日|天数)|\s*[:：]?\s*\d|\s*[:：]))/,
  );
  if (parts.length > 1 && /法定|承诺|承若/.test(text)) {
    const limits: Limits = {};
    for (const part of parts) {
      const name = part.startsWith("法定")
        ? "statutory"
        : /^承[诺若]/.test(part)
          ? "promised"
          : undefined;
      if (name === undefined || limits[name] !== undefined) continue;
      const amount = firstLimit(part, unit);
      if (amount !== undefined) limits[name] = amount;
    }
    if (limits.statutory !== undefined || limits.promised !== undefined) return limits;
  }
  const plain = readAmount(text, unit) ?? firstLimit(text, unit);
  return plain === undefined ? {} : { plain };
}

/** Prose: the first length that is no opening hour and no validity. */
function firstLimit(text: string, unit?: Unit): Amount | "none" | undefined {
  const prose = text
    .replace(/(?:有效期|保质期|公示期?|提前)[^,，。;；\n]*/g, "")
    .replace(/\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}/g, "");
  const first = findAmounts(prose)[0];
  if (first) return { amount: first.amount, unit: first.unit };
  const rest = prose.replace(/^(?:法定|承[诺若])[^::]*[::]/, "").trim();
  return readAmount(rest, unit);
}
