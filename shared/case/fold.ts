import { precision } from "../time/moment.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseFacts, Unreadable } from "./observation.ts";
import type { Contradiction } from "./timeline.ts";

/** What one look said about one case, and over which stretch of time it kept saying it. */
export interface Seen {
  at: number;
  lastAt: number;
  facts: CaseFacts;
  unreadable: readonly Unreadable[];
}

/** One value of one field, with the first and the last time that it was seen. */
export interface Said<T> {
  value: T;
  key: string;
  firstAt: number;
  lastAt: number;
}

/** Object keys in one order, so that equal values have equal texts whoever wrote them. */
export const keyOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : JSON.stringify(value, (_, v: unknown) =>
        v !== null && typeof v === "object" && !Array.isArray(v)
          ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
          : v,
      );

/** Every distinct value of a field, in the order in which each was last seen; ties are broken by the value, never by arrival. */
export function sayings<T>(
  seen: readonly Seen[],
  read: (facts: CaseFacts) => T | undefined,
): Said<T>[] {
  const found = new Map<string, Said<T>>();
  for (const { at, lastAt, facts } of seen) {
    const value = read(facts);
    if (value === undefined) continue;
    const key = keyOf(value);
    const known = found.get(key);
    if (!known) found.set(key, { value, key, firstAt: at, lastAt });
    else {
      known.firstAt = Math.min(known.firstAt, at);
      known.lastAt = Math.max(known.lastAt, lastAt);
    }
  }
  return [...found.values()].sort(
    (a, b) => a.lastAt - b.lastAt || a.firstAt - b.firstAt || (a.key < b.key ? -1 : 1),
  );
}

/** What was said last. */
export const newest = <T>(said: readonly Said<T>[]): T | undefined => said.at(-1)?.value;

/** A date and the same date with its hour say the same, one more exactly: the last word, as exactly as it was ever given. */
export function exactest(said: readonly Said<string>[]): string | undefined {
  const last = newest(said);
  if (last === undefined) return undefined;
  return said
    .filter((each) => each.value.startsWith(last))
    .map((each) => each.value)
    .reduce((a, b) => (GRAIN[precision(b)] >= GRAIN[precision(a)] ? b : a), last);
}
const GRAIN = { day: 0, minute: 1, second: 2 };

/** Two values contradict each other unless one only says the other more exactly. */
export function contradiction(
  field: string,
  said: readonly Said<unknown>[],
): Contradiction | undefined {
  const agree = (a: Said<unknown>, b: Said<unknown>): boolean =>
    typeof a.value === "string" &&
    typeof b.value === "string" &&
    /^\d{4}-\d{2}-\d{2}/.test(a.value) &&
    (a.value.startsWith(b.value) || b.value.startsWith(a.value));
  if (said.every((a) => said.every((b) => a === b || agree(a, b)))) return undefined;
  return {
    field,
    said: [...said]
      .sort((a, b) => a.firstAt - b.firstAt || (a.key < b.key ? -1 : 1))
      .map((each) => ({
        value: typeof each.value === "string" ? each.value : each.key,
        firstAt: each.firstAt as Instant,
        lastAt: each.lastAt as Instant,
      })),
  };
}
