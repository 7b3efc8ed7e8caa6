/**
 * A table, whatever it was made of: HTML in any technology, a page of label:value pairs, a spreadsheet.
 * Plain data, so that the same recogniser reads a portal page, a saved page and a 台账 file.
 */
export interface Grid {
  /** unique within the page; the reader maps it and a row number back to elements */
  id: string;
  /** what it was made from: decides nothing, explains much */
  from: "table" | "roles" | "cards" | "fields" | "steps" | "sheet";
  caption?: string;
  /** the selector of a portal file that pointed it out */
  pointedOut?: string;
  /** it stands inside a row of another grid (an expanded row) */
  within?: { grid: string; row: number };
  columns: GridColumn[];
  rows: GridRow[];
  /** its rows have more or fewer cells than its header: what stands below which name is not sure */
  ragged?: boolean;
}

export interface GridColumn {
  /** header words, group first (`['收件', '即办件']`); empty array when the column has no header */
  header: string[];
  /** the field name that the technology left in the page (`END_TIME`), a hint and never proof */
  field?: string;
  hidden: boolean;
}

export interface GridRow {
  /** it has fewer cells than the others: what follows the gap may stand below the wrong header */
  short?: boolean;
  /** one cell per column, in column order; an absent cell is empty text */
  cells: GridCell[];
}

export interface GridCell {
  /** visible text, white space folded, lines kept as \n */
  text: string;
  /** fuller or exacter text that the page holds out of sight: title, data-content, tooltip, input value */
  title?: string;
  /** what a lamp image, icon or colour says: alt, file name, class words, css colour */
  marks?: string[];
}

/** One label:value pair of a case page or a guide. */
export interface Field {
  label: string;
  cell: GridCell;
  /** the label is marked up as one (`th`, `dt`, `label`, a colon): a hint */
  marked?: boolean;
}

/** All that one document (frame) shows, as plain data. */
export interface PageShape {
  title: string;
  /** headings, breadcrumbs, active tabs and menu: words that say what the page is about */
  headings: string[];
  grids: Grid[];
  fields: Field[];
  /** sentences with dates or numbers that belong to no label and no grid */
  prose?: GridCell[];
  /** pager and count texts */
  pagers: string[];
  /** it is drawn over another page, which stays below it (a dialog) */
  over?: boolean;
}
