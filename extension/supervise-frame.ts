import type { HouseRules } from "#shared/limit/house-rules.ts";
import type { Drift, Sighting } from "#shared/reading/drift.ts";
import { viewsFor } from "#shared/reading/taught.ts";
import type { Language } from "#shared/strings/strings.ts";
import type { Instant } from "#shared/time/instant.ts";
import { guideLimits } from "./catalogue/guide-limits.ts";
import { lookDraft, pathOf, placeOf, viewOf } from "./look-of.ts";
import type { Marking } from "./mark-page.ts";
import { type Messages, type Topic, ask } from "./messages/messages.ts";
import { onDemand } from "./on-demand.ts";
import { openTools } from "./open-tools.ts";
import { isRemembered } from "./portals/is-remembered.ts";
import { type StoredPortal, inEffect } from "./portals/stored-portal.ts";
import { Memory } from "./reader/memory.ts";
import { type PageReading, readingPage } from "./reader/read-page.ts";
import { Touched } from "./reader/touched.ts";
import { watch } from "./reader/watch.ts";
import { SLICE, atOnce, changesOf, inSlices } from "./in-slices.ts";
import type { PortalFile } from "#shared/reading/portal-file.ts";
import { sightingOf } from "./sighting-of.ts";
import { isOwn } from "./ui/marks.ts";

/** Verdicts depend on the time of day too: judged again this often without reading again, ms. */
const JUDGE_AGAIN = 60_000;
/** A page on which a case still lacks its number, or which is empty, counts as seen when it has stayed so for so long, ms. */
const SETTLED = 1_000;
/** After a page that changed under the reading, ms. */
const READ_AGAIN = 100;
const ATTEMPTS = 5;
/** A page without cases is taken for one only after so long: slow portals bring their lists late, ms. */
const NOTHING_COMES = 6_000;

export interface Supervision {
  window: Window;
  language: Language;
  /** what the office judges by besides what ships */
  house: HouseRules | null;
  portals: { now(): readonly StoredPortal[]; watch(changed: () => void): () => void };
  now(): Instant;
  signal: AbortSignal;
}

/** Reads a frame whenever what it shows has changed, has it marked, and reports the look. Stops without trace. */
export function superviseFrame(supervision: Supervision): void {
  const { window, language, house, portals, now, signal } = supervision;
  const { document } = window;
  const touched = new Touched(document, signal);
  const memory = new Memory(touched);
  let page: PageReading | undefined;
  let shown: Marking | undefined;
  let marking: Promise<Marking> | undefined;
  let counted = "";

  const marks = (): Promise<Marking> =>
    (marking ??= (async () => {
      const markPage = await onDemand("marks");
      const texts = language === "en" ? await onDemand("english") : undefined;
      return markPage({ document, texts, house, signal, act });
    })().catch((error: unknown) => {
      marking = undefined; // asked for again at the next look
      throw error;
    }));

  let judged = 0;
  const judge = async () => {
    if (!page || !shown) return;
    const mine = ++judged;
    // What a row says now is asked again before it is marked: it does not matter that the page goes on meanwhile.
    const gone = () => mine !== judged || signal.aborted;
    const counts = await inSlices(shown.show(page, now()), SLICE, gone);
    if (counts === undefined) return; // shown anew, or switched off
    const next = JSON.stringify(counts);
    if (next === counted) return;
    counted = next;
    void tell("counts", counts);
  };

  /** The first page with something to say waits for what marks it; if it has changed meanwhile it is read again. */
  const judgeWhenLoaded = async ({ kind, unreadable }: PageReading["reading"]) => {
    const nothing = (kind === "none" || kind === "guide") && unreadable.length === 0;
    if (shown || nothing) return judge();
    const changes = changesOf(document);
    try {
      shown = await marks();
    } catch (error) {
      console.warn("[shixian marks]", error); // the extension was updated or removed under the page
    }
    const changed = changes.any();
    changes.stop();
    if (signal.aborted) return;
    if (changed) void look();
    else await judge();
  };

  const guides = guideLimits(
    (items) => tell("guideLimits", { portal: placeOf(window).host, items }),
    now,
  );
  let latest = 0;
  const look = async (attempt = 0) => {
    const mine = ++latest;
    if (!isDrawn(document)) return; // behind another tab of the portal nobody looks at it, and half of it cannot be read
    const changes = changesOf(document);
    // What never stands still is read in one breath at last.
    const slice = attempt < ATTEMPTS ? SLICE : Infinity;
    const plain = await inSlices(
      reading(inEffect(portals.now())),
      slice,
      () => mine !== latest || changes.any() || signal.aborted,
    );
    const items = plain && attempt < ATTEMPTS ? guides.unknown(plain) : [];
    if (items.length > 0) await guides.learn(items);
    const changed = items.length > 0 && changes.any(); // no mark over words that were read before the answer came
    changes.stop();
    if (mine !== latest || signal.aborted) return; // a newer look has begun
    if (!plain || changed) {
      setTimeout(() => mine === latest && !signal.aborted && void look(attempt + 1), READ_AGAIN);
      return;
    }
    const read = guides.fill(plain);
    const drift = drifts.get(shapeOf(read));
    page = withDrift(read, drift ?? []);
    void judgeWhenLoaded(page.reading);
    draft = lookDraft(window, page.reading);
    clearTimeout(settling);
    const whole =
      draft !== undefined &&
      draft.cases.length > 0 &&
      draft.cases.every((each) => each.caseNo !== undefined);
    const wait = read.reading.kind === "none" ? NOTHING_COMES : SETTLED;
    if (whole) void settled(read);
    else settling = setTimeout(() => void settled(read), wait);
  };
  const reading = (files: readonly PortalFile[], whole = false) => {
    const place = placeOf(window);
    const views = viewsFor(files, place.host, pathOf(place));
    return readingPage(document, { at: now(), views }, { whole, memory });
  };

  /** A table that is still being drawn is shown its marks at once, but is no look yet: half of it would be half the truth. */
  let draft: ReturnType<typeof lookDraft>;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    clearTimeout(settling);
    if (draft) void tell("look", draft);
    if (draft?.guide) guides.forget();
    draft = undefined;
  };
  window.addEventListener("pagehide", report, { signal });

  /** What the shapes that this document has shown were found to have lost, so that it is asked once. */
  const drifts = new Map<string, Drift[]>();
  let fresh = true;
  let seen: { place: string; sight: Sighting } | undefined;
  const settled = async (read: PageReading) => {
    const sight = sightingOf(read, fresh);
    const here = placeOf(window);
    const place = here.host + viewOf(here);
    const shape = shapeOf(read);
    if (sight && !drifts.has(shape) && (sight.read || (await isRemembered(place)))) {
      fresh = false;
      seen = { place, sight };
      const drift = (await tell("seen", seen)) ?? [];
      drifts.set(shape, drift);
      if (signal.aborted || page?.found !== read.found) return;
      if (drift.length > 0) {
        page = withDrift(read, drift);
        draft = lookDraft(window, page.reading);
        void judgeWhenLoaded(page.reading);
      }
    }
    report();
  };

  const act = {
    open: openTools({
      window,
      language,
      signal,
      stored: portals.now,
      async reader() {
        const { judge: judged } = await marks();
        return (files) => judged(guides.fill(atOnce(reading(files, true))), now());
      },
    }),
    acceptChange() {
      drifts.clear();
      if (seen) void tell("acceptChange", seen).then(() => look());
    },
  };

  const tell = async <T extends Topic>(
    topic: T,
    body: Messages[T]["carries"],
  ): Promise<Messages[T]["answers"] | undefined> => {
    try {
      return await ask(topic, body);
    } catch (error) {
      console.warn(`[shixian ${topic}]`, error); // the extension was updated or removed under the page: nothing to tell any more
      return undefined;
    }
  };

  watch(document, () => void look(), { signal, ignore: isOwn, touched });
  const unwatch = portals.watch(() => {
    drifts.clear();
    void look();
  });
  const timer = setInterval(() => void judge(), JUDGE_AGAIN);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    unwatch();
    report();
    void tell("counts", null);
  });
  void look();
}

/** What was found lost stands with the reading: it is shown, recorded, and nothing of it turns green. */
const withDrift = (page: PageReading, drift: readonly Drift[]): PageReading =>
  drift.length === 0
    ? page
    : {
        ...page,
        reading: {
          ...page.reading,
          unreadable: [...page.reading.unreadable, ...drift.map((why) => ({ field: "page", why }))],
        },
      };

/** Two readings of one shape have lost the same. */
const shapeOf = ({
  reading: { kind, columns, cases, coverage, unreadable },
}: PageReading): string =>
  JSON.stringify([
    kind,
    columns.map(({ header, concept, confidence }) => [header, concept, confidence]),
    cases.length > 0,
    (coverage.total ?? 0) > 0,
    unreadable,
  ]);

/** A frame that its page has hidden draws nothing at all. */
const isDrawn = ({ documentElement }: Document): boolean =>
  documentElement.getClientRects().length > 0;
