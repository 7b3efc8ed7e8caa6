import { isDropped } from "#shared/case/status.ts";
import type { Life } from "#shared/statistics/life.ts";
import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import type { Day } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { CaseSet } from "./case-set.ts";
import type { CaseView } from "./case-view.ts";

/** How long cases took until they were closed, in natural days between dates. */
export interface Histories {
  /** from acceptance, of an item */
  ofItem(item: string): Survival;
  /** from the last entering of a step, of the cases of an item that passed through it */
  ofStep(item: string, step: string): Survival;
}

/**
 * What happened to the cases of each item. An open case is censored where it was last seen, a withdrawn one where it ended; one that was
 * first seen late enters then, unless its portal lists closed cases too.
 */
export function historiesOf(cases: CaseSet): Histories {
  const today = dayOf(cases.asOf as Instant);
  const whole = portalsWithClosed(cases);
  const items = new Map<string, Life[]>();
  const steps = new Map<string, Life[]>();
  const add = (to: Map<string, Life[]>, key: string, life: Life | undefined): void => {
    if (!life) return;
    const lives = to.get(key);
    if (lives) lives.push(life);
    else to.set(key, [life]);
  };
  cases.each((seen) => {
    if (seen.acceptedDay !== undefined)
      add(items, seen.item, lifeFrom(seen.acceptedDay, seen, today, !whole.has(seen.portal)));
  });
  cases.eachStay(({ step, enteredDay }, seen) => {
    if (enteredDay !== undefined)
      add(
        steps,
        `${seen.item}\n${step}`,
        lifeFrom(enteredDay, seen, today, !whole.has(seen.portal)),
      );
  });
  const curves = new Map<string, Survival>();
  const curve = (from: Map<string, Life[]>, key: string): Survival => {
    const id = `${from === items ? "i" : "s"}${key}`;
    const known = curves.get(id);
    if (known) return known;
    const made = kaplanMeier(from.get(key) ?? []);
    curves.set(id, made);
    return made;
  };
  return {
    ofItem: (item) => curve(items, item),
    ofStep: (item, step) => curve(steps, `${item}\n${step}`),
  };
}

function lifeFrom(from: Day, seen: CaseView, today: Day, truncated: boolean): Life | undefined {
  const { open, closedDay, traits } = seen;
  const last = Math.min(dayOf(seen.lastSeenAt as Instant), today);
  if (!open && closedDay === undefined) return undefined;
  const time = (open ? last : (closedDay ?? last)) - from;
  if (time < 0) return undefined;
  const event = !open && !(traits.status !== null && isDropped(traits.status));
  const entry = truncated ? dayOf(seen.firstSeenAt as Instant) - from : 0;
  return { time, event, ...(entry > 0 && { entry }) };
}

function portalsWithClosed(cases: CaseSet): ReadonlySet<string> {
  const found = new Set<string>();
  cases.each(({ portal, closedDay, firstSeenAt }) => {
    if (closedDay !== undefined && closedDay < dayOf(firstSeenAt as Instant)) found.add(portal);
  });
  return found;
}
