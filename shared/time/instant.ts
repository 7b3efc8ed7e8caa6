import type { Day } from "./day.ts";

/** Milliseconds since 1970-01-01T00:00Z. Never a day: the same instant lies in two days on two sides of the earth. */
export type Instant = number & { readonly __brand: "Instant" };

/** A civil time zone. Mainland China has one, without daylight saving since 1991. */
export type Zone = string;
export const SHANGHAI: Zone = "Asia/Shanghai";

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** An ISO 8601 instant with its offset (`2026-10-09T10:00:00+08:00`), or `undefined`. Without an offset it is no instant. */
export function parseInstant(text: string): Instant | undefined {
  if (!WITH_OFFSET.test(text)) return undefined;
  const ms = Date.parse(text.replace(" ", "T").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(ms) ? undefined : (ms as Instant);
}

/** @throws RangeError when the text is no instant with an offset. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(`not an instant with an offset: ${text}`);
  return parsed;
}

/** Milliseconds to add to UTC for the wall clock of `zone` at `at`. */
export function offsetMs(at: Instant, zone: Zone = SHANGHAI): number {
  if (zone === SHANGHAI && at >= SINCE_1992) return 8 * 3_600_000;
  const format = (FORMATS[zone] ??= new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }));
  const name =
    format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const found = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (!found) return 0;
  const ms = ((Number(found[2]) * 60 + Number(found[3])) * 60 + Number(found[4] ?? 0)) * 1000;
  return found[1] === "-" ? -ms : ms;
}
const SINCE_1992 = Date.UTC(1992, 0, 1);
const FORMATS: Record<string, Intl.DateTimeFormat> = {};

/** The day on the wall calendar of `zone`. */
export const dayOf = (at: Instant, zone: Zone = SHANGHAI): Day =>
  Math.floor((at + offsetMs(at, zone)) / 86_400_000) as Day;

/** Milliseconds after midnight on the wall clock of `zone`. */
export const timeOfDay = (at: Instant, zone: Zone = SHANGHAI): number => {
  const wall = at + offsetMs(at, zone);
  return wall - Math.floor(wall / 86_400_000) * 86_400_000;
};

/** The instant at which the wall clock of `zone` shows `ms` after midnight of `d` (the earlier one when it shows it twice). */
export function instantAt(d: Day, ms: number, zone: Zone = SHANGHAI): Instant {
  const wall = d * 86_400_000 + ms;
  const before = offsetMs((wall - 86_400_000) as Instant, zone);
  const first = wall - before;
  const here = offsetMs(first as Instant, zone);
  return (here === before ? first : wall - here) as Instant;
}
