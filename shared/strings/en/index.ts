import type { Strings } from "../strings.ts";
import { dashboard } from "./dashboard.ts";
import { page } from "./page.ts";
import { panel } from "./panel.ts";
import { problem } from "./problem.ts";
import { report } from "./report.ts";
import { sheet } from "./sheet.ts";
import { verdict } from "./verdict.ts";

export const en: Strings = { dashboard, page, panel, problem, report, sheet, verdict };
