import type { HouseRules } from "#shared/limit/house-rules.ts";
import { type InPage, inPage } from "#shared/strings/in-page.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Counts, countVerdicts } from "./counts.ts";
import { FEATURES } from "./features/features.ts";
import type { Stage } from "./features/feature.ts";
import { type JudgePage, judgingPage } from "./judged-page.ts";
import { atOnce } from "./in-slices.ts";
import type { PageReading } from "./reader/read-page.ts";
import { rowWords } from "./row-words.ts";

export interface MarkStage extends Omit<Stage, "strings"> {
  /** the texts of another language than the default one */
  texts?: InPage | undefined;
  /** what the office judges by besides what ships */
  house: HouseRules | null;
}

export interface Marking {
  judge: JudgePage;
  /** Lets every feature show its part, in steps. @returns how many cases have which verdict; `null` where there are none */
  show(page: PageReading, at: Instant): Generator<void, Counts | null>;
}

/** Verdicts and marks of one frame; all of it vanishes with the stage's signal. */
export function markPage({ texts, house, ...stage }: MarkStage): Marking {
  const judging = judgingPage(house);
  const strings = texts ?? inPage();
  const shown = FEATURES.map(({ id, start }) => ({ id, ...start({ ...stage, strings }) }));
  return {
    judge: (page, at) => atOnce(judging(page, at)),
    *show(page, at) {
      rowWords(page); // kept before the first rest, after which the rows may say something else
      const judged = yield* judging(page, at);
      for (const { id, show } of shown)
        try {
          yield* show(judged, at) ?? [];
        } catch (error) {
          console.warn(`[shixian ${id}]`, error); // one feature's fault is not the page's, nor the other features'
        }
      return judged.reading.cases.length > 0
        ? countVerdicts(judged.verdicts.map((each) => each.kind))
        : null;
    },
  };
}
