import type { Reading } from "#shared/reading/reading.ts";
import type { LookDraft } from "./outbox/look-draft.ts";

/** The look to record, or `undefined` for a page that has nothing to do with cases: what people otherwise read is none of our business. */
export function lookDraft(
  window: Window,
  { kind, cases, steps, coverage, unreadable, guide }: Reading,
): LookDraft | undefined {
  if (kind === "none" && unreadable.length === 0) return undefined;
  const place = placeOf(window);
  return {
    portal: place.host,
    view: viewOf(place),
    kind,
    coverage,
    unreadable,
    ...(kind === "guide" && guide && { guide }),
    cases: cases.map(({ caseNo, masked, facts, unreadable: own }) => ({
      ...(caseNo !== undefined && { caseNo }),
      ...(masked && { masked }),
      // A case page's step table belongs to its one case.
      facts:
        kind === "detail" && cases.length === 1 && facts.steps === undefined
          ? { ...facts, ...stepsOf(steps) }
          : facts,
      unreadable: own,
    })),
  };
}

function stepsOf(steps: Reading["steps"]): Pick<LookDraft["cases"][number]["facts"], "steps"> {
  const seen = steps.flatMap(({ name, department, enteredAt, leftAt, limit }) =>
    name === null
      ? []
      : [
          {
            name,
            ...(department !== undefined && { department }),
            ...(enteredAt !== null && { enteredAt }),
            ...(leftAt !== null && { leftAt }),
            ...(limit && { limit }),
          },
        ],
  );
  return seen.length > 0 ? { steps: seen } : {};
}

/** An `about:blank` or `srcdoc` frame belongs to the portal that opened it. */
export function placeOf(window: Window): Location {
  let here = window;
  while (here.location.host === "" && here.parent !== here) {
    try {
      void here.parent.location.host;
    } catch {
      break; // another origin's frame says so only by throwing: the last one of ours stands
    }
    here = here.parent as Window;
  }
  return here.location;
}

/** Path and hash route without query; numbers long enough to name a person or a case are blanked. */
export function viewOf(place: Pick<Location, "pathname" | "hash">): string {
  return pathOf(place)
    .replace(/[0-9A-Za-z]*\d{5,}[0-9A-Za-z]*|[0-9a-f]{16,}/gi, ":n")
    .slice(0, 300);
}

/** Path and hash route without query, as portal files name it. */
export const pathOf = ({ pathname, hash }: Pick<Location, "pathname" | "hash">): string =>
  pathname + (/^#!?\//.test(hash) ? hash.replace(/[?].*$/, "") : "");
