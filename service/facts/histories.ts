import { isDropped } from "#shared/case/status.ts";
import { type Survival, kaplanMeier } from "#shared/statistics/kaplan-meier.ts";
import type { Day } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import type { CaseSet } from "./case-set.ts";
import type { CaseView } from "./case-view.ts";
import { Durations } from "./count-seconds.ts";

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
  const items = new Map<string, Durations>();
  const steps = new Map<string, Map<string, Durations>>();
  cases.each((seen) => {
    if (seen.acceptedDay !== undefined)
      addLife(of(items, seen.item), seen.acceptedDay, seen, today, !whole.has(seen.portal));
  });
  cases.eachStay(({ step, enteredDay }, seen) => {
    if (enteredDay === undefined) return;
    let own = steps.get(seen.item);
    if (!own) steps.set(seen.item, (own = new Map()));
    addLife(of(own, step), enteredDay, seen, today, !whole.has(seen.portal));
  });
  const curves = new Map<Durations | undefined, Survival>();
  const curve = (lives: Durations | undefined): Survival => {
    const known = curves.get(lives);
    if (known) return known;
    const made = kaplanMeier(lives?.counts() ?? []);
    curves.set(lives, made);
    return made;
  };
  return {
    ofItem: (item) => curve(items.get(item)),
    ofStep: (item, step) => curve(steps.get(item)?.get(step)),
  };
}

function of(lives: Map<string, Durations>, name: string): Durations {
  const found = lives.get(name);
  if (found) return found;
  const made = new Durations();
  lives.set(name, made);
  return made;
}

function addLife(to: Durations, from: Day, seen: CaseView, today: Day, truncated: boolean): void {
  const { open, closedDay } = seen;
  if (!open && closedDay === undefined) return;
  const last = Math.min(dayOf(seen.lastSeenAt as Instant), today);
  const { status } = seen.traits;
  const event = !open && !(status !== null && isDropped(status));
  const entry = truncated ? dayOf(seen.firstSeenAt as Instant) - from : 0;
  to.add((open ? last : (closedDay ?? last)) - from, event, Math.max(0, entry));
}

function portalsWithClosed(cases: CaseSet): ReadonlySet<string> {
  const found = new Set<string>();
  cases.each(({ portal, closedDay, firstSeenAt }) => {
    if (closedDay !== undefined && closedDay < dayOf(firstSeenAt as Instant)) found.add(portal);
  });
  return found;
}
