import { createHash } from "node:crypto";
import { z } from "zod";
import { en, zhCN } from "zod/locales";
import { calendarYear, overlay } from "#shared/calendar/year-schema.ts";
import type { CalendarYear, Overlay } from "#shared/calendar/year.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { regime } from "#shared/limit/regime-schema.ts";
import type { Language } from "#shared/strings/strings.ts";

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

/** One fault of a file: where it is, and what is wrong there. */
export interface Fault {
  /** keys and positions joined by dots; empty for the whole */
  path: string;
  message: string;
}

/** What is wrong with a file, in words for the person who brought it. */
export class BadRuleFile extends Error {
  readonly faults: readonly Fault[];
  constructor(message: string, faults: readonly Fault[] = [{ path: "", message }]) {
    super(message);
    this.faults = faults;
  }
}

/** @throws BadRuleFile naming each fault by its place, in the reader's language where one is asked for */
export function calendarFile(text: string, language?: Language): RuleContent {
  const data = jsonOf(text, language);
  if (has(data, "years")) {
    const content = checked(overlay, data, language);
    return { kind: "overlay", name: content.id, content };
  }
  const content = checked(calendarYear, data, language);
  return { kind: "year", name: String(content.year), content };
}

/** @throws BadRuleFile naming each fault by its place, in the reader's language where one is asked for */
export function regimeFile(text: string, language?: Language): RuleContent {
  const content = checked(regime, jsonOf(text, language), language);
  return { kind: "regime", name: content.id, content };
}

/** A stored file read back: it was checked when it came, and is checked again because another program may have written it. */
export function storedFile(kind: string, body: string): RuleContent {
  return kind === "regime" ? regimeFile(body) : calendarFile(body);
}

/** The same content has the same digest, however the file was laid out. */
export const digestOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");

function jsonOf(text: string, language?: Language): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new BadRuleFile(inLanguage("文件不是有效的 JSON。The file is not valid JSON.", language));
  }
}

const has = (data: unknown, key: string): boolean =>
  typeof data === "object" && data !== null && key in data;

const LOCALES = { "zh-CN": zhCN(), en: en() } as const;

function checked<T>(schema: z.ZodType<T>, data: unknown, language?: Language): T {
  const found = schema.safeParse(
    data,
    language && { error: (issue) => LOCALES[language].localeError(issue) },
  );
  if (found.success) return found.data;
  const faults = found.error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.join("."),
    message: inLanguage(message, language),
  }));
  const said = faults.slice(0, 10).map(({ path, message }) => `${path || "/"}: ${message}`);
  throw new BadRuleFile(`文件内容有误 The file is not as it must be: ${said.join("; ")}`, faults);
}

/** Our own sentences hold both languages, the Chinese one first and closed by its full stop: `中文。English.` */
export function inLanguage(text: string, language?: Language): string {
  const end = text.indexOf("。") + 1;
  const english = text.slice(end).trim();
  if (language === undefined || end === 0 || english === "") return text;
  return language === "en" ? english : text.slice(0, end);
}
