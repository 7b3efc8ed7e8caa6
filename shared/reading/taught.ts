import type { Concept } from "./concept.ts";
import type { Grid } from "./grid.ts";
import { headerWords } from "./lexicon/meanings.ts";
import type { PortalFile, PortalView } from "./portal-file.ts";

/** The share of a view's headers that a table must have to be the one that was taught: a portal may add or drop one. */
const ENOUGH = 0.6;

/** `*` stands for anything; everything else for itself. */
const glob = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(text);

const onPath = (pattern: string | undefined, path: string): boolean =>
  pattern === undefined || glob(pattern, path);

/** The views of these files that speak of a page. `path` is path and hash route without query. */
export const viewsFor = (files: readonly PortalFile[], host: string, path: string): PortalView[] =>
  files.flatMap(({ matches, views }) =>
    matches.some((match) => glob(match.host, host) && onPath(match.path, path))
      ? views.filter((view) => onPath(view.path, path))
      : [],
  );

/** What is known of one table or form from the views that speak of it. */
export interface Taught {
  /** by column or label */
  concepts: readonly (Concept | undefined)[];
  /** columns or labels that nobody reads */
  never: readonly boolean[];
  dates?: PortalView["dates"];
  unit?: PortalView["unit"];
  statuses?: PortalView["statuses"];
  acceptedAt?: PortalView["acceptedAt"];
  /** a view was written for exactly this table */
  meant: boolean;
  none: boolean;
}

/** The header of a column as portal files name it: all its words, group first. */
export const headerName = (header: readonly string[]): string => header.map(headerWords).join("/");

/** What the views say of a table with these headers, in the order of its columns; undefined when they say nothing. */
export function taughtFor(
  headers: readonly string[],
  views: readonly PortalView[],
  pointedOut?: string,
): Taught | undefined {
  const fitting = views.filter((view) =>
    view.table === undefined ? speaksOf(view, headers) : view.table === pointedOut,
  );
  if (fitting.length === 0) return undefined;
  const concepts = headers.map((header, index) => {
    for (const { columns = [], policy = [], words = {} } of fitting) {
      if (policy.some((each) => same(each.header, header))) return "other";
      const column = columns.find((each) =>
        "index" in each ? each.index === index : same(each.header, header),
      );
      if (column) return column.concept;
      for (const [word, concept] of Object.entries(words)) if (same(word, header)) return concept;
    }
    return undefined;
  });
  const never = headers.map(
    (header, i) =>
      fitting.some(({ policy = [] }) =>
        policy.some((each) => each.read === "never" && same(each.header, header)),
      ) || concepts[i] === "personal",
  );
  const first = <K extends "dates" | "unit" | "acceptedAt">(
    key: K,
  ): Pick<Taught, K> | undefined => {
    const view = fitting.find((each) => each[key] !== undefined);
    return view && ({ [key]: view[key] } as Pick<Taught, K>);
  };
  const statuses = Object.assign({}, ...fitting.map((view) => view.statuses ?? {})) as object;
  return {
    concepts,
    never,
    ...first("dates"),
    ...first("unit"),
    ...first("acceptedAt"),
    ...(Object.keys(statuses).length > 0 && {
      statuses: statuses as NonNullable<Taught["statuses"]>,
    }),
    meant: fitting.some((view) => view.headers !== undefined || view.table !== undefined),
    none: fitting.some((view) => view.none === true),
  };
}

const same = (a: string, b: string): boolean =>
  a === b || headerWords(a) === headerWords(b) || a === b.split("/").pop();

function speaksOf({ headers }: PortalView, of: readonly string[]): boolean {
  if (!headers) return true;
  const found = headers.filter((header) => of.some((each) => same(header, each))).length;
  return found >= headers.length * ENOUGH;
}

/** The headers of a table as portal files name them. */
export const headersOf = ({ columns }: Pick<Grid, "columns">): string[] =>
  columns.map(({ header }) => headerName(header));
