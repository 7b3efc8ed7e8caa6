import { z } from "zod";
import { UNITS } from "../case/amount.ts";
import { STATUS_KINDS } from "../case/status.ts";
import { isMoment } from "../time/moment.ts";
import { CONCEPTS } from "./concept.ts";

/**
 * How one portal differs from the ordinary, as plain data: written by hand and shipped, taught in the page, or shared within an
 * organisation. Only code that checks imports this file's schema; what reads pages gets data that was checked.
 */
export const PORTAL_FORMAT = 1;

const words = z.string().trim().min(1).max(60);
const concept = z.enum(CONCEPTS);
const day = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isMoment(text), "not a day");
/** a host with its port where it has one; `*` stands for any part: `*.qingyu.gov.cn`, `10.1.2.3:8080` */
const host = z.string().regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/, "not a host");
/** path and hash route as the page has them, without query; `*` stands for anything: `/sp/*`, `/#/todo` */
const path = z
  .string()
  .max(300)
  .regex(/^\/[^?\s]*$/, "not a path");
/** CSS; what it finds is asked of the browser, so anything that the browser refuses finds nothing */
const selector = z.string().min(1).max(300);

const columnAt = z.union([
  z.strictObject({ header: words, concept }),
  z.strictObject({ index: z.int().min(0).max(199), concept }),
]);

export const portalView = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  /** narrows the file's `matches` */
  path: path.optional(),
  /** the part of the page that is read; all of it when absent */
  area: selector.optional(),
  /** the element that holds the rows, where the reader alone finds no table there */
  table: selector.optional(),
  /** header words from left to right: the view speaks of tables that have them */
  headers: z.array(words).min(1).max(200).optional(),
  /** what single columns are, whatever the lexicon takes them for */
  columns: z.array(columnAt).max(200).optional(),
  /** header or label words of this portal, for every table and form of the view */
  words: z.record(words, concept).optional(),
  dates: z.enum(["day-first", "month-first"]).optional(),
  /** the unit of limits that the page writes without one */
  unit: z.enum(UNITS).optional(),
  /** status words of this portal, numbers too */
  statuses: z.record(words, z.enum(STATUS_KINDS)).optional(),
  /** the time that counts as acceptance where the page shows no acceptance of its own */
  acceptedAt: z.enum(["submittedAt", "receivedAt", "stepEnteredAt"]).optional(),
  /** `ignore`: read by nobody; `never`: not even looked at */
  policy: z
    .array(z.strictObject({ header: words, read: z.enum(["ignore", "never"]) }))
    .max(200)
    .optional(),
  /** the view shows no cases, whatever it looks like */
  none: z.literal(true).optional(),
});

export const portalFile = z.strictObject({
  format: z.literal(PORTAL_FORMAT),
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(80),
  /** grows with every change */
  version: z.int().min(1),
  /** the day on which a person last saw that it still holds */
  verifiedOn: day,
  name: z.string().max(100).optional(),
  matches: z
    .array(z.strictObject({ host, path: path.optional() }))
    .min(1)
    .max(50),
  views: z.array(portalView).min(1).max(50),
});

export type PortalFile = z.infer<typeof portalFile>;
export type PortalView = z.infer<typeof portalView>;
