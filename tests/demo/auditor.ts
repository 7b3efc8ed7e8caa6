import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSheet } from "read-excel-file/node";
import { z } from "zod";
import type { Supervisor } from "../e2e/browser.ts";
import type { Service } from "../e2e/service.ts";
import { eventually, waitingInPopup } from "../e2e/world.ts";

export const REPORT = "delays-by-department";

const cells = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const document = z.object({
  title: z.string(),
  definition: z.string(),
  n: z.number(),
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
  rows: z.array(z.object({ cells })),
  total: z.object({ cells }),
  notes: z.array(z.string()),
});
export type Report = z.infer<typeof document>;

/** Waits until nothing waits in the browser any more, and pulls the delay report as an auditor does. */
export async function pullReport(
  supervisor: Supervisor,
  service: Service,
  token: string,
  cases: number,
): Promise<Report> {
  await eventually(
    () => waitingInPopup(supervisor),
    ({ waiting }) => waiting === 0,
    40_000,
  );
  return eventually(
    async () =>
      document.parse(await (await service.get(`/v1/reports/${REPORT}?lang=zh-CN`, token)).json()),
    ({ n }) => n === cases,
    20_000,
  ).catch(async () =>
    // Not what was expected: the comparison that follows tells what is missing.
    document.parse(await (await service.get(`/v1/reports/${REPORT}?lang=zh-CN`, token)).json()),
  );
}

/** The workbook, saved, and read again as Excel would: the texts and figures of its first sheet. */
export async function pullWorkbook(
  service: Service,
  token: string,
  folder: string,
): Promise<{ path: string; cells: unknown[][] }> {
  const answer = await service.get(`/v1/reports/${REPORT}?format=xlsx&lang=zh-CN`, token);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const path = join(folder, "承办部门时效情况.xlsx");
  writeFileSync(path, bytes);
  return { path, cells: await readSheet(bytes) };
}

/** Signs in to the dashboard with the token, as an auditor does, and takes its picture. */
export async function seeDashboard(
  { context }: Supervisor,
  service: Service,
  token: string,
  folder: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${service.address}/`);
  await page.fill("input", token);
  await page.keyboard.press("Enter");
  await page.waitForSelector("table", { timeout: 15_000 });
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, "dashboard.png") });
}
