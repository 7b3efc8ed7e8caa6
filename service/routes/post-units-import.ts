import { planUnits } from "../access/unit-import.ts";
import { sheetOfBytes } from "../access/unit-file.ts";
import { readUnitSheet } from "../access/unit-sheet.ts";
import { route } from "../http/route.ts";
import { unitImport, unitPlan } from "./shapes/units.ts";

/** System administrators bring in a list of units. A dry run says what it would do; nothing is written while one line is wrong. */
export const postUnitsImport = route(
  ["system-admin"],
  {
    method: "post",
    path: "/v1/units/import",
    summary: "导入单位树（.xlsx、CSV） · import the tree of units",
    body: unitImport,
    answer: unitPlan,
  },
  async ({ deps, caller, body, record }) => {
    const sheet = await sheetOfBytes(Buffer.from(body.file, "base64"));
    if ("faults" in sheet)
      return { written: false, made: [], renamed: [], moved: [], same: 0, faults: sheet.faults };
    const { lines, faults } = readUnitSheet(sheet.rows);
    const { statements, ...plan } = await planUnits(deps.db, caller.unit, lines, {
      now: deps.now(),
      by: caller.publicId,
    });
    const all = [...faults, ...plan.faults].sort((a, b) => a.line - b.line).slice(0, 200);
    const write = !body.dry && all.length === 0 && statements.length > 0;
    const { made, renamed, moved } = plan;
    if (write)
      await record(
        {
          act: "unit.imported",
          detail: { made: made.length, renamed: renamed.length, moved: moved.length },
        },
        statements,
      );
    return { ...plan, faults: all, written: write };
  },
);
