import type { Amount } from "../../case/amount.ts";
import type { StatusKind } from "../../case/status.ts";
import type { CaseFacts, Unreadable } from "../../case/observation.ts";
import type { Concept } from "../concept.ts";
import { isLimitConcept, isMomentConcept } from "../fits.ts";
import type { GridCell } from "../grid.ts";
import { alone } from "../lexicon/meanings.ts";
import type { Profile } from "../profile.ts";
import { readLimits } from "./amount.ts";
import { dueInProse } from "./due-words.ts";
import { isMasked } from "./code.ts";
import { readFlag } from "./flag.ts";
import { splitLabelled } from "./labelled.ts";
import { type MomentContext, exactMoment, findMoments, readMoment } from "./moment.ts";
import { withoutPerson } from "./name.ts";
import { readRating } from "./rating.ts";
import { readRemaining, speaksOfRemaining } from "./remaining.ts";
import { saysLate, statusKind } from "./status.ts";
import { fold, isBlank } from "./text.ts";

/** What the cells of one case add up to while they are read. */
export interface Draft {
  caseNo?: string;
  masked?: boolean;
  statusText?: string;
  facts: CaseFacts;
  unreadable: Unreadable[];
}

/** As moments are read, and what the portal's own status words mean. */
export interface FactContext extends MomentContext {
  statuses?: Readonly<Record<string, StatusKind>> | undefined;
}

const TEXTS: Partial<
  Record<Concept, "item" | "department" | "step" | "caseKind" | "channel" | "itemCode">
> = {
  item: "item",
  department: "department",
  step: "step",
  caseKind: "caseKind",
  channel: "channel",
  itemCode: "itemCode",
};
const LONGEST = 200;
const PROJECT_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** Adds what one cell says under one concept. What cannot be read is written down as such, never guessed. */
export function addFact(
  draft: Draft,
  concept: Concept,
  cell: GridCell,
  p: Pick<Profile, "unit" | "order">,
  context: FactContext,
  second?: Concept,
): void {
  const { facts } = draft;
  if (concept === "status") return addStatus(draft, cell, context);
  if (concept === "light" || concept === "overdueFlag") {
    const flag = readFlag(cell.text, cell.marks);
    if (flag === "late") facts.overdueFlag ??= true;
    if (flag === "fine") facts.overdueFlag ??= false;
    return;
  }
  if (isBlank(cell.text)) return;
  if (concept === "caseNo") {
    draft.caseNo ??= firstLine(cell.text).trim().slice(0, 100);
    if (isMasked(draft.caseNo)) draft.masked = true;
    return;
  }
  if (concept === "parentCaseNo") {
    const code = fold(cell.text).trim();
    // any other number of a whole may be a case number, which never leaves the page
    if (PROJECT_CODE.test(code)) facts.projectCode ??= code;
    return;
  }
  if (concept === "rating") {
    const satisfied = readRating(cell.text);
    if (satisfied !== undefined) facts.satisfied ??= satisfied;
    return;
  }
  const textField = TEXTS[concept];
  if (textField !== undefined) {
    const text = fullest(cell);
    if (text !== "") facts[textField] ??= text.slice(0, LONGEST);
    return;
  }
  if (isMomentConcept(concept)) return addMoment(draft, concept, cell, p, context, second);
  if (isLimitConcept(concept)) return addLimit(draft, concept, cell.text, p);
  if (concept === "remaining") {
    const remaining = readRemaining(cell.text, p.unit);
    if (remaining === undefined)
      draft.unreadable.push({ field: "remaining", why: "not-understood" });
    else addRemaining(draft, remaining);
  }
}

const firstLine = (text: string): string => text.split("\n")[0] ?? text;

/** The words of the cell: what was cut short is taken from the title; labelled lines and a person in brackets are left out. */
function fullest(cell: GridCell): string {
  const shown = cell.text;
  const cut = /(?:\.\.\.|…)\s*$/.test(shown);
  const stem = shown.replace(/(?:\.\.\.|…)\s*$/, "").trim();
  const text = cell.title !== undefined && cut && cell.title.startsWith(stem) ? cell.title : shown;
  const lines = text.split("\n");
  const first = lines[0] ?? text;
  return withoutPerson(fold(first) === first ? first : first).trim();
}

type MomentField =
  | "submittedAt"
  | "receivedAt"
  | "acceptedAt"
  | "due"
  | "statutoryDue"
  | "stepDue"
  | "stepEnteredAt"
  | "closedAt"
  | "deliveredAt";
const MOMENT_FIELDS: readonly string[] = [
  "submittedAt",
  "receivedAt",
  "acceptedAt",
  "due",
  "statutoryDue",
  "stepDue",
  "stepEnteredAt",
  "closedAt",
  "deliveredAt",
];

function addMoment(
  draft: Draft,
  concept: Concept,
  cell: GridCell,
  p: Pick<Profile, "order">,
  at: MomentContext,
  second: Concept | undefined,
): void {
  if (!MOMENT_FIELDS.includes(concept)) return;
  const field = concept as MomentField;
  const context = p.order === undefined ? at : { ...at, order: p.order };
  if (addLabelled(draft, cell.text, p, context)) return;
  const prose = field === "due" ? dueInProse(cell.text, context) : undefined;
  if (prose) {
    draft.facts.due ??= prose.moment;
    return;
  }
  const found = findMoments(cell.text, context);
  if (found.length === 2 && second !== undefined && MOMENT_FIELDS.includes(second)) {
    draft.facts[field] ??= found[0]?.moment;
    draft.facts[second as MomentField] ??= found[1]?.moment;
    return;
  }
  const moment =
    cell.title !== undefined && /\d/.test(cell.title) && cell.title.length < 60
      ? exactMoment(cell.text, cell.title, context)
      : readMoment(cell.text, context);
  if (moment !== undefined) {
    draft.facts[field] ??= moment;
    const rest = cell.text.slice(found[0]?.end ?? cell.text.length);
    if (field === "due" && speaksOfRemaining(rest)) {
      const remaining = readRemaining(rest.replace(/[()（）]/g, " ").trim());
      if (remaining) addRemaining(draft, remaining);
    }
    return;
  }
  if (/即办|当场|即时|当日/.test(cell.text)) {
    if (field === "due") draft.facts.limit ??= { amount: 0, unit: "immediate" };
    return;
  }
  if (/^(?:无|—|未办结|办理中|未完成|至今|今|长期|永久|进行中|待定)$/.test(fold(cell.text).trim()))
    return;
  draft.unreadable.push({ field, why: found.length > 1 ? "more-than-one-date" : "not-a-date" });
}

/** Dates with their own labels inside one cell: each label speaks for itself. */
function addLabelled(
  draft: Draft,
  text: string,
  p: Pick<Profile, "order">,
  context: MomentContext,
): boolean {
  if (!/[:：]\s*\d{2,4}[-/.年]/.test(text)) return false;
  const { parts } = splitLabelled(text);
  let added = false;
  for (const { label, value } of parts) {
    const concept = alone(label).find((each) => MOMENT_FIELDS.includes(each));
    const moment = readMoment(value, context);
    if (concept === undefined || moment === undefined) continue;
    draft.facts[concept as MomentField] ??= moment;
    added = true;
  }
  return added;
}

function addLimit(draft: Draft, concept: Concept, text: string, p: Pick<Profile, "unit">): void {
  const limits = readLimits(text, p.unit);
  const put = (
    field: "statutoryLimit" | "promisedLimit" | "limit" | "stepLimit",
    value: Amount | "none" | undefined,
  ) => {
    if (value !== undefined && value !== "none") draft.facts[field] ??= value;
  };
  put("statutoryLimit", limits.statutory);
  put("promisedLimit", limits.promised);
  if (concept === "acceptanceLimit") return;
  put(concept as "limit", limits.plain);
  if (limits.plain === undefined && limits.statutory === undefined && limits.promised === undefined)
    draft.unreadable.push({
      field: concept,
      why: /^\d+(\.\d+)?$/.test(text.trim()) ? "no-unit" : "not-a-limit",
    });
}

function addRemaining(
  draft: Draft,
  remaining: NonNullable<ReturnType<typeof readRemaining>>,
): void {
  const { facts } = draft;
  if (remaining.says === "left") facts.remaining ??= remaining.left;
  if (remaining.says === "late") {
    facts.overdueFlag ??= true;
    if (remaining.left) facts.remaining ??= remaining.left;
  }
  if (remaining.says === "not-late") facts.overdueFlag ??= false;
}

function addStatus(draft: Draft, cell: GridCell, context: FactContext): void {
  const text = cell.text;
  if (isBlank(text)) {
    const kind = colourKind(cell.marks ?? []);
    if (kind) draft.facts.status ??= { text: null, kind };
    else if (cell.marks?.some((mark) => !mark.startsWith("drawn ")))
      draft.unreadable.push({ field: "status", why: "only-a-mark" });
    return;
  }
  addLabelled(draft, text, { order: context.order }, context);
  const { head } = splitLabelled(text);
  const shown = statusWords(head === "" ? text : head);
  draft.statusText ??= shown;
  if (saysLate(text)) draft.facts.overdueFlag ??= true;
  const kind = context.statuses?.[shown] ?? statusKind(shown);
  if (kind) draft.facts.status ??= { text: shown.slice(0, 100), kind };
  else draft.unreadable.push({ field: "status", why: "unknown-word" });
}

/** The state itself: without a version after it, a second tag beside it, a full stop. */
function statusWords(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? text;
  const first = line.split(/[;；]/)[0] ?? line;
  const tags = first.trim().split(/\s+/);
  const word =
    tags.length === 2 &&
    /[\u4e00-\u9fff]/.test(tags[0] ?? "") &&
    !/[|/·]/.test(first) &&
    statusKind(tags[0] ?? "") !== undefined
      ? (tags[0] ?? first)
      : first;
  const said = word.trim();
  return said.split(/\s+/).length < 4 ? said.replace(/[.。]$/, "") : said;
}

/** A dot's colour. Green may mean finished or fine: neither is late. */
function colourKind(marks: readonly string[]): "finished" | "overdue" | "processing" | undefined {
  // what is only drawn in a colour may be any lamp: it tells a warning, no state
  const all = marks
    .filter((mark) => !mark.startsWith("drawn "))
    .join(" ")
    .toLowerCase();
  if (
    /success|green|#67c23a|#52c41a|#5fb878|#19be6b|rgb\(103, ?194, ?58\)|rgb\(82, ?196, ?26\)/.test(
      all,
    )
  )
    return "finished";
  if (
    /danger|error|\bred\b|#f56c6c|#f5222d|#ff4d4f|#ff5722|#ed4014|rgb\(245, ?108, ?108\)/.test(all)
  )
    return "overdue";
  if (
    /primary|processing|blue|#409eff|#1890ff|#1e9fff|#2d8cf0|rgb\(64, ?158, ?255\)|warning|yellow|orange|#e6a23c|#faad14|rgb\(230, ?162, ?60\)/.test(
      all,
    )
  )
    return "processing";
  return undefined;
}
