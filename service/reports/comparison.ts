import { strings } from "#shared/strings/strings.ts";
import type { Column, Comparison, ReportDocument, Row } from "../routes/shapes/report.ts";

/**
 * A report with the same report of another window beside each figure: what it was then, and the difference. Both are judged at
 * the same moment. A row of only one window stays, with what is missing named.
 */
export function compared(
  now: ReportDocument,
  before: ReportDocument,
  other: Pick<Comparison, "with" | "from" | "to">,
): ReportDocument {
  const texts = strings(now.language).comparison;
  const window = `${other.from} – ${other.to}`;
  const comparison = { ...other, n: before.n, looks: before.coverage.looks };
  const notes = [
    texts.note(window, before.n, before.coverage.looks),
    ...(before.coverage.looks === 0 ? [texts.noLooks] : []),
  ];
  const old = new Map(before.rows.map((row) => [row.key, row]));
  const common = now.rows.some(({ key }) => old.has(key)) || (now.total !== null && before.total);
  if (!common && now.rows.length > 0)
    return {
      ...now,
      compared: comparison,
      notes: [...now.notes, ...notes, texts.nothingInCommon],
    };
  const measured = now.columns.filter(({ type }) => type !== "text" && type !== "date");
  const beside = (row: Row | undefined, was: Row | undefined): Row =>
    rowOf(row, was, measured, texts);
  const present = new Set(now.rows.map(({ key }) => key));
  return {
    ...now,
    compared: comparison,
    columns: now.columns.flatMap((column) =>
      measured.includes(column)
        ? [column, ...columnsOf(column, window, before.n, texts)]
        : [column],
    ),
    rows: [
      ...now.rows.map((row) => beside(row, old.get(row.key))),
      ...before.rows.filter(({ key }) => !present.has(key)).map((was) => beside(undefined, was)),
    ],
    total: now.total && beside(now.total, before.total ?? undefined),
    notes: [...now.notes, ...notes],
  };
}

type Texts = ReturnType<typeof strings>["comparison"];

const columnsOf = (column: Column, window: string, n: number, texts: Texts): [Column, Column] => {
  const { key, title, type, unit, definition } = column;
  const share = type === "percent";
  return [
    {
      key: `${key}.before`,
      title: texts.before(title),
      type,
      ...(unit && { unit }),
      definition: texts.beforeDefinition(window, n, definition),
      compared: { key, part: "before" },
    },
    {
      key: `${key}.change`,
      title: share ? texts.points(title) : texts.change(title),
      type: share ? "number" : type,
      ...(unit && { unit }),
      definition: share ? texts.pointsDefinition : texts.changeDefinition,
      compared: { key, part: "change" },
    },
  ];
};

function rowOf(
  row: Row | undefined,
  was: Row | undefined,
  measured: readonly Column[],
  texts: Texts,
): Row {
  const made: Row = row
    ? { ...row, cells: { ...row.cells }, empty: { ...row.empty }, open: { ...row.open } }
    : absentNow(was, measured, texts);
  for (const { key, type } of measured) {
    const [value, earlier] = [row?.cells[key] ?? null, was?.cells[key] ?? null];
    made.cells[`${key}.before`] = earlier;
    if (earlier === null)
      made.empty[`${key}.before`] = was ? (was.empty[key] ?? texts.noFigure) : texts.absentBefore;
    const open = was?.open[key];
    if (open !== undefined) made.open[`${key}.before`] = open;
    const known = typeof value === "number" && typeof earlier === "number";
    made.cells[`${key}.change`] = known ? difference(value, earlier, type) : null;
    if (!known) made.empty[`${key}.change`] = texts.noFigure;
  }
  return made;
}

/** Only the texts of a row that the other window alone has are still true. */
function absentNow(was: Row | undefined, measured: readonly Column[], texts: Texts): Row {
  const cells = { ...was?.cells };
  const empty: Row["empty"] = {};
  for (const { key } of measured) {
    cells[key] = null;
    empty[key] = texts.absentNow;
  }
  return { key: was?.key ?? "", cells, empty, open: {} };
}

/** Shares differ by percentage points; what binary fractions add is taken away again. */
const difference = (now: number, before: number, type: Column["type"]): number =>
  Number(((now - before) * (type === "percent" ? 100 : 1)).toFixed(9));
