import { z } from "zod";
import { versions } from "./common.ts";

/** How a column is shown. `percent` is a share 0…1; `date` is a `Moment`; `duration` is a number of `unit`. */
export const COLUMN_TYPES = ["text", "number", "percent", "date", "duration"] as const;
export const DURATION_UNITS = ["workday", "day", "hour"] as const;

export const column = z
  .object({
    key: z.string(),
    title: z.string(),
    type: z.enum(COLUMN_TYPES),
    /** of a duration */
    unit: z.enum(DURATION_UNITS).optional(),
    /** in words; for a rate its numerator and its denominator */
    definition: z.string(),
    /** the columns that make up its numerator and denominator, for a rate */
    of: z.object({ numerator: z.string(), denominator: z.string() }).optional(),
    /** of a column that a comparison has added: the figure of the other window, or the difference to it */
    compared: z.object({ key: z.string(), part: z.enum(["before", "change"]) }).optional(),
  })
  .meta({ id: "Column" });
export type Column = z.infer<typeof column>;

export const cell = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cell>;

export const row = z
  .object({
    /** stable within one report: a department, a step, an age band */
    key: z.string(),
    /** by column key; null is never a zero: `empty` says why there is no figure */
    cells: z.record(z.string(), cell),
    /** why a cell is null: a whole sentence (`中位数尚未达到`) */
    empty: z.record(z.string(), z.string()),
    /** the query string of `GET /v1/cases` that lists the cases behind a cell, by column key; `""` as a key is the whole row */
    open: z.record(z.string(), z.string()),
  })
  .meta({ id: "Row" });
export type Row = z.infer<typeof row>;

/** What the figures stand on: a report about what was not looked at is not a report of zeros. */
export const coverage = z
  .object({
    looks: z.int(),
    devices: z.int(),
    /** cases recognised in the period, and sights of cases that had no readable number and are in no figure */
    cases: z.int(),
    unidentified: z.int(),
    /** looks on which at least one field was unreadable */
    unreadableLooks: z.int(),
    firstLookAt: z.string().nullable(),
    lastLookAt: z.string().nullable(),
    /** the largest total that a portal's pager told, against the cases seen there; null where no pager told one */
    seenOf: z.array(
      z.object({ portal: z.string(), view: z.string(), seen: z.int(), total: z.int() }),
    ),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.infer<typeof coverage>;

/**
 * A drawing that says the same as the table. `survival` draws `curves`; `funnel` its first two series, size and share, within the limits
 * of `curves`; `heat` its last series at `category` and the first series; the others draw columns by their keys.
 */
export const chart = z.object({
  kind: z.enum(["bar", "stacked", "line", "survival", "funnel", "heat"]),
  category: z.string(),
  series: z.array(z.string()),
});

export const curve = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(DURATION_UNITS),
  n: z.int(),
  /** [time, share still open, lower, upper] of the 95 % band; of a funnel [size, share of all, lower limit, upper limit] */
  points: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});
export type Curve = z.infer<typeof curve>;

export const filters = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  unit: z.string().nullable(),
  department: z.string().nullable(),
  item: z.string().nullable(),
  portal: z.string().nullable(),
});

/** With which other window a report can be compared: the one before, or the same a year earlier. */
export const COMPARES = ["previous", "last-year"] as const;

export const comparison = z
  .object({
    with: z.enum(COMPARES),
    from: z.string(),
    to: z.string(),
    /** cases that the other window's figures stand on, and looks that were taken in it */
    n: z.int(),
    looks: z.int(),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparison>;

export const reportDocument = z
  .object({
    id: z.string(),
    title: z.string(),
    /** what it counts, over which cases, in words */
    definition: z.string(),
    language: z.enum(["zh-CN", "en"]),
    generatedAt: z.string(),
    /** the moment at which every case is judged; nothing learnt later is used */
    asOf: z.string(),
    filters,
    /** null when one window stands alone */
    compared: comparison.nullable(),
    versions,
    /** cases that the report stands on */
    n: z.int(),
    coverage,
    columns: z.array(column),
    rows: z.array(row),
    /** null where all rows are here; else the number of the first one, how many there are, and the cursor of the next page */
    page: z
      .object({ first: z.int(), of: z.int(), next: z.string().nullable() })
      .meta({
        examples: [{ first: 51, of: 500, next: "eyJhc09mIjoiMjAyNi0xMS0yMFQwMjowMDowMC4wMDBaIn0" }],
      })
      .nullable(),
    /** the sum or the whole, computed from the cases and never by adding rates; null where it makes no sense */
    total: row.nullable(),
    notes: z.array(z.string()),
    chart: chart.nullable(),
    curves: z.array(curve),
  })
  .meta({ id: "ReportDocument" });
export type ReportDocument = z.infer<typeof reportDocument>;

export const reportSummary = z
  .object({
    id: z.string(),
    /** under which it is offered: several reports share one */
    group: z.string(),
    title: z.string(),
    definition: z.string(),
    columns: z.array(column),
    /** parameters beyond from, to, unit, department, item, portal and asOf */
    params: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        values: z.array(z.string()).nullable(),
        default: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ReportSummary" });
export type ReportSummary = z.infer<typeof reportSummary>;
export const reportList = z.object({ reports: z.array(reportSummary) }).meta({ id: "ReportList" });
