import { createHash } from "node:crypto";
import { z } from "zod";
import { Problem } from "../http/problem.ts";
import type { ReportDocument } from "./shapes/report.ts";

/** So many rows of a report at most, and where the page before ended. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ examples: [50] }),
  /** `page.next` of the page before; everything else is asked as it was for that one */
  cursor: z
    .string()
    .max(1000)
    .optional()
    .meta({
      examples: ["eyJhc09mIjoiMjAyNi0xMS0yMFQwMjowMDowMC4wMDBaIiwiYWZ0ZXIiOiJpdGVtOuiuuOWPryJ9"],
    }),
};

const inside = z.strictObject({
  /** the moment of the first page: the following ones are of the same */
  asOf: z.string(),
  /** key of the last row of the page before, and how many rows came up to it */
  after: z.string(),
  rows: z.int().min(1),
  /** of the question */
  digest: z.string(),
});
type Inside = z.infer<typeof inside>;

const digestOf = (asked: unknown): string =>
  createHash("sha256").update(JSON.stringify(asked)).digest("base64url").slice(0, 12);

const wrong = (): Problem =>
  new Problem("invalid-request", {
    errors: [
      {
        pointer: "?/cursor",
        detail: "不是本查询上一页给出的 next not the `next` of the page before this question",
      },
    ],
  });

/** @throws Problem `invalid-request` when it is no cursor of this question */
export function cursorOf(cursor: string | undefined, asked: unknown): Inside | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong();
    throw error;
  }
  const found = inside.safeParse(read);
  if (!found.success || found.data.digest !== digestOf(asked)) throw wrong();
  return found.data;
}

/**
 * One page of the rows. Pages do not overlap and leave nothing out: all are of one moment, and the next begins after the row with which this one
 * ended, wherever that stands by then.
 */
export function pageOf(
  document: ReportDocument,
  limit: number | undefined,
  from: Inside | undefined,
  asked: unknown,
): ReportDocument {
  if (limit === undefined && !from) return document;
  const { rows, asOf } = document;
  const last = from ? rows.findIndex(({ key }) => key === from.after) : -1;
  // a row that is gone since is taken to stand where it stood
  const first = !from ? 0 : last >= 0 ? last + 1 : Math.min(from.rows, rows.length);
  const own = rows.slice(first, limit === undefined ? undefined : first + limit);
  const reached = first + own.length;
  const after = own.at(-1)?.key;
  const next: Inside | undefined =
    after === undefined || reached >= rows.length
      ? undefined
      : { asOf: from?.asOf ?? asOf, after, rows: reached, digest: digestOf(asked) };
  return {
    ...document,
    rows: own,
    page: {
      first: own.length === 0 ? 0 : first + 1,
      of: rows.length,
      next: next ? Buffer.from(JSON.stringify(next)).toString("base64url") : null,
    },
  };
}
