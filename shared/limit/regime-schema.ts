import { z } from "zod";
import { amount, GROUNDS } from "../case/observation.ts";
import { STATUS_KINDS } from "../case/status.ts";
import { CLOCK_NAMES, type Regime } from "./regime.ts";

/**
 * A regime that arrives as a file: an organisation copies one that ships, changes what differs and gives it a name of its own. Kept
 * apart from the type, so that the page carries no validator.
 */
const text = z.string().trim().min(1).max(300);
const named = z.strictObject({ "zh-CN": text, en: text });
const id = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
const version = z.iso.date();
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const small = z.int().min(-1000).max(1000);

const zone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // the platform's way of saying that it knows no such zone
  }
}, "不是有效的时区名称。not a time zone");

const officeHours = z.strictObject({
  season: z.strictObject({ from: monthDay, to: monthDay }).exactOptional(),
  weekdays: z.array(z.int().min(1).max(7)).max(7).exactOptional(),
  sessions: z
    .array(z.tuple([time, time]))
    .max(6)
    .refine(
      (all) => all.every(([open, close], i) => open < close && (all[i - 1]?.[1] ?? "") <= open),
      "各时段须按先后排列且不得重叠。sessions must be in order and must not overlap",
    ),
});

const warn = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("workdays-left"), n: z.int().min(0).max(365) }),
  z.strictObject({ kind: z.literal("percent-used"), percent: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal("hours-left"), hours: z.number().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal("never") }),
]);

const grounds = z.array(z.enum(GROUNDS)).max(GROUNDS.length);
const level = z.strictObject({
  name: named,
  of: z.enum(["promise", "statute", "own"]),
  workdays: small,
});

export const regime = z.strictObject({
  id,
  version,
  name: named,
  clauses: z
    .array(
      z.strictObject({
        for: z.enum([
          "unit",
          "start",
          "end",
          "roll",
          "month",
          "limit",
          "joint",
          "prolong",
          "pause",
          "notice",
          "deemed",
          "delivery",
          "immediate",
          "overdue",
          "warning",
          "reason",
          "hours",
        ]),
        law: text,
        article: text,
        says: named,
      }),
    )
    .min(1)
    .max(100),
  zone,
  calendar: z.strictObject({ id, overlays: z.array(id).max(10) }),
  granularity: z.enum(["day", "moment"]),
  startDayCounts: z.boolean(),
  endOfDay: z.enum(["24:00", "close"]),
  boundary: z.enum(["past", "reached"]),
  rolls: z.boolean(),
  officeHours: z.array(officeHours).max(20),
  immediate: z.enum(["same-day", "next-workday", "none"]),
  warn,
  warnShort: warn,
  pauses: z.strictObject({
    stops: grounds,
    stopsStatute: grounds,
    overlap: z.enum(["union", "sum"]),
    cap: z.enum(["none", "approved"]),
    sameDay: z.union([z.literal(0), z.literal(1)]),
  }),
  neverLate: z.array(z.enum(STATUS_KINDS)).max(STATUS_KINDS.length),
  statutory: z.strictObject({
    decision: amount.exactOptional(),
    prolong: amount.exactOptional(),
    joint: amount.exactOptional(),
    jointProlong: amount.exactOptional(),
    notice: amount.exactOptional(),
    delivery: amount.exactOptional(),
    feedback: amount.exactOptional(),
  }),
  levels: z.partialRecord(z.enum(CLOCK_NAMES), z.array(level).max(10)),
}) satisfies z.ZodType<Regime>;
