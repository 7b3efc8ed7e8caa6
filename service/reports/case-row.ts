import { z } from "zod";
import { type Language, strings } from "#shared/strings/strings.ts";
import type { Column } from "../routes/shapes/report.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Question } from "./report.ts";
import { type RowMaker, column, rowMaker, shown } from "./rows.ts";

/** A list of single cases grows with the portal; what is left out is said in a note. */
export const listParams = z.strictObject({
  most: z.coerce.number().int().min(1).max(5000).default(500),
});
export type ListParams = z.infer<typeof listParams>;

export const listOffers = (language: Language) => [
  { name: "most", title: strings(language).supervision.most, values: null, default: "500" },
];

/** The columns that name the case of a row. */
export function caseColumns(language: Language): Column[] {
  const { columns } = strings(language).audit.longestWaiting;
  return [
    column("mask", columns.mask, "text"),
    column("department", columns.department, "text"),
    column("item", columns.item, "text"),
  ];
}

/** A row that is about one case, and opens it. `nth` tells rows of one case apart. */
export function caseRow(question: Question<unknown>, each: JudgedCase, nth = ""): RowMaker {
  const { language } = question;
  const { department = "", item = "" } = each.timeline;
  const make = rowMaker(question, `case:${each.key}${nth}`, { keys: [each.key] });
  make.text("mask", each.mask);
  make.text("department", shown(department, language));
  make.text("item", shown(item, language));
  return make;
}
