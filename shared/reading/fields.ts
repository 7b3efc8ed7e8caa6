import type { CaseFacts } from "../case/observation.ts";
import type { Instant } from "../time/instant.ts";
import type { Concept } from "./concept.ts";
import { decide } from "./decide.ts";
import type { Field, PageShape } from "./grid.ts";
import { headerWords, isLabelWord, meanings, speaksOfOtherThings } from "./lexicon/meanings.ts";
import type { PortalView } from "./portal-file.ts";
import type { CaseReading, GuideReading } from "./reading.ts";
import { taughtFor } from "./taught.ts";
import { readLimits, unitIn } from "./values/amount.ts";
import { type Draft, addFact } from "./values/facts.ts";
import { dueInProse } from "./values/due-words.ts";
import { exactMoment, readMoment } from "./values/moment.ts";
import type { Moment } from "../time/moment.ts";
import { isBlank } from "./values/text.ts";

export interface FieldsReading {
  kind: "detail" | "guide" | "none";
  found: CaseReading;
  guide: GuideReading;
}

/** The label:value pairs of a page as one case, or as the guide of one item. */
export function readFields(
  shape: PageShape,
  at: Instant,
  hasSteps: boolean,
  more: readonly Field[] = [],
  views: readonly PortalView[] = [],
): FieldsReading {
  const forms = views.filter((view) => !view.headers);
  const fields = firstOfEach(
    [...shape.fields, ...more].filter(
      (field) => field.cell.text !== "" || field.cell.marks !== undefined,
    ),
    (label) => taughtFor([label], forms)?.concepts[0] !== undefined,
  );
  const taught = taughtFor(
    fields.map(({ label }) => label),
    forms,
  );
  const decided = decide(
    fields.map(({ label, cell }, i) => ({
      header: label,
      hidden: false,
      cells: taught?.never[i] ? [] : [cell],
      told: taught?.concepts[i],
    })),
    at,
    taught,
  );
  const draft: Draft = { facts: {}, unreadable: [] };
  const concepts = new Set<Concept>();
  decided.forEach(({ concept, profile, second }, i) => {
    const field = fields[i];
    if (!field || concept === "other" || concept === "personal" || isBlank(field.cell.text)) return;
    concepts.add(concept);
    addFact(draft, concept, field.cell, profile, { at, statuses: taught?.statuses }, second);
  });
  if (draft.facts.due === undefined) {
    const due = dueOf(shape, at);
    if (due !== undefined) {
      draft.facts.due = due;
      concepts.add("due");
    }
  }
  const guide = readGuide(fields, draft.facts);
  const { caseNo, masked, statusText, facts, unreadable } = draft;
  const found: CaseReading = {
    ...(caseNo !== undefined && { caseNo }),
    ...(masked && { masked }),
    ...(statusText !== undefined && { statusText }),
    facts,
    unreadable: unreadable.filter(({ field }) => facts[field as keyof CaseFacts] === undefined),
  };
  const kind = kindOf(concepts, fields, shape, guide, hasSteps);
  const heading = kind === "detail" && facts.item === undefined ? itemHeading(shape) : undefined;
  if (heading !== undefined) facts.item = heading;
  return { kind, found, guide };
}

function dueOf(shape: PageShape, at: Instant): Moment | undefined {
  for (const cell of shape.prose ?? []) {
    const found = dueInProse(cell.text, { at });
    if (!found) continue;
    const exact = cell.title !== undefined && readMoment(cell.title, { at });
    return exact ? exactMoment(found.moment, cell.title ?? "", { at }) : found.moment;
  }
  return undefined;
}

/** The heading names the item where no label does; a heading that only says what kind of page it is does not. */
const itemHeading = ({ headings }: PageShape): string | undefined => {
  const [first] = headings;
  return first !== undefined &&
    first.length >= 4 &&
    first.length <= 60 &&
    !isLabelWord(first) &&
    !/详情|明细|列表|查询|系统|流程|记录|进度|信息|指南|管理|首页|平台|大厅|过程|督办|审批$|history|search|detail|\blog\b|\blist\b|inbox|dashboard/i.test(
      first,
    )
    ? first
    : undefined;
};

/** A label that comes twice is read where it says something first. */
function firstOfEach(fields: readonly Field[], isTaught: (label: string) => boolean): Field[] {
  const seen = new Set<string>();
  return [...fields]
    .sort((a, b) => Number(b.marked ?? false) - Number(a.marked ?? false))
    .filter(({ label, cell, marked }) => {
      const words = headerWords(label);
      if (
        words === "" ||
        seen.has(words) ||
        !(
          isLabelWord(label) ||
          (marked && meanings(label).length > 0) ||
          /时限|期限/.test(label) ||
          isTaught(label)
        ) ||
        cell.text.length > 600
      )
        return false;
      seen.add(words);
      return true;
    });
}

const LIFE: readonly Concept[] = [
  "acceptedAt",
  "submittedAt",
  "due",
  "closedAt",
  "status",
  "step",
  "stepEnteredAt",
];

function kindOf(
  concepts: ReadonlySet<Concept>,
  fields: readonly Field[],
  shape: PageShape,
  guide: GuideReading,
  hasSteps: boolean,
): FieldsReading["kind"] {
  const foreign =
    fields.filter(({ label }) => speaksOfOtherThings(label)).length +
    (/物流|快递|订单|商品|新闻|公告/.test([shape.title, ...shape.headings.slice(0, 6)].join(" "))
      ? 2
      : 0);
  if (foreign >= 2) return "none";
  const life = LIFE.filter((concept) => concepts.has(concept)).length;
  const limits = guide.statutoryLimit !== undefined || guide.promisedLimit !== undefined;
  if (concepts.has("caseNo") && (life >= 1 || concepts.has("item"))) return "detail";
  if (hasSteps) return "detail";
  const guideWords = /办事指南|服务指南|事项(?:信息|详情|指南)|实施清单/.test(
    [shape.title, ...shape.headings].join(" "),
  );
  if (
    limits &&
    (concepts.has("item") ||
      concepts.has("department") ||
      concepts.has("caseKind") ||
      guideWords) &&
    !concepts.has("acceptedAt") &&
    !concepts.has("submittedAt") &&
    !concepts.has("step")
  )
    return "guide";
  const named = (["item", "department", "due"] as const).some((concept) => concepts.has(concept));
  if (life >= 2 && named && concepts.has("status")) return "detail";
  return "none";
}

function readGuide(fields: readonly Field[], facts: CaseFacts): GuideReading {
  const guide: GuideReading = {};
  for (const { label, cell } of fields) {
    const words = headerWords(label);
    if (
      !/时限|期限|工作日|办结时间|天数/.test(words) ||
      /有效|保质|公示|补正|环节|收费|受理时限|工作时间/.test(words)
    )
      continue;
    const limits = readLimits(cell.text, unitIn(label));
    const statutory = limits.statutory ?? (/法定/.test(words) ? limits.plain : undefined);
    const promised = limits.promised ?? (/承[诺若]/.test(words) ? limits.plain : undefined);
    if (statutory !== undefined && statutory !== "none") guide.statutoryLimit ??= statutory;
    if (promised !== undefined && promised !== "none") guide.promisedLimit ??= promised;
    if (!/法定|承[诺若]/.test(words) && limits.plain !== undefined && limits.plain !== "none")
      guide.promisedLimit ??= limits.plain;
  }
  if (facts.item !== undefined) guide.item = facts.item;
  if (facts.itemCode !== undefined) guide.itemCode = facts.itemCode;
  if (facts.department !== undefined) guide.department = facts.department;
  if (facts.caseKind !== undefined) guide.caseKind = facts.caseKind;
  return guide;
}
