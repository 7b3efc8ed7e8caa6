import type { Amount, Unit } from "../../case/amount.ts";
import { findAmounts, readAmount } from "./amount.ts";
import { rememberingBy } from "./remembering.ts";
import { fold, isBlank } from "./text.ts";

/** What a portal says of the time left. `late` without an amount: it says only that the case is overdue. */
export type Remaining =
  | { says: "left"; left: Amount }
  | { says: "late"; left?: Amount }
  | { says: "not-late" }
  | { says: "closed" }
  | { says: "paused" }
  | { says: "none" };

const LATE = /超[期时过]|逾期|已超|overdue|late\b|past due|expired/i;
const NOT_LATE = /^(?:未|没有|无|不)(?:超[期时]|逾期)|not overdue|on time|正常|未到期/i;
const LEFT = /剩余|还剩|还有|尚余|余|距|内|left|remaining|to go/i;
const TODAY = /今[天日](?:截止|到期|内)?|当[天日]截止|due today/i;
const CLOSED = /办结|完成|结案|closed|completed|n\/a/i;

/** `剩余3个工作日` `超期2个工作日` `-2` `3 days overdue` `今天截止` `4 天内` `已办结`; undefined when not understood. */
export const readRemaining = rememberingBy((raw: string, unit?: Unit): Remaining | undefined => {
  const text = fold(raw).replace(/\s+/g, " ").trim();
  if (isBlank(text) || /^(?:无限制|无时限|未明确|不限)$/.test(text)) return { says: "none" };
  if (NOT_LATE.test(text)) return { says: "not-late" };
  const late = LATE.test(text);
  const amount = findAmounts(text).length > 0 ? readAmount(text) : bareNumber(text, unit);
  if (amount !== undefined && amount !== "none" && amount.unit !== "immediate") {
    const value = late ? -Math.abs(amount.amount) : amount.amount;
    return value < 0
      ? { says: "late", left: { amount: value, unit: amount.unit } }
      : { says: "left", left: { amount: value, unit: amount.unit } };
  }
  if (late) return { says: "late" };
  if (TODAY.test(text)) return { says: "left", left: { amount: 0, unit: "day" } };
  if (CLOSED.test(text)) return { says: "closed" };
  if (/暂停|挂起|补正|补件|特别程序|中止/.test(text)) return { says: "paused" };
  if (text.startsWith("即办")) return { says: "none" };
  return undefined;
});

function bareNumber(text: string, unit: Unit | undefined): Amount | undefined {
  const m = /^(?:剩余|还剩|超期|逾期|超时)?\s*([+-]?\d+(?:\.\d+)?)$/.exec(text);
  return m ? { amount: Number(m[1]), unit: unit ?? "day" } : undefined;
}

/** Does the text speak of time left or overrun in words, not by a bare number? */
export const speaksOfRemaining = (text: string): boolean => {
  const folded = fold(text);
  return (
    /\d/.test(folded) && (LATE.test(folded) || LEFT.test(folded)) && findAmounts(folded).length > 0
  );
};
