import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readLine } from "../../service/commands/read-line.ts";
import { ATTRIBUTES, ROW_ATTRIBUTES } from "../../extension/reader/grids/keys.ts";
import { GENERAL_NAMES, GENERAL_TIMES } from "../../shared/reading/lexicon/general.ts";
import { LIMITS } from "../../shared/reading/lexicon/limits.ts";
import { headerWords } from "../../shared/reading/lexicon/meanings.ts";
import { NAMES } from "../../shared/reading/lexicon/names.ts";
import { TIMES } from "../../shared/reading/lexicon/times.ts";
import { instant } from "../../shared/time/instant.ts";
import { type ReaderBrowser, readerBrowser } from "../extension/reader/chromium.ts";
import { without } from "./alternatives.ts";
import type { Forgetful } from "./lexicon-page.ts";

const SHARED = new URL("../../../shared/corpus/", import.meta.url).pathname;
const LISTS = { LIMITS, TIMES, NAMES, GENERAL_TIMES, GENERAL_NAMES };
const MEASURES = ["kind", "columns", "fields", "steps", "guides", "overdueFound"] as const;

interface Page {
  name: string;
  at: string;
  html: string;
  /** every short text of the page: whatever a reader could take for a header or a label */
  words: string[];
}

/** Which pages came from one hand, by the table at the end of the corpus's README. */
function sources(pages: readonly Page[]): Map<string, Page[]> {
  const found = new Map<string, Page[]>();
  for (const line of readFileSync(join(SHARED, "README.md"), "utf8").split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    const own = pages.filter(({ name }) => (cells[4] ?? "").split(/,\s*/).includes(name));
    if (own.length > 0) found.set(cells[1] ?? "", own);
  }
  return found;
}

const wordsOf = (html: string): string[] => [
  ...new Set(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/gi, "")
      .split(/<[^>]*>|&nbsp;/)
      .flatMap((text) => [text, ...text.split(/[:：]/)])
      .map((text) => headerWords(text.trim()))
      .filter((text) => text.length > 0 && text.length <= 40 && !/\d{3}/.test(text)),
  ),
];

type Tally = Record<string, [right: number, all: number]>;

/** Reads pages with a lexicon that lacks what `left` alone taught, and scores them; who was wrongly called late is told. */
async function scored(
  browser: ReaderBrowser,
  pages: readonly Page[],
  forget: Parameters<Forgetful["forget"]>,
): Promise<Tally> {
  const work = mkdtempSync(join(tmpdir(), "shixian-left-out-"));
  try {
    const lines: string[] = [];
    mkdirSync(join(work, "truth"));
    for (const { name, at } of pages) {
      copyFileSync(join(SHARED, `dev/${name}.json`), join(work, `truth/${name}.json`));
      const page = await browser.open(pathToFileURL(join(SHARED, `dev/${name}.html`)).href);
      const reading = await page.evaluate(
        ([changed, attributes, when]) => {
          const { forgetful } = globalThis as unknown as { forgetful: Forgetful };
          forgetful.forget(changed, attributes);
          return forgetful.read(when);
        },
        [...forget, at] as const,
      );
      await page.close();
      lines.push(JSON.stringify(readLine(`${name}.html`, reading, instant(at))));
    }
    writeFileSync(join(work, "read.jsonl"), lines.join("\n"));
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(SHARED, "score.mjs"),
        join(work, "truth"),
        join(work, "read.jsonl"),
        "--misses",
        "9999",
      ],
      { encoding: "utf8" },
    );
    for (const line of stdout.split("\n")) if (line.startsWith("wrongOverdue:")) console.log(line);
    return Object.fromEntries([
      ...[...stdout.matchAll(/(\w+) ([\d.]+)% of (\d+)/g)].map(
        ([, measure, share, all]): [string, [number, number]] => [
          measure ?? "",
          [Math.round((Number(share) * Number(all)) / 100), Number(all)],
        ],
      ),
      ["wrong overdue", [Number(/wrong overdue (\d+)/.exec(stdout)?.[1]), 0]],
    ]) as Tally;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * For each source of the corpus: the reader as it is, and without every word and attribute that no page of another source bears. It is a
 * lower bound: much of what is taken away was known from elsewhere too. `only`: the sources with this in their name.
 */
export async function leaveOneOut(only = ""): Promise<void> {
  if (!existsSync(SHARED)) {
    console.log("The corpus is not beside this checkout: nothing to leave out.");
    return;
  }
  const pages = readdirSync(join(SHARED, "dev"))
    .filter((name) => name.endsWith(".html"))
    .map((file): Page => {
      const name = file.slice(0, -5);
      const html = readFileSync(join(SHARED, "dev", file), "utf8");
      const { asOf } = JSON.parse(readFileSync(join(SHARED, `dev/${name}.json`), "utf8")) as {
        asOf: string;
      };
      const at = `${asOf.length === 16 ? `${asOf}:00` : asOf}+08:00`;
      return { name, at, html, words: wordsOf(html) };
    });
  const browser = await readerBrowser(new URL("lexicon-page.ts", import.meta.url).href);
  const sums: [before: Tally, after: Tally] = [{}, {}];
  try {
    for (const [source, own] of sources(pages)) {
      if (!source.includes(only)) continue;
      const others = pages.filter((page) => !own.includes(page));
      const mine = own.flatMap(({ words }) => words);
      const theirs = [...new Set(others.flatMap(({ words }) => words))];
      const changed = Object.entries(LISTS).flatMap(([list, rules]) =>
        rules.flatMap(([form], line) => {
          const fewer = without(form, mine, theirs);
          return fewer === undefined ? [] : [{ list, line, source: fewer }];
        }),
      );
      const bears = (all: readonly Page[], name: string): boolean =>
        all.some(({ html }) => html.includes(` ${name}=`));
      const attributes = [...ATTRIBUTES, ...ROW_ATTRIBUTES].filter(
        (name) => bears(own, name) && !bears(others, name),
      );
      const before = await scored(browser, own, [[], []]);
      const after = await scored(browser, own, [changed, attributes]);
      for (const [i, tally] of [before, after].entries())
        for (const [measure, [right, all]] of Object.entries(tally)) {
          const sum = (sums[i as 0 | 1][measure] ??= [0, 0]);
          sum[0] += right;
          sum[1] += all;
        }
      console.log(
        `${source} (${own.length} pages, ${changed.length} lines, ${attributes.length} attributes): ${told(before, after)}`,
      );
    }
  } finally {
    await browser.close();
  }
  console.log(`all: ${told(...sums)}`);
}

const told = (before: Tally, after: Tally): string =>
  [
    ...MEASURES.flatMap((measure) => {
      const [was, is] = [before[measure], after[measure]];
      return was && is ? [`${measure} ${was[0]} → ${is[0]} of ${was[1]}`] : [];
    }),
    `wrong overdue ${before["wrong overdue"]?.[0]} → ${after["wrong overdue"]?.[0]}`,
  ].join(" · ");
