import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import { keyFor } from "./access/seal.ts";
import type { Random } from "./access/secrets.ts";
import type { Sso } from "./access/sso.ts";
import { auditLog } from "./audit/audit-log.ts";
import type { Database } from "./db/database.ts";
import { type LogOptions, type ObservationLog, observationLog } from "./db/observations.ts";
import { type CaseBook, caseBook } from "./derived/case-book.ts";
import { NATIONAL } from "./derived/judging.ts";
import { factBook } from "./facts/fact-book.ts";
import { dashboardFrom } from "./http/dashboard.ts";
import type { Asks, Deps, Keys, LogLine } from "./http/deps.ts";
import { extensionCors, safeHeaders } from "./http/headers.ts";
import { gate } from "./http/gate.ts";
import { Problem, STATUS, answerProblem, databaseCode, problemOf } from "./http/problem.ts";
import { meter } from "./metrics/meter.ts";
import { type Desk, desk } from "./reports/desk.ts";
import { type RateLimits, rateLimits } from "./http/rate-limits.ts";
import { routes } from "./routes/routes.ts";
import { recounts } from "./rules/recounts.ts";
import { ruleSource } from "./rules/rule-source.ts";

/** An uploaded file may take a gigabyte while it is unpacked. */
const UPLOADS_AT_ONCE = 2;

export interface AppOptions {
  /** migrated */
  db: Database;
  now(): number;
  keys: Keys;
  random?: Random;
  log?: LogOptions;
  /** `optional` unless said */
  deviceKeys?: Deps["deviceKeys"];
  limits?: RateLimits;
  print?(line: LogLine): void;
  /** name and version of the program, as reports carry it */
  program?: string;
  publicUrl?: URL | null;
  behindProxy?: boolean;
  sso?: Sso | null;
  /** where questions about cases are answered, when not in this thread */
  desk?(asks: Asks): Desk;
  /** folder of the built dashboard */
  dashboard?: string | undefined;
}

export interface App {
  request: Hono["request"];
  fetch: Hono["fetch"];
  log: ObservationLog;
  cases: CaseBook;
  deps: Deps;
}

/** The service without a port: everything that it touches comes in. */
export function createApp(options: AppOptions): App {
  const { db, now, keys, print = () => undefined } = options;
  const log = observationLog(db, options.log);
  const cases = caseBook(db, NATIONAL.fold);
  const asks: Asks = {
    db,
    now,
    cases,
    facts: factBook(db, cases),
    rules: ruleSource(db),
    program: options.program ?? "shixian",
  };
  const deps: Deps = {
    ...asks,
    keys,
    random: options.random ?? randomBytes,
    log,
    desk: options.desk?.(asks) ?? desk(asks),
    meter: meter(),
    limits: options.limits ?? rateLimits(),
    deviceKeys: options.deviceKeys ?? "optional",
    recounts: recounts({
      ...asks,
      failed: (error) =>
        print({
          at: now(),
          level: "error",
          event: "recount-failed",
          error: databaseCode(error) ?? (error instanceof Error ? error.name : "unknown"),
        }),
    }),
    audit: auditLog(db, { key: keyFor(keys.seal, "audit"), now }),
    publicUrl: options.publicUrl ?? null,
    behindProxy: options.behindProxy ?? false,
    sso: options.sso ?? null,
    print,
    uploads: gate(UPLOADS_AT_ONCE),
  };
  const app = new Hono();
  app.use(deps.meter.timing, safeHeaders, extensionCors);
  for (const each of routes) each.mount(app, deps);
  app.get(
    "/openapi.json",
    openAPIRouteHandler(app, { documentation: documentation(deps.program) }),
  );
  const dashboard = dashboardFrom(options.dashboard);
  app.notFound((c) => {
    const page = c.req.method === "GET" && !c.req.path.startsWith("/v1/");
    return page ? dashboard(c) : answerProblem(c, new Problem("not-found"));
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    // the message of an unexpected error may hold what was being written: only its kind and place are told
    if (STATUS[problem.code] >= 500)
      print({
        at: now(),
        level: "error",
        event: problem.code,
        method: c.req.method,
        path: c.req.path.replace(/[0-9a-f]{16,}/g, "…"),
        error: databaseCode(error) ?? error.name,
        where: problem.code === "internal" ? placeOf(error) : null,
      });
    return answerProblem(c, problem);
  });
  return { request: app.request.bind(app), fetch: app.fetch.bind(app), log, cases, deps };
}

const placeOf = (error: Error): string | null =>
  /at .*?([\w-]+\.ts:\d+)/.exec(error.stack ?? "")?.[1] ?? null;

const documentation = (program: string) => ({
  openapi: "3.1.0",
  info: {
    title: "时限 Shixian",
    version: program,
    description:
      "观测上报与时效报表。错误均为 RFC 9457 problem+json，中英文并列。 Ingest of observations and delay reports; every error is an RFC 9457 problem in Chinese and English.",
  },
  components: {
    securitySchemes: {
      token: { type: "http" as const, scheme: "bearer" },
      session: { type: "apiKey" as const, in: "cookie" as const, name: "shixian_session" },
    },
  },
});
