import type { Column } from "../../routes/shapes/report.ts";

/** Figures stand right so that their digits line up; words stand left. */
export const alignment = (column: Column): "text" | "date" | "figure" =>
  column.type === "text" ? "text" : column.type === "date" ? "date" : "figure";
