import { ROW_ATTRIBUTES, ATTRIBUTES } from "../../extension/reader/grids/keys.ts";
import { readPage } from "../../extension/reader/read-page.ts";
import { GENERAL_NAMES, GENERAL_TIMES } from "../../shared/reading/lexicon/general.ts";
import { LIMITS } from "../../shared/reading/lexicon/limits.ts";
import { NAMES } from "../../shared/reading/lexicon/names.ts";
import type { Rule } from "../../shared/reading/lexicon/rule.ts";
import { TIMES } from "../../shared/reading/lexicon/times.ts";
import { instant } from "../../shared/time/instant.ts";

/** The reader with its lexicon open: what a page that was left out had taught is taken from it before anything is read. */
const forgetful = {
  lists: { LIMITS, TIMES, NAMES, GENERAL_TIMES, GENERAL_NAMES } as Record<string, readonly Rule[]>,
  forget(changed: { list: string; line: number; source: string }[], attributes: string[]) {
    for (const { list, line, source } of changed) {
      const rule = forgetful.lists[list]?.[line] as unknown as RegExp[];
      rule[0] = new RegExp(source, rule[0]?.flags);
    }
    for (const names of [ATTRIBUTES, ROW_ATTRIBUTES])
      names.splice(0, names.length, ...names.filter((name) => !attributes.includes(name)));
  },
  read: (at: string) => readPage(document, { at: instant(at) }).reading,
};
export type Forgetful = typeof forgetful;
Object.assign(globalThis, { forgetful });
