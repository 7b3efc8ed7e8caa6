import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { openDatabase } from "./db/open.ts";
import { counted } from "./db/replicated.ts";
import { type App, createApp } from "./app.ts";
import type { LogLine } from "./http/deps.ts";
import { ssoOf } from "./access/sso.ts";
import { noLimits } from "./http/rate-limits.ts";
import { keysIn } from "./keys.ts";
import { DASHBOARD, PROGRAM } from "./program.ts";
import { settledKeys } from "./rotation/settled-keys.ts";
import { threadedDesk } from "./reports/threaded-desk.ts";

export interface World {
  app: App;
  db: Database;
  close(): Promise<void>;
}

/** The service over real things: the configured database, migrated, and the keys beside it. */
export async function openWorld(
  config: Config,
  options: {
    print?: (line: LogLine) => void;
    /** questions about cases are answered in a thread of their own: for a service, that others wait for */
    thread?: boolean;
  } = {},
): Promise<World> {
  const { print, thread = false } = options;
  const found = keysIn(config.data, randomBytes, config.caseKeyHash);
  const { databaseUrl: url, databaseReplicaUrl: replicaUrl, databaseAuthToken: authToken } = config;
  const bare = openDatabase(url, { authToken });
  await migrate(bare, Date.now());
  const db = bare.kind === "remote" ? counted(bare) : bare;
  const keys = await settledKeys(db, config.data, found, Date.now()).catch(
    async (error: unknown) => {
      await db.close();
      throw error;
    },
  );
  const app = createApp({
    db,
    now: Date.now,
    keys,
    deviceKeys: config.deviceKeys,
    ...(!config.rateLimits && { limits: noLimits }),
    program: PROGRAM,
    dashboard: DASHBOARD,
    publicUrl: config.publicUrl,
    behindProxy: config.behindProxy,
    sso: config.oidc && config.publicUrl && ssoOf(config.oidc, config.publicUrl),
    ...(print && { print }),
    ...(thread && {
      desk: (asks) =>
        threadedDesk(
          asks,
          { url, replicaUrl, authToken, program: PROGRAM, columns: join(config.data, "columns") },
          print ?? (() => undefined),
        ),
    }),
  });
  return {
    app,
    db,
    async close() {
      await app.deps.recounts.stop();
      await app.log.drained();
      await app.deps.desk.close();
      await db.close();
    },
  };
}
