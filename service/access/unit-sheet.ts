import type { SheetRow } from "../import/sheet-row.ts";

/** A line of a list of units: where it stands, by its path or by what is above it. */
export interface UnitLine {
  line: number;
  name: string;
  code: string | null;
  /** names from the top, or what is above it by its code or its name */
  above: { path: string[] } | { parent: string | null };
}

export interface LineFault {
  line: number;
  zh: string;
  en: string;
}

const HEADERS = {
  path: ["单位路径", "路径", "全路径", "path"],
  name: ["单位名称", "名称", "单位", "机构名称", "name", "unit"],
  code: ["单位编码", "编码", "代码", "区划代码", "机构代码", "统一社会信用代码", "code"],
  parent: ["上级单位", "上级", "上级编码", "上级单位编码", "上级名称", "parent"],
} as const;
type Column = keyof typeof HEADERS;

const normal = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/** Reads the rows: either each line has a path (`省/市/县`), or a name and what is above it. The first line with a known heading is the head. */
export function readUnitSheet(rows: readonly SheetRow[]): {
  lines: UnitLine[];
  faults: LineFault[];
} {
  const at = rows.findIndex(({ cells }) => {
    const found = columnsOf(cells);
    return found.path !== undefined || (found.name !== undefined && found.parent !== undefined);
  });
  const head = rows[at];
  if (!head)
    return {
      lines: [],
      faults: [
        {
          line: rows[0]?.line ?? 1,
          zh: "没有找到表头。须有“单位路径”一列，或“单位名称”和“上级单位”两列；可另有“单位编码”。",
          en: "There is no head. It needs a column 单位路径 (path), or 单位名称 (name) and 上级单位 (parent); 单位编码 (code) may be added.",
        },
      ],
    };
  const columns = columnsOf(head.cells);
  const lines: UnitLine[] = [];
  const faults: LineFault[] = [];
  for (const { line, cells } of rows.slice(at + 1)) {
    const cell = (column: Column): string => normal(cells[columns[column] ?? -1] ?? "");
    const code = cell("code") || null;
    const path = cell("path")
      .split(/[/＞>\\]/)
      .map((part) => part.trim());
    const name = columns.path === undefined ? cell("name") : (path.at(-1) ?? "");
    const names = columns.path === undefined ? [name] : path;
    if (names.some((each) => each.length === 0 || each.length > 60 || each.includes("/"))) {
      faults.push({
        line,
        zh: "单位名称须为 1 至 60 字，且不含“/”。",
        en: "A unit's name has 1 to 60 characters and no slash.",
      });
      continue;
    }
    lines.push({
      line,
      name,
      code,
      above:
        columns.path === undefined
          ? { parent: cell("parent") || null }
          : { path: path.slice(0, -1) },
    });
  }
  return { lines, faults: [...faults, ...repeated(lines)] };
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const texts = cells.map((cell) => normal(cell).toLowerCase());
  const found: Partial<Record<Column, number>> = {};
  for (const column of ["path", "name", "code", "parent"] as const) {
    const index = texts.findIndex((text) => HEADERS[column].some((header) => header === text));
    if (index >= 0) found[column] = index;
  }
  return found;
}

function repeated(lines: readonly UnitLine[]): LineFault[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, code }) => {
    if (code === null) return [];
    const first = seen.get(code);
    if (first === undefined) seen.set(code, line);
    return first === undefined
      ? []
      : [{ line, zh: `单位编码与第 ${first} 行相同。`, en: `The code is that of line ${first}.` }];
  });
}
