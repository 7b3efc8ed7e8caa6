import { latest } from "#shared/time/moment.ts";
import type { Caller } from "../access/tokens.ts";
import { findUnit, unitsUnder } from "../access/units.ts";
import type { Deps } from "../http/deps.ts";
import { Problem, problemBody, problemOf } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { withUploadedFile } from "../http/uploaded-file.ts";
import { carriedFile, isCarried } from "../import/carried-file.ts";
import { importedDetail } from "../import/imported-detail.ts";
import { importCarried } from "../import/import-carried.ts";
import { type ImportProgress, planImport } from "../import/import-file.ts";
import { sheetElsewhere } from "../import/sheet-elsewhere.ts";
import type { z } from "zod";
import {
  type ImportLine,
  type ImportResultAnswer,
  importLine,
  importQuery,
} from "./shapes/import.ts";

type Query = z.infer<typeof importQuery>;

/**
 * An uploaded ledger becomes observations, an exported outbox is received as if it had been sent. The answer is a line for each step of
 * the way; what was stored before it broke off is stored, and the same file again counts nothing twice.
 */
export const postImports = route(
  ["auditor", "supervisor", "system-admin"],
  {
    method: "post",
    path: "/v1/imports",
    summary: "导入台账或上报文件 · import an uploaded ledger or outbox file",
    query: importQuery,
    upload: true,
    answer: importLine,
    type: "application/x-ndjson",
    refuses: ["unknown-unit"],
  },
  ({ deps, c, caller, query, record }) =>
    new Promise<Response>((answered, failed) => {
      const leave = deps.uploads.enter();
      const lines = new TransformStream<Uint8Array, Uint8Array>();
      const writer = lines.writable.getWriter();
      const unitText = String(query.unit ?? "");
      let stored = 0;
      const say = (line: ImportLine): void => {
        stored = line.progress?.stored ?? stored;
        // whoever has gone away is not waited for: the import goes on
        writer.write(new TextEncoder().encode(`${JSON.stringify(line)}\n`)).catch(() => undefined);
      };
      let entered = false;
      const begun = (): void => {
        entered = true;
        answered(c.body(lines.readable, 200, { "content-type": "application/x-ndjson" }));
      };
      void withUploadedFile(c, (path) => imported(deps, caller, query, path, say, begun))
        .then(async (result) => {
          await record({ act: "data.imported", object: unitText, detail: importedDetail(result) });
          say({ result });
        })
        .catch(async (error: unknown) => {
          failed(error); // before the first line it is an ordinary problem
          const problem = problemOf(error);
          say({ problem: problemBody(problem) });
          // what was stored before it broke off is stored
          if (entered)
            await record({
              act: "data.imported",
              object: unitText,
              detail: { brokenOff: problem.code, stored },
            });
        })
        .finally(() => {
          leave();
          writer.close().catch(() => undefined);
        });
    }),
);

async function imported(
  deps: Deps,
  caller: Caller,
  { name, sheet, map, ignore, unit, seenAt }: Query,
  path: string,
  say: (line: ImportLine) => void,
  begun: () => void,
): Promise<ImportResultAnswer> {
  const { db, log, keys, random, program } = deps;
  const now = deps.now();
  const progress = (so: ImportProgress): void => say({ progress: so });
  if (await isCarried(path)) {
    const units = await unitsUnder(db, caller.unit);
    const file = await carriedFile(db, path, new Set(units.map(({ id }) => id)));
    begun();
    const result = await importCarried(file, {
      log,
      keys,
      now,
      progress: (stored) => progress({ rows: stored, stored }),
    });
    return {
      kind: "outbox",
      device: file.device.name,
      batches: file.batches.length,
      records: file.records,
      ...result,
    };
  }
  const where = await findUnit(db, caller.unit, String(unit ?? caller.unit));
  if (!where) throw new Problem("unknown-unit");
  const plan = await planImport(
    {
      path,
      name,
      map: map ?? {},
      ignore: ignore ?? [],
      ...(sheet !== undefined && { sheet }),
      ...(seenAt !== undefined && { seenAt: latest(seenAt) }),
    },
    now,
    sheetElsewhere,
  );
  begun();
  try {
    const result = await plan.into({
      db,
      log,
      keys,
      unit: where.id,
      now,
      random,
      program,
      progress,
    });
    return { kind: "ledger", ...result };
  } finally {
    await plan.close();
  }
}
