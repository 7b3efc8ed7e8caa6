import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { readerBrowser } from "../chromium.ts";
import type { Mutant, Mutants, Outcome, Subject } from "./in-page.ts";
import { pick, seeded } from "./mutation.ts";
import { type Source, sourcesFor, subjectOf } from "./subjects.ts";

const BATCH = 10;

export interface Harvest {
  subjects: readonly { name: string }[];
  /** the ones that had something to damage */
  outcomes: Outcome[];
  /** the damaged pages that were asked for by name */
  named: Outcome[];
}

/** Mutates `wanted` pages with one seed and reads them in Chromium; only `kinds` of mutations where some are named. Then `named` ones. `each` is told at once. */
export async function harvest(
  wanted: number,
  seed: number,
  kinds: readonly string[] = [],
  named: readonly (readonly [subject: string, mutation: string, seed: number])[] = [],
  each: (name: string, outcome: Outcome) => void = () => undefined,
): Promise<Harvest> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-mutants-"));
  const blank = join(folder, "blank.html");
  writeFileSync(blank, "<!DOCTYPE html><meta charset=utf-8><title>mutants</title>");
  const browser = await readerBrowser("mutations/in-page.ts");
  try {
    const page = await browser.open(pathToFileURL(blank).href);
    const all = await sourcesFor(page);
    const run = running(page, all);
    const names = await page.evaluate(() =>
      (globalThis as unknown as { mutants: Mutants }).mutants.names(),
    );
    const ways = kinds.length > 0 ? kinds : names;
    const random = seeded(seed);
    const outcomes: Outcome[] = [];
    for (let tried = 0; outcomes.length < wanted && tried < wanted * 5; tried += BATCH) {
      const batch: Mutant[] = Array.from({ length: BATCH }, () => ({
        subject: Math.floor(random() * all.length),
        mutation: pick(random, ways) ?? "",
        seed: Math.floor(random() * 2 ** 32),
      }));
      const done = (await run(batch)).filter(({ idle }) => !idle);
      for (const outcome of done) each(all[outcome.subject]?.name ?? "", outcome);
      outcomes.push(...done);
    }
    const again = named.flatMap(([name, mutation, own]): Mutant[] => {
      const subject = all.findIndex((each) => each.name === name);
      return subject < 0 ? [] : [{ subject, mutation, seed: own }];
    });
    return {
      subjects: all,
      outcomes: outcomes.slice(0, wanted),
      named: await run(again),
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each subject is prepared when it is first damaged. */
function running(page: Page, all: readonly Source[]) {
  const ready = new Set<number>();
  return async (batch: readonly Mutant[]): Promise<Outcome[]> => {
    for (const { subject } of batch) {
      const source = all[subject];
      if (!source || ready.has(subject)) continue;
      ready.add(subject);
      const prepared = await subjectOf(page, source);
      await page.evaluate(
        ([i, each]) => {
          const here = globalThis as unknown as { kept?: Record<number, Subject> };
          (here.kept ??= {})[i] = each;
        },
        [subject, prepared] as const,
      );
    }
    return page.evaluate(async (mutantsNow) => {
      const here = globalThis as unknown as { mutants: Mutants; kept: Record<number, Subject> };
      const told: Outcome[] = [];
      for (const each of mutantsNow)
        told.push(await here.mutants.run(here.kept[each.subject] as Subject, each));
      return told;
    }, batch);
  };
}
