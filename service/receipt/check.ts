import { hash } from "node:crypto";
import { type Recorded, record } from "#shared/case/observation.ts";
import { type PersonalKind, personalIn } from "#shared/case/personal.ts";
import type { Stored } from "../db/observations.ts";
import { writerOf } from "./writer.ts";

export type RefusalCode = "invalid-record" | "personal-data" | "seq-reused";

export interface Refusal {
  seq: number | null;
  code: RefusalCode;
  /** names the field and the rule, never what stood in it */
  detail: string;
  /** JSON pointer into the batch */
  pointer: string;
}

const write = writerOf(record) ?? (() => undefined);

/** One record of a batch: as it will be stored, or why it will not be. */
export function checkRecord(offered: unknown, index: number): Stored | Refusal {
  const written = write(offered);
  if (written !== undefined) return kept(offered as Recorded, written, index);
  const parsed = record.safeParse(offered);
  if (parsed.success) return kept(parsed.data, JSON.stringify(parsed.data), index);
  const issue = parsed.error.issues[0];
  const path = issue?.path.map((part) => `/${String(part)}`).join("") ?? "";
  return {
    seq: seqOf(offered),
    code: "invalid-record",
    detail: issue?.message ?? "invalid",
    pointer: `/records/${index}${path}`,
  };
}

function kept(said: Recorded, body: string, index: number): Stored | Refusal {
  const { seq, type } = said;
  const found = personalField(said);
  if (found)
    return {
      seq,
      code: "personal-data",
      detail: found.kind,
      pointer: `/records/${index}/${found.path}`,
    };
  return { seq, kind: type === "look" ? 1 : 2, body, digest: digestOf(body) };
}

/** 132 bits: enough to tell a number used twice and a bit that has turned since. */
export const digestOf = (body: string): string => hash("sha256", body, "base64url").slice(0, 22);

/** A refused record's number is spent, so that it is not asked for for ever; nothing of its content is kept. */
export const spent = (refusal: Refusal & { seq: number }): Stored => ({
  seq: refusal.seq,
  kind: 0,
  body: refusal.code,
  digest: refusal.code,
});

const seqOf = (offered: unknown): number | null => {
  const seq: unknown =
    typeof offered === "object" && offered !== null && "seq" in offered ? offered.seq : undefined;
  return Number.isSafeInteger(seq) && Number(seq) >= 1 ? Number(seq) : null;
};

function personalField(record: Recorded): { path: string; kind: PersonalKind } | undefined {
  if (!mayHoldNumbers(record)) return undefined;
  for (const [path, text] of textsOf(record)) {
    const kind = personalIn(text);
    // a catalogue code is a long number by nature, and one in ten of those passes the card check
    if (kind && !(kind === "bank-card" && path.endsWith("/itemCode"))) return { path, kind };
  }
  return undefined;
}

/** A number long enough to be somebody's, what announces a name, or a character that may stand for digits once it is normalised. Most texts hold neither. */
const SUSPECT =
  /\d[\d\- ]{5}|:|某|先生|女士|小姐|[^\0-\x7f\u2014\u2026\u3001\u3002\u4e00-\u9fff\uff08\uff09]/;

const suspect = (text: string | null | undefined): boolean =>
  typeof text === "string" && SUSPECT.test(text);

const GUIDE_TEXTS = ["item", "itemCode", "department", "caseKind"] as const;

/** The same texts as `textsOf`, which is asked only about those few that may hold something. */
function mayHoldNumbers(record: Recorded): boolean {
  for (const { field, why } of record.unreadable) if (suspect(field) || suspect(why)) return true;
  if (record.type === "look")
    return (
      suspect(record.portal) ||
      suspect(record.view) ||
      suspect(record.reader) ||
      GUIDE_TEXTS.some((field) => suspect(record.guide?.[field]))
    );
  const { item, itemCode, department, caseKind, channel, step, status, steps = [] } = record.facts;
  for (const each of steps) if (suspect(each.name) || suspect(each.department)) return true;
  return (
    suspect(record.caseMask) ||
    suspect(item) ||
    suspect(itemCode) ||
    suspect(department) ||
    suspect(caseKind) ||
    suspect(channel) ||
    suspect(step) ||
    suspect(status?.text)
  );
}

function textsOf(record: Recorded): [path: string, text: string][] {
  const texts: [string, string | null | undefined][] =
    record.type === "look"
      ? [
          ["portal", record.portal],
          ["view", record.view],
          ["reader", record.reader],
          ...GUIDE_TEXTS.map((field): [string, string | undefined] => [
            `guide/${field}`,
            record.guide?.[field],
          ]),
        ]
      : [
          ["caseMask", record.caseMask],
          ["facts/item", record.facts.item],
          ["facts/itemCode", record.facts.itemCode],
          ["facts/department", record.facts.department],
          ["facts/caseKind", record.facts.caseKind],
          ["facts/channel", record.facts.channel],
          ["facts/step", record.facts.step],
          ["facts/status/text", record.facts.status?.text],
          ...(record.facts.steps ?? []).flatMap(
            ({ name, department }, i): [string, string | undefined][] => [
              [`facts/steps/${i}/name`, name],
              [`facts/steps/${i}/department`, department],
            ],
          ),
        ];
  for (const [i, { field, why }] of record.unreadable.entries())
    texts.push([`unreadable/${i}/field`, field], [`unreadable/${i}/why`, why]);
  return texts.filter((pair): pair is [string, string] => typeof pair[1] === "string");
}
