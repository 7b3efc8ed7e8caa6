import SqliteDatabase from "better-sqlite3";
import fastify from "fastify";

/**
 * The plain collector that a team would write instead: Fastify, its JSON schema, better-sqlite3 and a loop. It checks types only, keeps
 * no gaps, no conflicts, no personal-data guard, and is what our ingest is measured against.
 */
export async function collector(
  file: string,
): Promise<{ address: string; close(): Promise<void> }> {
  const db = new SqliteDatabase(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(
    "CREATE TABLE records(device INTEGER, seq INTEGER, kind TEXT, body TEXT, PRIMARY KEY(device, seq)) WITHOUT ROWID",
  );
  const insert = db.prepare("INSERT INTO records VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const store = db.transaction((device: number, records: { seq: number; type: string }[]) => {
    for (const record of records)
      insert.run(device, record.seq, record.type, JSON.stringify(record));
  });
  const app = fastify({ bodyLimit: 4 * 1024 * 1024 });
  const record = {
    type: "object",
    required: ["type", "seq", "at"],
    properties: {
      type: { type: "string" },
      seq: { type: "integer" },
      at: { type: "integer" },
      facts: { type: "object" },
    },
  };
  const body = {
    type: "object",
    required: ["version", "sentAt", "records"],
    properties: {
      version: { const: 1 },
      sentAt: { type: "integer" },
      records: { type: "array", items: record, maxItems: 1000 },
    },
  };
  app.post<{ Body: { records: { seq: number; type: string }[] } }>(
    "/v1/observations",
    { schema: { body } },
    (request) => {
      store(Number(request.headers["x-device"]), request.body.records);
      return { accepted: request.body.records.length };
    },
  );
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    address,
    async close() {
      await app.close();
      db.close();
    },
  };
}
