import { type Language, strings } from "#shared/strings/strings.ts";
import type { Cell, Column, Row } from "../routes/shapes/report.ts";
import type { CaseSet } from "../facts/case-set.ts";
import type { PopulationQuery } from "./population.ts";
import type { Question } from "./report.ts";

/** A row while it is made: every count is taken with the query that opens it, so figure and list cannot differ. */
export interface RowMaker {
  text(key: string, value: Cell): void;
  /** counts the cases of `more` within this row */
  count(key: string, more?: Partial<PopulationQuery>): CaseSet;
  /** a share of two counted columns; without a denominator there is no rate */
  rate(key: string, numerator: string, denominator: string): void;
  figure(key: string, value: number | undefined, whyEmpty: string): void;
  done(): Row;
}

export function rowMaker(
  { cases, filter, carried, language }: Question<unknown>,
  key: string,
  own: Partial<PopulationQuery>,
): RowMaker {
  const row: Row = {
    key,
    cells: {},
    empty: {},
    open: { "": queryText({ ...filter, ...own }, carried) },
  };
  return {
    text: (name, value) => void (row.cells[name] = value),
    count(name, more = {}) {
      const query = { ...filter, ...own, ...more };
      const found = cases.where(query);
      row.cells[name] = found.size;
      row.open[name] = queryText(query, carried);
      return found;
    },
    rate(name, numerator, denominator) {
      const [above, below] = [Number(row.cells[numerator]), Number(row.cells[denominator])];
      row.cells[name] = below > 0 ? above / below : null;
      if (below === 0) row.empty[name] = strings(language).report.empty["no-denominator"];
      const open = row.open[denominator];
      if (open !== undefined) row.open[name] = open;
    },
    figure(name, value, whyEmpty) {
      row.cells[name] = value ?? null;
      if (value === undefined) row.empty[name] = whyEmpty;
    },
    done: () => row,
  };
}

/** The query of `/v1/cases`, in a fixed order, so that one set of cases has one address. */
export function queryText(
  query: Partial<PopulationQuery>,
  carried: Readonly<Record<string, string | undefined>>,
): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...carried }).sort()) {
    if (value === undefined || (name === "cohort" && value === "started")) continue;
    text.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  return text.toString();
}

type Titled = readonly string[];

/** A column from its pair of strings: title and definition. */
export const column = (
  key: string,
  titled: Titled,
  type: Column["type"],
  more: Partial<Pick<Column, "unit" | "of">> = {},
): Column => ({ key, title: titled[0] ?? key, type, definition: titled[1] ?? "", ...more });

export const shown = (name: string, language: Language): string =>
  name === "" ? strings(language).report.notShown : name;
