import type { Instant } from "#shared/time/instant.ts";
import type { InPage } from "#shared/strings/in-page.ts";
import type { JudgedPage } from "../judged-page.ts";

/** Where and when a feature shows itself. Everything it makes vanishes when `signal` aborts. */
export interface Stage {
  document: Document;
  strings: InPage;
  signal: AbortSignal;
  act: Acts;
}

/** What a person can ask for from within the page. */
export interface Acts {
  open(tool: "teach" | "twin"): void;
  /** the page is right as it is now, however it was before */
  acceptChange(): void;
}

/**
 * One visible thing in the page. `show` is called again after every look and must leave a page that already shows the same untouched:
 * a needless write would look like a change of the page and be read again, without end.
 */
export interface Feature {
  id: string;
  start(stage: Stage): {
    /** one with much to do does it in steps, between which the page goes on */
    show(page: JudgedPage, at: Instant): void | Generator<void, void>;
  };
}
