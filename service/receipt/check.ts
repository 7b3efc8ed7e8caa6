import { hash } from "node:crypto";
import { type Recorded, record } from "#shared/case/observation.ts";
import { type PersonalKind, personalIn } from "#shared/case/personal.ts";
import type { Stored } from "../db/observations.ts";

export type RefusalCode = "invalid-record" | "personal-data" | "seq-reused";

export interface Refusal {
  seq: number | null;
  code: RefusalCode;
  /** names the field and the rule, never what stood in it */
  detail: string;
  /** JSON pointer into the batch */
  pointer: string;
}

/** One record of a batch: as it will be stored, or why it will not be. */
export function checkRecord(offered: unknown, index: number): Stored | Refusal {
  const pointer = `/records/${index}`;
  const parsed = record.safeParse(offered);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.map((part) => `/${String(part)}`).join("") ?? "";
    return {
      seq: seqOf(offered),
      code: "invalid-record",
      detail: issue?.message ?? "invalid",
      pointer: pointer + path,
    };
  }
  const found = personalField(parsed.data);
  if (found)
    return {
      seq: parsed.data.seq,
      code: "personal-data",
      detail: found.kind,
      pointer: `${pointer}/${found.path}`,
    };
  const body = JSON.stringify(parsed.data);
  return {
    seq: parsed.data.seq,
    kind: parsed.data.type === "look" ? 1 : 2,
    body,
    digest: digestOf(body),
  };
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
  const texts = textsOf(record);
  // most records hold no run of digits at all
  if (
    !/\d[\d\- ]{5,}/.test(
      texts
        .map(([, text]) => text)
        .join("\n")
        .normalize("NFKC"),
    )
  )
    return undefined;
  for (const [path, text] of texts) {
    const kind = personalIn(text);
    // a catalogue code is a long number by nature, and one in ten of those passes the card check
    if (kind && !(kind === "bank-card" && path === "facts/itemCode")) return { path, kind };
  }
  return undefined;
}

function textsOf(record: Recorded): [path: string, text: string][] {
  const texts: [string, string | null | undefined][] =
    record.type === "look"
      ? [
          ["portal", record.portal],
          ["view", record.view],
          ["reader", record.reader],
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
