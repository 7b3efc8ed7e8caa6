import type { Column } from "../../routes/shapes/report.ts";

export interface HeadGroup {
  /** null: these columns stand alone and reach over both lines of the head */
  title: string | null;
  columns: Column[];
}

const SEPARATOR = /\s*·\s*/;

/** `已受理·逾期办结` beside `已受理·时限内办结`: the common part is told once, above both, as in a printed form. */
export function headGroups(columns: readonly Column[]): HeadGroup[] {
  const groups: HeadGroup[] = [];
  for (const column of columns) {
    const [title = null, rest] = column.title.split(SEPARATOR);
    const group = rest === undefined ? null : title;
    const last = groups[groups.length - 1];
    if (last && last.title === group) last.columns.push(column);
    else groups.push({ title: group, columns: [column] });
  }
  return groups;
}

/** The title under its group's. */
export const ownTitle = (column: Column): string =>
  column.title.split(SEPARATOR).slice(1).join(" · ") || column.title;
