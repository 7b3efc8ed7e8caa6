import type { ColumnSight, Sighting } from "#shared/reading/drift.ts";
import type { ColumnReading } from "#shared/reading/reading.ts";
import { headersOf } from "#shared/reading/taught.ts";
import type { PageReading } from "./reader/read-page.ts";

/** The shape of what was read, for telling later whether the portal has changed: header words, no values. */
export function sightingOf({ reading, found }: PageReading, fresh: boolean): Sighting | undefined {
  if (!found || found.shape.over) return undefined; // a dialog is not the page
  const { kind, cases, columns, coverage } = reading;
  const grids = found.shape.grids.filter(
    (grid) => grid.from !== "cards" && grid.columns.length > 2,
  );
  const sight: Sighting = {
    kind,
    title: found.shape.title.replace(/\d+/g, ""),
    fresh,
    tables: grids.map((grid) => ({
      headers: headersOf(grid).filter((header) => header !== ""),
      rows: grid.rows.length,
    })),
    ...(coverage.total !== undefined && { total: coverage.total }),
  };
  if (kind === "list") {
    const grid = found.shape.grids.find(({ id }) => id === columns[0]?.grid);
    const names = grid ? headersOf(grid) : [];
    const parsed = cases.filter((each) => each.unreadable.length === 0).length;
    sight.read = {
      columns: columns.flatMap((column): ColumnSight[] => {
        const header = names[column.index] ?? "";
        return header === "" || grid?.columns[column.index]?.hidden
          ? []
          : [{ header, concept: column.concept, state: stateOf(column) }];
      }),
      rows: cases.length,
      parsed: cases.length === 0 ? 0 : parsed / cases.length,
    };
  }
  if (kind === "detail" && cases[0]?.caseNo !== undefined)
    sight.read = {
      columns: [{ header: "caseNo", concept: "caseNo", state: "sure" }],
      rows: 1,
      parsed: 1,
    };
  return sight;
}

const stateOf = ({ concept, confidence, why }: ColumnReading): ColumnSight["state"] =>
  why.includes("values-disagree")
    ? "disagrees"
    : confidence === "sure"
      ? "sure"
      : why.includes("no-values")
        ? "empty"
        : concept === "other" || why.includes("unknown-header")
          ? "unknown"
          : "sure";
