import { classOf } from "../dom.ts";

export const ATTRIBUTES = [
  "field",
  "data-field",
  "data-columnid",
  "data-colid",
  "col-id",
  "data-col-id",
  "data-column-key",
  "data-col-key",
  "data-colkey",
  "aria-describedby",
  "data-column-id",
  "data-prop",
  "data-name",
  "data-label",
  "headers",
];
/** `el-table_1_column_3`, `ivu-table-column-a1b2`, `col_14`: a class that only the cells of one column bear. */
const COLUMN_CLASS =
  /(?:^|\s)(\S*(?:col(?:umn)?)[-_][A-Za-z]*\d\S*|\S*-column-\w{4,}|\S*_column_\d+\S*)(?=\s|$)/g;
const ID_TAIL = /(?:[|$]|\b)((?:c|col|cell|column)?\d+)$/i;

/** The names by which a widget ties a cell to its column; header and body share at least one where it does. */
export function columnKeys(cell: Element): string[] {
  const keys: string[] = [];
  for (const name of ATTRIBUTES) {
    const value = cell.getAttribute(name);
    if (value !== null && value !== "") keys.push(`=${value}`);
  }
  if (cell.id !== "") {
    keys.push(`=${cell.id}`);
    const tail = /[|$]/.test(cell.id) ? ID_TAIL.exec(cell.id)?.[1] : undefined;
    if (tail !== undefined) keys.push(`#${tail}`);
  }
  const classes = classOf(cell);
  if (classes.indexOf("col") >= 0)
    for (const m of classes.matchAll(COLUMN_CLASS)) keys.push(`.${m[1] ?? ""}`);
  const index = cell.getAttribute("aria-colindex");
  if (index !== null) keys.push(`@${index}`);
  return keys;
}

/** The field name that the technology left in the page. */
export const fieldName = (cell: Element): string | undefined => {
  for (const name of [
    "field",
    "data-field",
    "col-id",
    "data-prop",
    "data-name",
    "data-column-key",
  ]) {
    const value = cell.getAttribute(name);
    if (value !== null && value !== "") return value;
  }
  return undefined;
};

export const ROW_ATTRIBUTES = [
  "row-index",
  "datagrid-row-index",
  "data-rowindex",
  "data-row-index",
  "data-recordindex",
  "data-index",
  "aria-rowindex",
  "data-row-key",
  "data-rowid",
  "row-id",
  "data-rowkey",
  "data-key",
  "data-id",
  "rowid",
];

/** The name by which a widget ties the halves of a row together, and its place when that is a number. */
export function rowKey(row: Element): string | undefined {
  for (const name of ROW_ATTRIBUTES) {
    const value = row.getAttribute(name);
    if (value !== null && value !== "") return `${name}=${value}`;
  }
  const table = row.tagName === "TR" && row.parentElement?.parentElement;
  const index = table ? table.getAttribute("data-recordindex") : null;
  return index === null ? undefined : `data-recordindex=${index}`;
}
