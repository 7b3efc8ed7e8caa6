import { createServer } from "node:http";
import { flushCompileCache } from "node:module";
import { text } from "node:stream/consumers";
import { batch } from "#shared/case/observation.ts";
import type { Database } from "../../../service/db/database.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { observationLog } from "../../../service/db/observations.ts";
import { catchUp } from "../../../service/derived/fold.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { receive } from "../../../service/receipt/receive.ts";

/**
 * The receiving half of the service in a process that starts quickly, because it is there to be killed: the same check, the same log,
 * the same fold behind it. It loads beforehand and opens the database only when told to: the one before it must be gone.
 */
process.on("message", (url: string) => void begin(url));
process.on("disconnect", () => process.exit());
// what is killed writes no cache on its way out
flushCompileCache();
process.send?.("loaded");

const KEYS = { caseKey: new Uint8Array(32).fill(7) };

async function begin(url: string): Promise<void> {
  const db = openDatabase(url);
  const whole = url.startsWith("file:")
    ? (await db.values("PRAGMA integrity_check")).flat().join()
    : "ok";
  const log = observationLog(db);
  void folding(db);
  const server = createServer((request, response) => {
    void answered(request.headers.authorization, text(request))
      .then((ack) => response.end(JSON.stringify(ack)))
      .catch(() => response.writeHead(503).end());
  });
  const answered = async (device: string | undefined, body: Promise<string>): Promise<unknown> =>
    receive(log, KEYS, {
      device: Number(device?.replace("Bearer ", "")),
      batch: batch.parse(JSON.parse(await body)),
      receivedAt: Date.now(),
    });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    process.send?.({ address: `http://127.0.0.1:${port}`, whole });
  });
}

/** All the time, so that a kill finds it at every moment of its work. */
async function folding(db: Database): Promise<void> {
  for (;;) {
    // over a network another one may write, or nobody may answer
    await catchUp(db, NATIONAL.fold).catch(() => undefined);
    await new Promise((resume) => setTimeout(resume, 10));
  }
}
