import { createHash } from "node:crypto";
import { z } from "zod";
import { calendarYear, overlay } from "#shared/calendar/year-schema.ts";
import type { CalendarYear, Overlay } from "#shared/calendar/year.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { regime } from "#shared/limit/regime-schema.ts";

/** One checked file: a year's notices, a region's days, or a rule set. */
export type RuleContent =
  | { kind: "year"; name: string; content: CalendarYear }
  | { kind: "overlay"; name: string; content: Overlay }
  | { kind: "regime"; name: string; content: Regime };

/** A file as it was imported. A later one of the same kind and name stands in its place; none is ever removed. */
export type RuleFile = RuleContent & {
  id: number;
  digest: string;
  /** ms since 1970 */
  importedAt: number;
  importedBy: string;
};

/** What is wrong with a file, in words for the person who brought it. */
export class BadRuleFile extends Error {}

/** @throws BadRuleFile naming each fault by its place */
export function calendarFile(text: string): RuleContent {
  const data = jsonOf(text);
  if (has(data, "years")) {
    const content = checked(overlay, data);
    return { kind: "overlay", name: content.id, content };
  }
  const content = checked(calendarYear, data);
  return { kind: "year", name: String(content.year), content };
}

/** @throws BadRuleFile naming each fault by its place */
export function regimeFile(text: string): RuleContent {
  const content = checked(regime, jsonOf(text));
  return { kind: "regime", name: content.id, content };
}

/** A stored file read back: it was checked when it came, and is checked again because another program may have written it. */
export function storedFile(kind: string, body: string): RuleContent {
  return kind === "regime" ? regimeFile(body) : calendarFile(body);
}

/** The same content has the same digest, however the file was laid out. */
export const digestOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new BadRuleFile("文件不是有效的 JSON。The file is not valid JSON.");
  }
}

const has = (data: unknown, key: string): boolean =>
  typeof data === "object" && data !== null && key in data;

function checked<T>(schema: z.ZodType<T>, data: unknown): T {
  const found = schema.safeParse(data);
  if (found.success) return found.data;
  const faults = found.error.issues
    .slice(0, 10)
    .map(({ path, message }) => `${path.join(".") || "/"}: ${message}`);
  throw new BadRuleFile(`文件内容有误 The file is not as it must be: ${faults.join("; ")}`);
}
