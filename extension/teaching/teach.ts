import { page as enPage } from "#shared/strings/en/page.ts";
import { teach as enTeach } from "#shared/strings/en/teach.ts";
import { verdict as enVerdict } from "#shared/strings/en/verdict.ts";
import { page } from "#shared/strings/zh-CN/page.ts";
import { teach as zhTeach } from "#shared/strings/zh-CN/teach.ts";
import { verdict } from "#shared/strings/zh-CN/verdict.ts";
import { inEffect } from "../portals/stored-portal.ts";
import type { FoundGrid } from "../reader/grids/find-grids.ts";
import { onDemand } from "../on-demand.ts";
import { fileOf } from "./draft.ts";
import { type Words, panel } from "./panel.ts";
import { pick } from "./pick.ts";
import { selectorOf } from "./selector-of.ts";
import type { TeachableFrame } from "./teachable-frame.ts";

/** Teaching one page: the table that was read, or the one that a person points out; then its columns; until it is closed. */
export function teach(frame: TeachableFrame): void {
  const words: Words =
    frame.language === "en"
      ? { page: enPage, verdict: enVerdict, teach: enTeach }
      : { page, verdict, teach: zhTeach };
  void run(frame, words).catch((error: unknown) => console.warn("[shixian teach]", error));
}

async function run(frame: TeachableFrame, words: Words): Promise<void> {
  let chosen = readTable(frame);
  for (;;) {
    chosen ??= await pickTable(frame, words);
    if (!chosen || frame.signal.aborted) return;
    frame.chosen();
    const how = await panel(frame, chosen.found, chosen.selector, words);
    if (how === "twin") return (await onDemand("twin"))(frame);
    if (how === "closed") return;
    chosen = undefined;
  }
}

interface Chosen {
  found: FoundGrid;
  /** where the reader alone would not find it, or would not find its header */
  selector?: string;
}

/** The table that the page was read from. */
function readTable(frame: TeachableFrame): Chosen | undefined {
  const { reading, found } = frame.read(inEffect(frame.stored()));
  const id = reading.columns[0]?.grid;
  const table = found?.grids.find(({ grid }) => grid.id === id);
  return reading.kind === "list" && table ? { found: table } : undefined;
}

async function pickTable(frame: TeachableFrame, words: Words): Promise<Chosen | undefined> {
  const tables = frame.read(inEffect(frame.stored())).found?.grids ?? [];
  for (;;) {
    const element = await pick(frame.window.document, tables, words.teach, frame.signal);
    if (!element) return undefined;
    const known =
      tables.find(({ root }) => root === element) ??
      tables.find(({ root }) => element.contains(root));
    if (known?.grid.columns.some(({ header }) => header.length > 0)) return { found: known };
    const selector = selectorOf(element);
    const empty = { headers: [], concepts: [], statuses: {}, table: selector };
    const pointedOut = fileOf({ host: frame.host, view: "/*" }, empty, 1, "2026-01-01");
    const found = frame
      .read([pointedOut, ...inEffect(frame.stored())])
      .found?.grids.find(({ root }) => root === element || element.contains(root));
    if (found) return { found, selector };
  }
}
