import { dashboard } from "./dashboard.ts";
import { page } from "./page.ts";
import { panel } from "./panel.ts";
import { problem } from "./problem.ts";
import { report } from "./report.ts";
import { sheet } from "./sheet.ts";
import { verdict } from "./verdict.ts";

export const zhCN = { dashboard, page, panel, problem, report, sheet, verdict };
