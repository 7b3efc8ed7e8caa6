import { browser } from "wxt/browser";
import type { GuideLimits } from "#shared/case/observation.ts";
import { isoDay } from "#shared/time/day.ts";
import { type Instant, dayOf } from "#shared/time/instant.ts";
import { digest } from "../outbox/case-key.ts";
import type { LookDraft } from "../outbox/look-draft.ts";
import { guideWithoutPersonal } from "../outbox/without-personal.ts";
import { type CatalogueEntry, type ItemAsked, limitsFor, withGuide } from "./item-catalogue.ts";

const KEY = "catalogue";

/** The browser's item catalogue; one writer, the background. */
export function storedCatalogue(now: () => number) {
  let known: Promise<readonly CatalogueEntry[]> | undefined;
  const entries = () =>
    (known ??= read().catch((error: unknown) => {
      known = undefined; // read again when asked again
      throw error;
    }));
  let last: Promise<unknown> = Promise.resolve();

  return {
    /** @param address of the frame that shows the guide; only its digest is kept */
    learn(draft: LookDraft, address: string): Promise<void> {
      const done = last.then(async () => {
        const guide = draft.guide && guideWithoutPersonal(draft.guide);
        if (!guide) return;
        const before = await entries();
        const page = `${draft.view} ${(await digest(address)).slice(0, 16)}`;
        const day = isoDay(dayOf(now() as Instant));
        const after = withGuide(before, { portal: draft.portal, page, guide, day });
        if (after === before) return;
        await browser.storage.local.set({ [KEY]: after });
        known = Promise.resolve(after);
      });
      last = done.catch(() => undefined); // whoever asked is told
      return done;
    },
    /** One answer per item asked, in their order. */
    async limits(portal: string, asked: readonly ItemAsked[]): Promise<(GuideLimits | null)[]> {
      await last;
      const all = await entries();
      return asked.map((item) => limitsFor(all, portal, item));
    },
  };
}

const read = async (): Promise<readonly CatalogueEntry[]> =>
  ((await browser.storage.local.get(KEY))[KEY] as CatalogueEntry[] | undefined) ?? [];
