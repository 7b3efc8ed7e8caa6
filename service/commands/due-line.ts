import { z } from "zod";
import { calendarFor } from "#shared/calendar/calendars.ts";
import { UNITS } from "#shared/case/amount.ts";
import { type CaseFacts, GROUNDS } from "#shared/case/observation.ts";
import { STATUS_KINDS } from "#shared/case/status.ts";
import { type Timeline, foldTimeline } from "#shared/case/timeline.ts";
import type { Rules } from "#shared/limit/clock.ts";
import { duesOf } from "#shared/limit/dues.ts";
import { national } from "#shared/limit/rules/national.ts";
import { REGIMES, regimeById } from "#shared/limit/rules/index.ts";
import { type Verdict, type VerdictKind, type Why, judge } from "#shared/limit/verdict.ts";
import { type Instant, type Zone, parseInstant } from "#shared/time/instant.ts";
import { earliest, isMoment, momentOf } from "#shared/time/moment.ts";

/** A case as a line of `due --batch` states it. Every time may be a day, a local time, or an instant with its offset. */
const time = z.string().max(40);
const amount = z.strictObject({
  amount: z.number().min(-100_000).max(100_000),
  unit: z.enum(UNITS),
});
const statusKind = z.enum(STATUS_KINDS);
const line = z.looseObject({
  acceptedAt: time.nullish(),
  submittedAt: time.nullish(),
  receivedAt: time.nullish(),
  closedAt: time.nullish(),
  deliveredAt: time.nullish(),
  due: time.nullish(),
  statutoryDue: time.nullish(),
  limit: amount.nullish(),
  promisedLimit: amount.nullish(),
  statutoryLimit: amount.nullish(),
  prolonged: amount.nullish(),
  remaining: amount.nullish(),
  overdueFlag: z.boolean().nullish(),
  status: z
    .union([statusKind, z.object({ text: z.string().nullable(), kind: statusKind })])
    .nullish(),
  pauses: z
    .array(
      z.object({
        from: time,
        to: time.nullish(),
        ground: z
          .enum(GROUNDS)
          .nullish()
          .transform((told) => told ?? "special-procedure"),
        approved: amount.nullish(),
      }),
    )
    .max(1000)
    .nullish(),
  at: time.nullish(),
  regime: z.string().max(60).nullish(),
  id: z.unknown().optional(),
});

const TIMES = [
  "acceptedAt",
  "submittedAt",
  "receivedAt",
  "closedAt",
  "deliveredAt",
  "due",
  "statutoryDue",
] as const;
const AS_IS = [
  "limit",
  "promisedLimit",
  "statutoryLimit",
  "prolonged",
  "remaining",
  "overdueFlag",
] as const;

export type DueAnswer =
  | ({
      due: string | null;
      verdict: VerdictKind;
      why: Why[];
      id?: unknown;
      /** the verdict that holds for every date of the range, where the due date reaches into an unpublished year */
      rangeVerdict?: VerdictKind;
      /** keys of the input that mean nothing here and were left out of account */
      ignored?: string[];
    } & Omit<Verdict, "kind" | "due" | "why">)
  | { error: string; id?: unknown };

/**
 * Judges one case stated as plain data. Never throws: what is wrong with the input is said in words.
 * @param now the instant to judge at when the line has no `at`
 */
export function dueLine(input: unknown, now?: string): DueAnswer {
  const parsed = line.safeParse(input);
  const given = input !== null && typeof input === "object" ? input : {};
  const id = "id" in given ? { id: given.id } : {};
  if (!parsed.success) return { error: inWords(parsed.error), ...id };
  const data = parsed.data;
  const regime = regimeById(data.regime ?? national.id);
  if (!regime) {
    const known = REGIMES.map((each) => each.id).join(" ");
    return { error: `regime: there is none called ${data.regime}; there are ${known}`, ...id };
  }
  const calendar = calendarFor(regime.calendar);
  if (!calendar) return { error: `regime ${regime.id}: its calendar is not installed`, ...id };
  try {
    const at = instantOf("at", data.at ?? now, regime.zone);
    const said = foldTimeline([
      { at, lastAt: at, facts: factsOf(data, regime.zone), unreadable: [] },
    ]);
    const { kind, due: told, why, ...rest } = judge(said, { regime, calendar, at });
    // a case that is accepted only after the moment asked about has no verdict yet, and its date is known all the same
    const due =
      told ?? (why.includes("accepted-after-now") ? planned(said, { regime, calendar }) : null);
    const ignored = Object.keys(data).filter((key) => !(key in line.shape));
    // A program that reads these lines is told of no date and no verdict where none is certain; what every date of the range agrees on stands beside it.
    const uncertain = due === null && why.includes("calendar-unpublished") && kind !== "unknown";
    return {
      ...id,
      due,
      verdict: uncertain ? "unknown" : kind,
      why,
      ...(uncertain && { rangeVerdict: kind }),
      ...rest,
      ...(ignored.length > 0 && { ignored }),
    };
  } catch (error) {
    if (error instanceof BadTime) return { error: error.message, ...id };
    throw error;
  }
}

class BadTime extends Error {}

function planned(t: Timeline, rules: Rules): string | null {
  const { computed } = duesOf(t, rules);
  return computed.kind === "at" ? computed.moment : null;
}

function factsOf(data: z.infer<typeof line>, zone: Zone): CaseFacts {
  const facts: Record<string, unknown> = {};
  for (const field of TIMES) {
    const text = data[field];
    if (typeof text === "string") facts[field] = momentIn(field, text, zone);
  }
  for (const field of AS_IS)
    if (data[field] !== undefined && data[field] !== null) facts[field] = data[field];
  if (data.status)
    facts["status"] =
      typeof data.status === "string" ? { text: null, kind: data.status } : data.status;
  if (data.pauses)
    facts["pauses"] = data.pauses.map((p, i) => {
      const from = momentIn(`pauses[${i}].from`, p.from, zone);
      const to = p.to ? momentIn(`pauses[${i}].to`, p.to, zone) : undefined;
      if (to !== undefined && earliest(to, zone) < earliest(from, zone))
        throw new BadTime(`pauses[${i}]: it ends before it begins`);
      return {
        from,
        ground: p.ground,
        ...(to !== undefined && { to }),
        ...(p.approved && { approved: p.approved }),
      };
    });
  return facts;
}

/** A day, a local time, or an instant with its offset, as the wall clock of the regime's zone shows it. */
function momentIn(field: string, text: string, zone: Zone): string {
  const local = text.replace(" ", "T").replace(/(T\d{2}:\d{2}:\d{2})\.\d+$/, "$1");
  if (isMoment(local)) return local;
  const exact = parseInstant(text);
  if (exact === undefined) throw new BadTime(`${field}: not a date or time that exists: ${text}`);
  return momentOf(exact, zone);
}

function instantOf(field: string, text: string | undefined, zone: Zone): Instant {
  if (text === undefined) throw new BadTime(`${field}: missing`);
  const exact = parseInstant(text);
  if (exact !== undefined) return exact;
  const local = momentIn(field, text, zone);
  if (local.length === 10)
    throw new BadTime(`${field}: a day is no instant, its time is missing: ${text}`);
  return earliest(local, zone);
}

const inWords = (error: z.ZodError): string =>
  error.issues
    .map((issue) => `${issue.path.length > 0 ? `${issue.path.join(".")}: ` : ""}${issue.message}`)
    .join("; ");
