import { unitsUnder } from "../access/units.ts";
import { route } from "../http/route.ts";
import { withUploadedFile } from "../http/uploaded-file.ts";
import { carriedFile, isCarried } from "../import/carried-file.ts";
import { planImport } from "../import/import-file.ts";
import type { Mapping } from "../import/mapping.ts";
import { sheetElsewhere } from "../import/sheet-elsewhere.ts";
import { type ImportPlanAnswer, importPlan, planQuery } from "./shapes/import.ts";

/** How an uploaded file would be read. Nothing of it is stored. */
export const postImportPlan = route(
  ["auditor", "supervisor", "system-admin"],
  {
    method: "post",
    path: "/v1/imports/plan",
    summary: "识别台账或上报文件，不入库 · how an uploaded ledger or outbox file would be read",
    query: planQuery,
    upload: true,
    answer: importPlan,
  },
  async ({ deps, c, caller, query: { name, sheet, map, ignore } }) => {
    const leave = deps.uploads.enter();
    try {
      return await withUploadedFile(c, async (path): Promise<ImportPlanAnswer> => {
        if (await isCarried(path)) {
          const units = await unitsUnder(deps.db, caller.unit);
          const own = new Set(units.map(({ id }) => id));
          const { device, batches, records, exportedAt } = await carriedFile(deps.db, path, own);
          return {
            kind: "outbox",
            device: device.name,
            exportedAt: new Date(exportedAt).toISOString(),
            batches: batches.length,
            records,
          };
        }
        const plan = await planImport(
          {
            path,
            name,
            map: map ?? {},
            ignore: ignore ?? [],
            ...(sheet !== undefined && { sheet }),
          },
          deps.now(),
          sheetElsewhere,
        );
        await plan.close();
        return columnsOf(plan.mapping);
      });
    } finally {
      leave();
    }
  },
);

function columnsOf({ columns, unused, events }: Mapping): ImportPlanAnswer {
  const used = columns.map(({ index, header, concept, by, why, samples }) => ({
    index,
    header,
    concept,
    by,
    why,
    samples,
  }));
  return {
    kind: events ? "events" : "ledger",
    columns: [...used, ...unused.map((each) => ({ ...each, by: "none" as const }))].sort(
      (a, b) => a.index - b.index,
    ),
    ready: used.some(({ concept, by }) => concept === "caseNo" && by !== "guess"),
  };
}
