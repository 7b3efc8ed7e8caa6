import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { strings } from "#shared/strings/strings.ts";
import type { Verdict } from "#shared/limit/verdict.ts";
import { commandActor } from "../access/caller.ts";
import { unitsUnder } from "../access/units.ts";
import { BadRuleFile, type RuleContent, type RuleFile } from "../rules/rule-file.ts";
import { type ChangedCase, ruleChanges } from "../rules/rule-changes.ts";
import { addRuleFile } from "../rules/rule-files.ts";
import type { World } from "../world.ts";
import { Failure } from "./failure.ts";

/** Who acts at the terminal: the account of the operating system, unless another name is given. */
export const account = (): string => {
  try {
    return userInfo().username;
  } catch {
    return "unknown"; // a container may have no account of that number
  }
};

/** @throws Failure with one line when the file cannot be read or is not as it must be */
export function readRuleFile(path: string, read: (text: string) => RuleContent): RuleContent {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Failure(`无法读取文件 ${path}。Cannot read ${path}. (${code})`);
  }
  return asFailure(() => read(text));
}

export interface Imported {
  file: RuleFile;
  fresh: boolean;
  changed: ChangedCase[];
}

/** Stores the file, then judges every case by the rules before and after it. */
export async function importRules(
  { app, db }: World,
  content: RuleContent,
  by: string,
): Promise<Imported> {
  const now = Date.now();
  let added: { file: RuleFile; fresh: boolean };
  try {
    added = await addRuleFile(db, content, { now, by });
  } catch (error) {
    throw error instanceof BadRuleFile ? new Failure(error.message) : error;
  }
  if (!added.fresh) return { ...added, changed: [] };
  await app.deps.audit.write({
    actor: commandActor(by),
    act: content.kind === "regime" ? "rules.imported" : "calendar.imported",
    object: `${content.kind} ${content.name}`,
    detail: { file: added.file.id, digest: added.file.digest },
  });
  const before = await app.deps.rules.judgingBefore(null, added.file.id);
  const after = await app.deps.rules.judging(null);
  const units = new Set((await unitsUnder(db, null)).map(({ id }) => id));
  return { ...added, changed: await ruleChanges(app.cases, units, now, { before, after }) };
}

/** One line for each changed case: its mask, then both values. */
export function changesText(changed: readonly ChangedCase[]): string {
  const open = changed.filter((each) => each.open).length;
  return [
    `重新判定：未办结 ${open} 件、已办结 ${changed.length - open} 件有变化。`,
    `Judged again: ${open} open and ${changed.length - open} closed case(s) changed.`,
    ...changed.map(
      ({ case: { mask, timeline }, before, after }) =>
        `  ${mask}  ${timeline.item ?? timeline.department ?? ""}  ${valueText(before)} → ${valueText(after)}`,
    ),
  ].join("\n");
}

function valueText({ due, range, kind }: Verdict): string {
  const date = due ?? (range ? `${range.earliest}…${range.latest ?? ""}` : "—");
  return `${date} ${strings("zh-CN").verdict.mark[kind]} ${kind}`;
}

function asFailure<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof BadRuleFile ? new Failure(error.message) : error;
  }
}
