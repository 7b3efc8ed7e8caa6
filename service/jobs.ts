import { commandActor } from "./access/caller.ts";
import { keyFor } from "./access/seal.ts";
import { settingsOf } from "./access/settings.ts";
import { purgeAudit } from "./audit/purge-audit.ts";
import type { Deps } from "./http/deps.ts";

const DAY = 86_400_000;

/** What is too old goes, once a day and at the start: sessions that are over, links that nobody used, acts beyond their time. */
export async function purgeOld({ db, audit, keys, now }: Deps): Promise<number> {
  await db.write([
    { sql: "DELETE FROM sessions WHERE expires_at <= ?", args: [now()] },
    { sql: "DELETE FROM links WHERE expires_at <= ? AND used_at IS NULL", args: [now() - 7 * DAY] },
    { sql: "DELETE FROM attempts WHERE last_at < ?", args: [now() - DAY] },
  ]);
  const { auditMonths } = await settingsOf(db);
  return purgeAudit(
    { db, log: audit, key: keyFor(keys.seal, "audit") },
    { months: auditMonths, now: now(), actor: commandActor("shixian") },
  );
}

export function dailyJobs(deps: Deps): NodeJS.Timeout {
  const run = (): void =>
    void purgeOld(deps).catch((error: unknown) =>
      deps.print({
        at: deps.now(),
        level: "error",
        event: "purge-failed",
        error: error instanceof Error ? error.name : "unknown",
      }),
    );
  run();
  return setInterval(run, DAY).unref();
}
