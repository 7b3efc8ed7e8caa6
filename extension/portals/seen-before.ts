import { browser } from "wxt/browser";
import {
  type Drift,
  type Memory,
  type Sighting,
  accept,
  driftOf,
  remember,
} from "#shared/reading/drift.ts";
import { memoryKey } from "./is-remembered.ts";

/** One look at one page by its shape. `place` is the portal's host and the view, as looks name them. */
export interface Seen {
  place: string;
  sight: Sighting;
}

/** What the background remembers of every page that was ever read, and what has changed since. */
export function seenBefore(now: () => number) {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = last.then(job);
    last = done.catch(() => undefined); // the asker is told
    return done;
  };
  const memoryOf = async (key: string): Promise<Memory | undefined> =>
    (await browser.storage.local.get(key))[key] as Memory | undefined;

  return {
    seen: ({ place, sight }: Seen): Promise<Drift[]> =>
      inTurn(async () => {
        const key = memoryKey(place);
        const memory = await memoryOf(key);
        const drift = driftOf(memory, sight);
        const next = remember(memory, sight, now(), drift);
        if (next && next !== memory) await browser.storage.local.set({ [key]: next });
        return drift;
      }),
    acceptChange: ({ place, sight }: Seen): Promise<null> =>
      inTurn(async () => {
        const key = memoryKey(place);
        const next = accept(sight, now());
        await (next
          ? browser.storage.local.set({ [key]: next })
          : browser.storage.local.remove(key));
        return null;
      }),
  };
}
