import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";
import type { Config } from "./config.ts";
import { lockDatabase } from "./db/lock.ts";
import type { LogLine } from "./http/deps.ts";
import { dailyJobs } from "./jobs.ts";
import { firstRunText } from "./first-run.ts";
import { namedBy } from "./rotation/settled-keys.ts";
import { openWorld } from "./world.ts";

/**
 * Runs the service until the signal says stop; then it takes no more, finishes what it has and closes the database.
 * @throws Error when the port or the database cannot be had
 */
export async function serve(
  config: Config,
  {
    signal,
    print,
    say = () => undefined,
    patience = PATIENCE,
    keysEvery = KEYS_EVERY,
  }: {
    signal: AbortSignal;
    print(line: LogLine): void;
    say?(text: string): void;
    patience?: typeof PATIENCE;
    /** ms between two looks at whether the case keys are still the database's */
    keysEvery?: number;
  },
): Promise<void> {
  const unlock = lockDatabase(config.databaseUrl);
  const world = await openWorld(config, { print, thread: true }).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const { app, db } = world;
  const jobs = dailyJobs(app.deps);
  const ending = new AbortController();
  // beside one server the keys may be changed by another machine: what this process then stored would be found by nobody
  const watching = setInterval(() => {
    namedBy(db, app.deps.keys).then(
      (same) => {
        if (same) return;
        print({ at: Date.now(), level: "error", event: "case-keys-changed" });
        ending.abort();
      },
      // not to be asked now; every other question says so, too
      () => undefined,
    );
  }, keysEvery);
  // folding follows the receipts without holding them up
  let folding: NodeJS.Timeout | undefined;
  let storedAt = -Infinity;
  const busy = (): boolean => performance.now() - storedAt < 500;
  app.log.onStored(() => {
    storedAt = performance.now();
    folding ??= setTimeout(() => {
      folding = undefined;
      app.cases.catchUp(busy).then(warm, (error: unknown) => {
        print({ at: Date.now(), level: "error", event: "fold-failed", error: kindOf(error) });
      });
    }, 1000);
  });
  // the first question should not be the one that waits
  const warm = (): void =>
    void app.deps.desk.warm().catch((error: unknown) => {
      // whoever stops does not wait for it
      if (!signal.aborted)
        print({ at: Date.now(), level: "error", event: "warm-failed", error: kindOf(error) });
    });
  warm();
  // what a stop has cut off; a failure is told where it happens
  app.deps.recounts.goOn().catch(() => undefined);
  try {
    await new Promise<void>((stopped, failed) => {
      const server = listen(
        {
          fetch: app.fetch,
          port: config.port,
          hostname: config.host,
          serverOptions: patience,
        },
        ({ address, port }) => {
          print({
            at: Date.now(),
            level: "info",
            event: "listening",
            address: `http://${address}:${port}`,
          });
          firstRunText(app.deps, `http://${address}:${port}`).then(
            (text) => text !== undefined && say(text),
            (error: unknown) =>
              print({ at: Date.now(), level: "error", event: "first-run", error: kindOf(error) }),
          );
        },
      ) as Server;
      server.on("error", failed);
      AbortSignal.any([signal, ending.signal]).addEventListener("abort", () => {
        server.close(() => stopped());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5000).unref();
      });
    });
  } finally {
    clearTimeout(folding);
    clearInterval(jobs);
    clearInterval(watching);
    await world.close();
    unlock();
  }
}

const KEYS_EVERY = 10_000;

/** ms: a slow sender may not hold a connection for ever. Node looks for late ones only as often as the last says. */
export const PATIENCE = {
  requestTimeout: 60_000,
  headersTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
};

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
