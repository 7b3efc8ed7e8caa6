import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { type Browser, type Page, chromium } from "playwright-core";
import { z } from "zod";
import type { Reading } from "#shared/reading/reading.ts";
import { type Instant, parseInstant } from "#shared/time/instant.ts";
import { findChromium } from "./chromium.ts";
import { readLine } from "./read-line.ts";
import { readerScript } from "./reader-script.ts";

interface Wanted {
  file: string;
  at: string;
}

const wantedLine = z.strictObject({ file: z.string().min(1), at: z.string() });

/** `shixian read FILE.html… [--at INSTANT]` | `shixian read --batch FILE.jsonl`: one JSON object a page, in order. */
export function readCommand(): Command {
  return new Command("read")
    .description(
      "read saved pages with the built reader in Chromium, offline; prints one JSON object a page",
    )
    .argument("[files...]", "saved pages (.html)")
    .option(
      "--at <instant>",
      "when the pages were seen, with offset (default: now)",
      instantArgument,
    )
    .option("--batch <file>", 'JSON lines of {"file","at"}')
    .action(
      async (files: string[], { at, batch }: { at?: string; batch?: string }, command: Command) => {
        if (files.length === 0 && batch === undefined)
          command.error("error: name at least one saved page, or --batch FILE.jsonl");
        const now = at ?? new Date(Date.now()).toISOString();
        try {
          const wanted = [
            ...files.map((file) => ({ file, at: now })),
            ...(batch === undefined ? [] : readBatch(batch, now)),
          ];
          for await (const line of readFiles(wanted)) {
            process.stdout.write(`${JSON.stringify(line)}\n`);
            if ("error" in line) {
              process.stderr.write(`${String(line.error)}\n`);
              process.exitCode = 1;
            }
          }
        } catch (error) {
          command.error(`error: ${error instanceof Error ? error.message : String(error)}`);
        }
      },
    );
}

function instantArgument(text: string): string {
  if (parseInstant(text) === undefined)
    throw new InvalidArgumentError("not an instant with an offset, as 2026-10-09T10:00:00+08:00");
  return text;
}

function readBatch(file: string, now: string): Wanted[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => {
      if (line.trim() === "") return [];
      const parsed = wantedLine.partial({ at: true }).safeParse(json(line));
      if (
        !parsed.success ||
        (parsed.data.at !== undefined && parseInstant(parsed.data.at) === undefined)
      )
        throw new Error(`${file}:${i + 1}: not {"file","at"} with an instant`);
      return [{ file: parsed.data.file, at: parsed.data.at ?? now }];
    });
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // said to the user as a line that is not what it should be
  }
}

async function* readFiles(wanted: readonly Wanted[]): AsyncGenerator<object> {
  const script = await readerScript();
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("no Chromium found; set SHIXIAN_CHROMIUM to one");
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
  });
  try {
    const page = await openPage(browser, script);
    for (const { file, at } of wanted) {
      if (!existsSync(file)) {
        yield { file, error: `没有这个文件 · there is no such file: ${file}` };
        continue;
      }
      try {
        await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: "load" });
        yield readLine(file, merge(await readFrames(page, at)), parseInstant(at) as Instant);
      } catch (error) {
        // one page that cannot be opened never costs its neighbours
        const [why] = String(error instanceof Error ? error.message : error).split("\n");
        yield { file, error: `无法打开 · cannot be opened: ${why}` };
      }
    }
  } finally {
    await browser.close();
  }
}

/** Offline, the saved page's own scripts kept from running: it is read as it was saved. */
async function openPage(browser: Browser, script: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    offline: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  await context.route(/^(?!file:|about:|data:)/, (route) => route.abort());
  await context.addInitScript(script);
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss());
  return page;
}

async function readFrames(page: Page, at: string): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const frame of page.frames()) {
    if (!/^(?:file:|about:)/.test(frame.url())) continue;
    const reading = await frame
      .evaluate(
        (when) =>
          (globalThis as unknown as { shixianRead?: (at: string) => Reading }).shixianRead?.(when),
        at,
      )
      .catch(() => undefined); // a frame that could not be loaded has no document to read
    if (reading) readings.push(reading);
  }
  return readings;
}

/** The frames of one page together: the outer one's kind stands unless it has none; a case page's fields and steps may lie in two frames. */
function merge(readings: readonly Reading[]): Reading {
  const order = ["list", "detail", "guide", "none"];
  const [main, ...others] = [...readings].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  if (!main)
    return {
      kind: "none",
      columns: [],
      cases: [],
      steps: [],
      coverage: { shown: 0 },
      unreadable: [{ field: "page", why: "not-loaded" }],
    };
  if (main.kind !== "detail") return main;
  const [own] = main.cases;
  const facts = Object.assign(
    {},
    ...others.map((other) => other.cases[0]?.facts ?? {}),
    own?.facts ?? {},
  ) as Reading["cases"][number]["facts"];
  const caseNo = own?.caseNo ?? others.find((other) => other.kind === "detail")?.cases[0]?.caseNo;
  const statusText =
    own?.statusText ?? others.find((other) => other.kind === "detail")?.cases[0]?.statusText;
  return {
    ...main,
    cases: [
      {
        ...own,
        ...(caseNo !== undefined && { caseNo }),
        ...(statusText !== undefined && { statusText }),
        facts,
        unreadable: own?.unreadable ?? [],
      },
    ],
    steps:
      main.steps.length > 0
        ? main.steps
        : (others.find((other) => other.steps.length > 0)?.steps ?? []),
  };
}
