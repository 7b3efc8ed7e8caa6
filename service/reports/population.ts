import { z } from "zod";
import { isClosed } from "#shared/case/status.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { FINDING_IDS } from "#shared/limit/findings/finding.ts";
import { VERDICT_KINDS, type Verdict } from "#shared/limit/verdict.ts";
import { latest, momentOf } from "#shared/time/moment.ts";
import { type Day, day } from "#shared/time/day.ts";
import { BUCKETS } from "#shared/limit/bucket.ts";
import { dayText } from "../routes/shapes/common.ts";
import type { CaseView } from "../facts/case-view.ts";
import { HAS_IDS, has } from "./has.ts";

const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values)));

/** Which date puts a case into the window. */
export const COHORTS = ["started", "due", "closed"] as const;

/**
 * A set of cases, as a query. Reports count with it and `/v1/cases` lists with it, so a figure and the list behind it are the
 * same set by construction. An empty `department`, `item` or `step` means: not shown on any page.
 */
export const populationQuery = z.object({
  from: dayText.optional(),
  to: dayText.optional(),
  cohort: z.enum(COHORTS).default("started"),
  department: z.string().max(200).optional(),
  item: z.string().max(200).optional(),
  portal: z.string().max(200).optional(),
  /** the step in which it stands */
  step: z.string().max(200).optional(),
  /** a step that it has entered */
  through: z.string().max(200).optional(),
  /** the department at which it was in the step `through`, or in any; where no step names one, the case's own */
  handledBy: z.string().max(200).optional(),
  verdict: listOf(VERDICT_KINDS).optional(),
  bucket: listOf(BUCKETS).optional(),
  state: z.enum(["open", "closed"]).optional(),
  /** whether its limit has passed, where that can be told */
  passed: z.enum(["yes", "no"]).optional(),
  /** working days since it started: from, inclusive, and up to, exclusive */
  ageFrom: z.coerce.number().min(0).optional(),
  ageTo: z.coerce.number().min(0).optional(),
  /** had started and not ended when this day was over */
  openOn: dayText.optional(),
  /** natural days by which it was closed before its due day, negative when after: from and to, both inclusive */
  slackFrom: z.coerce.number().int().optional(),
  slackTo: z.coerce.number().int().optional(),
  /** working days after which a work order was handed on, at most */
  transferTo: z.coerce.number().min(0).optional(),
  /** a kind of finding that the rules raise on it */
  finding: z.enum(FINDING_IDS).optional(),
  /** everything that it must have */
  has: listOf(HAS_IDS).optional(),
  /** code of the investment project that it belongs to */
  project: z.string().max(40).optional(),
  /** these cases and no others, by their keys */
  keys: z
    .string()
    .max(13_000)
    .regex(/^[0-9a-f]{64}(?:,[0-9a-f]{64})*$/)
    .transform((text) => text.split(","))
    .optional(),
  /** ids of units, one of whose devices has seen it */
  seenBy: z
    .string()
    .max(8000)
    .regex(/^\d{1,9}(?:,\d{1,9})*$/)
    .transform((text) => text.split(",").map(Number))
    .optional(),
});
export type PopulationQuery = z.infer<typeof populationQuery>;

/** Accepted, else received, else submitted, else first seen. */
export const startedAt = (t: Timeline): string =>
  t.acceptedAt ?? t.receivedAt ?? t.submittedAt ?? momentOf(t.firstSeenAt, undefined, "minute");

export const isOpen = ({ status, closedAt }: Timeline): boolean =>
  closedAt === undefined && !(status && isClosed(status.kind));

/**
 * The last moment that was on time lies behind us: every late case, and every timely one whose due time has come. A case of
 * which this cannot be told is neither.
 */
export function limitPassed(verdict: Verdict, asOf: number): boolean | undefined {
  if (verdict.kind === "overdue" || verdict.kind === "closed-late") return true;
  if (verdict.kind === "unknown") return undefined;
  // a standing clock has not used up its limit, whatever the date that it would have ended on
  if (verdict.kind === "paused") return false;
  if (verdict.due === null) return verdict.kind === "closed-on-time" ? undefined : false;
  return latest(verdict.due) <= asOf;
}

export function matches(each: CaseView, q: Partial<PopulationQuery>): boolean {
  const is = (wanted: string | undefined, shown: string): boolean =>
    wanted === undefined || wanted === shown;
  if (!is(q.department, each.department) || !is(q.item, each.item)) return false;
  if (!is(q.portal, each.portal) || !is(q.step, each.step)) return false;
  if (q.bucket && !q.bucket.includes(each.bucket)) return false;
  if (q.verdict && !q.verdict.includes(each.verdict)) return false;
  if (q.state && each.open !== (q.state === "open")) return false;
  if (q.passed && each.passed !== (q.passed === "yes")) return false;
  if (
    (q.through !== undefined || q.handledBy !== undefined) &&
    !each.entered(q.through, q.handledBy)
  )
    return false;
  if (q.ageFrom !== undefined || q.ageTo !== undefined) {
    const { age } = each;
    if (age === undefined || age < (q.ageFrom ?? 0) || age >= (q.ageTo ?? Infinity)) return false;
  }
  return hasAll(each, q) && inWindow(each, q);
}

/** What few questions ask; the cheapest first. */
function hasAll(each: CaseView, q: Partial<PopulationQuery>): boolean {
  if (q.keys && !q.keys.includes(each.key)) return false;
  if (q.project !== undefined && q.project !== each.project) return false;
  if (q.seenBy && !each.units.some((unit) => q.seenBy?.includes(unit))) return false;
  if (q.openOn !== undefined && !openOn(each, day(q.openOn))) return false;
  if (q.slackFrom !== undefined || q.slackTo !== undefined) {
    const slack = slackOf(each);
    if (slack === undefined || slack < (q.slackFrom ?? -Infinity)) return false;
    if (slack > (q.slackTo ?? Infinity)) return false;
  }
  if (q.transferTo !== undefined) {
    const days = each.state.order?.transfer ?? null;
    if (days === null || days > q.transferTo) return false;
  }
  if (q.finding && !each.state.findings.includes(q.finding)) return false;
  return q.has === undefined || q.has.every((id) => has(each, id));
}

/** Closed without anybody telling when, it was open on no day that can be named. */
const openOn = ({ open, startedDay, closedDay }: CaseView, d: Day): boolean =>
  startedDay <= d && (open || (closedDay !== undefined && closedDay > d));

/** Natural days from its closing to its due day; `undefined` while it is open, or where either is not told. */
export const slackOf = ({
  open,
  closedDay,
  dueDay,
}: Pick<CaseView, "open" | "closedDay" | "dueDay">): number | undefined =>
  open || closedDay === undefined || dueDay === undefined ? undefined : dueDay - closedDay;

function inWindow(each: CaseView, { cohort, from, to }: Partial<PopulationQuery>): boolean {
  if (cohort === "closed" && each.open) return false;
  if (from === undefined && to === undefined) return true;
  const d = cohort === "due" ? each.dueDay : cohort === "closed" ? each.closedDay : each.startedDay;
  if (d === undefined) return false;
  return (from === undefined || d >= day(from)) && (to === undefined || d <= day(to));
}
