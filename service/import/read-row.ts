import type { CaseFacts, StepSeen, Unreadable } from "#shared/case/observation.ts";
import { isMomentConcept } from "#shared/reading/fits.ts";
import { type Draft, addFact } from "#shared/reading/values/facts.ts";
import { readMoment } from "#shared/reading/values/moment.ts";
import { isBlank } from "#shared/reading/values/text.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { Moment } from "#shared/time/moment.ts";
import type { Mapping, MappedColumn } from "./mapping.ts";

/** What one row says: of its case, and of one step where it has a row for each. */
export interface RowRead {
  caseNo?: string;
  masked: boolean;
  facts: CaseFacts;
  unreadable: Unreadable[];
  step?: StepSeen;
}

export interface RowContext {
  /** what a date without a year refers to */
  at: Instant;
  /** reads an instant with an offset on the file's one clock */
  clock: { moment(text: string): Moment | undefined };
}

/** Reads one row by the mapping. What cannot be read is named in `unreadable` and never guessed. */
export function readRow(
  cells: readonly string[],
  { columns, events }: Mapping,
  { at, clock }: RowContext,
): RowRead {
  const draft: Draft = { facts: {}, unreadable: [] };
  const step: { name?: string; enteredAt?: Moment; leftAt?: Moment } = {};
  for (const column of columns) {
    const text = cells[column.index] ?? "";
    const { concept } = column;
    if (column.by === "guess" || isBlank(text)) continue;
    const moment = isTime(column) ? clock.moment(text) : undefined;
    if (events && concept === "step") step.name = text.trim().slice(0, 200);
    else if (concept === "stepLeftAt" || (events && concept === "stepEnteredAt")) {
      const read = moment ?? readMoment(text, { at, ...order(column) });
      if (read === undefined) draft.unreadable.push({ field: concept, why: "not-a-date" });
      else if (concept === "stepLeftAt") step.leftAt = read;
      else step.enteredAt = read;
    } else addFact(draft, concept, { text: moment ?? text }, column.profile, { at }, column.second);
  }
  return {
    ...(draft.caseNo !== undefined && { caseNo: draft.caseNo }),
    masked: draft.masked ?? false,
    facts: draft.facts,
    unreadable: draft.unreadable,
    ...(events && step.name !== undefined && { step: { ...step, name: step.name } }),
  };
}

const order = ({ profile }: MappedColumn) =>
  profile.order === undefined ? {} : { order: profile.order };

const isTime = ({ concept }: MappedColumn): boolean =>
  isMomentConcept(concept) || concept === "stepLeftAt";
