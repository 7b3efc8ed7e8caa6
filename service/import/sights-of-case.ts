import type { CaseFacts, StepSeen } from "#shared/case/observation.ts";
import { isClosed } from "#shared/case/status.ts";
import type { Instant } from "#shared/time/instant.ts";
import { type Moment, earliest } from "#shared/time/moment.ts";
import type { GatheredCase } from "./gathered-case.ts";

/** What was known of a case from one moment on, and how long it stayed so. */
export interface Sight {
  at: Instant;
  lastAt: Instant;
  facts: CaseFacts;
}

const DATED = ["submittedAt", "receivedAt", "acceptedAt", "closedAt", "deliveredAt"] as const;
/** True only at the moment when the file was written: they change while a case runs. */
const OF_THE_DAY = [
  "status",
  "step",
  "stepEnteredAt",
  "stepDue",
  "stepLimit",
  "remaining",
  "overdueFlag",
] as const;
/** What the office states when it accepts: before that no clock of ours runs. */
const FROM_ACCEPTANCE = [
  "due",
  "statutoryDue",
  "statutoryLimit",
  "promisedLimit",
  "limit",
] as const;

/**
 * A file is written afterwards and tells all at once; a report as of an earlier day may use only what was a fact by then. So a case
 * becomes known when it began, each dated fact at its date, each step when it was entered or left, and what is true only of the
 * file's own day then. @param until the moment that the file speaks of
 */
export function sightsOfCase({ facts, steps }: GatheredCase, until: Instant): Sight[] {
  const begun = DATED.slice(0, 3)
    .flatMap((field) => facts[field] ?? [])
    .sort()[0];
  const stepTimes = steps.flatMap((step) => timesOf(step)).sort();
  const first = begun ?? stepTimes[0] ?? facts.closedAt;
  const start = first === undefined ? until : earliest(first);
  // a step that a log dates before its case began does not make the case known earlier
  const at = (moment: Moment): Instant => Math.max(start, earliest(moment)) as Instant;

  const known = new Map<Instant, CaseFacts>();
  const learn = (when: Instant, more: CaseFacts): void => {
    known.set(when, { ...known.get(when), ...more });
  };
  learn(start, without(facts, [...DATED, ...OF_THE_DAY, ...FROM_ACCEPTANCE, "steps"]));
  for (const field of DATED) {
    const moment = facts[field];
    if (moment !== undefined) learn(at(moment), { [field]: moment });
  }
  const accepted = facts.acceptedAt === undefined ? start : at(facts.acceptedAt);
  learn(accepted, only(facts, FROM_ACCEPTANCE));
  for (const [when, said] of stepSights(steps, at)) learn(when, { steps: said });
  learnOfTheDay(facts, at, until, learn);

  const times = [...known.keys()].sort((a, b) => a - b);
  const ended = facts.closedAt === undefined ? undefined : at(facts.closedAt);
  let all: CaseFacts = {};
  return times.map((time, i) => {
    const { steps: own, ...still } = known.get(time) ?? {};
    all = { ...all, ...still };
    // nothing is known of it after the file's own day; what closed is not looked at again
    const next = times[i + 1];
    const last = next !== undefined ? next - 1 : ended !== undefined ? time : Math.max(time, until);
    return { at: time, lastAt: last as Instant, facts: own ? { ...all, steps: own } : { ...all } };
  });
}

function learnOfTheDay(
  facts: CaseFacts,
  at: (moment: Moment) => Instant,
  until: Instant,
  learn: (when: Instant, more: CaseFacts) => void,
): void {
  const today = only(facts, OF_THE_DAY);
  if (Object.keys(today).length === 0) return;
  const closed = facts.status !== undefined && isClosed(facts.status.kind);
  // the status of what is closed was true from the closing on
  const from = closed ? (facts.deliveredAt ?? facts.closedAt) : undefined;
  const latest = DATED.flatMap((field) => facts[field] ?? []).map(at);
  learn(from === undefined ? (Math.max(until, ...latest) as Instant) : at(from), today);
}

/**
 * For each moment at which a step was entered or left: the stays in that step so far. A timeline tells the second stay in a step from
 * the first by their order within one look, so earlier stays are told again.
 */
function stepSights(
  steps: readonly StepSeen[],
  at: (moment: Moment) => Instant,
): [Instant, StepSeen[]][] {
  const marks = steps.flatMap((step) => timesOf(step).map((moment) => at(moment)));
  const times = [...new Set(marks)].sort((a, b) => a - b);
  const byName = Map.groupBy(steps, ({ name }) => name);
  return times.map((time) => {
    const names = new Set(
      steps
        .filter((step) => timesOf(step).some((moment) => at(moment) === time))
        .map(({ name }) => name),
    );
    return [
      time,
      [...names].flatMap((name) =>
        (byName.get(name) ?? []).flatMap((step) => until(step, time, at)),
      ),
    ];
  });
}

function until(step: StepSeen, time: Instant, at: (moment: Moment) => Instant): StepSeen[] {
  const { enteredAt, leftAt, ...rest } = step;
  const entered = enteredAt !== undefined && at(enteredAt) <= time;
  const left = leftAt !== undefined && at(leftAt) <= time;
  return entered || left
    ? [{ ...rest, ...(entered && { enteredAt }), ...(left && { leftAt }) }]
    : [];
}

const timesOf = ({ enteredAt, leftAt }: StepSeen): Moment[] =>
  [enteredAt, leftAt].filter((moment) => moment !== undefined);

const only = (facts: CaseFacts, fields: readonly (keyof CaseFacts)[]): CaseFacts =>
  Object.fromEntries(
    fields.flatMap((field) => (facts[field] === undefined ? [] : [[field, facts[field]]])),
  );

const without = (facts: CaseFacts, fields: readonly (keyof CaseFacts)[]): CaseFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([field]) => !fields.includes(field as keyof CaseFacts)),
  );
