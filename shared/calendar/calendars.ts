import type { Calendar } from "./calendar.ts";
import { CHINA, chinaCalendar } from "./china.ts";
import { ENGLAND } from "./england.ts";
import { OVERLAYS } from "./overlays/index.ts";

const built = new Map<string, Calendar>([
  ["cn", CHINA],
  ["england", ENGLAND],
]);

/**
 * The shipped calendar of that id with these overlays, or `undefined` when there is none such.
 * Built once: a calendar is a value, and two askers of the same one may share it.
 */
export function calendarFor(named: {
  id: string;
  overlays: readonly string[];
}): Calendar | undefined {
  const key = [named.id, ...named.overlays].join("+");
  const known = built.get(key);
  if (known || named.id !== "cn") return known;
  const overlays = named.overlays.map((id) => OVERLAYS.find((o) => o.id === id));
  const found = overlays.filter((o) => o !== undefined);
  if (found.length < overlays.length) return undefined;
  const fresh = chinaCalendar({ overlays: found });
  built.set(key, fresh);
  return fresh;
}
