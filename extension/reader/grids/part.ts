/** One table element, or one set of rows with roles or alike: cells in their columns, spans expanded. */
export interface Part {
  root: Element;
  /** header rows from the top; empty when the part has none of its own */
  header: PartRow[];
  rows: PartRow[];
  /** number of columns */
  width: number;
  from: "table" | "roles" | "cards";
  caption?: string;
  /** what rows of one all-covering cell say: pagers, counts, groups */
  notes?: string[];
  /** labels and values side by side: a form, not a list */
  labels?: boolean;
}

export interface PartRow {
  element: Element;
  /** one per column; a spanning cell stands in each column that it covers; undefined where there is none */
  cells: (Element | undefined)[];
  short?: boolean;
}
