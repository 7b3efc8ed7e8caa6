import { account } from "./account.ts";
import { access } from "./access.ts";
import { audit } from "./audit.ts";
import { comparison } from "./comparison.ts";
import { dashboard } from "./dashboard.ts";
import { delays } from "./delays.ts";
import { finding } from "./finding.ts";
import { measures } from "./measures.ts";
import { overview } from "./overview.ts";
import { page } from "./page.ts";
import { panel } from "./panel.ts";
import { problem } from "./problem.ts";
import { proof } from "./proof.ts";
import { report } from "./report.ts";
import { rules } from "./rules.ts";
import { sheet } from "./sheet.ts";
import { supervision } from "./supervision.ts";
import { teach } from "./teach.ts";
import { verdict } from "./verdict.ts";

export const zhCN = {
  access,
  account,
  audit,
  comparison,
  dashboard,
  delays,
  finding,
  measures,
  overview,
  page,
  panel,
  problem,
  proof,
  report,
  rules,
  sheet,
  supervision,
  teach,
  verdict,
};
