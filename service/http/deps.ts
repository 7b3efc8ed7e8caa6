import type { Sso } from "../access/sso.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { CaseKeys } from "../access/case-names.ts";
import type { Random } from "../access/secrets.ts";
import type { Database } from "../db/database.ts";
import type { ObservationLog } from "../db/observations.ts";
import type { CaseBook } from "../derived/case-book.ts";
import type { Gate } from "./gate.ts";
import type { FactBook } from "../facts/fact-book.ts";
import type { Meter } from "../metrics/meter.ts";
import type { Desk } from "../reports/desk.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Recounts } from "../rules/recounts.ts";
import type { RuleSource } from "../rules/rule-source.ts";

/** The secrets of this deployment, kept in files beside the database and never in it. */
export interface Keys extends CaseKeys {
  /** 32 bytes with which the service seals what it must be able to read again, and links its record of acts */
  seal: Uint8Array;
}

/** What a line of the log may hold: no body, no token, no query. */
export interface LogLine {
  at: number;
  level: "info" | "error";
  event: string;
  [field: string]: string | number | null;
}

/** What a question about cases is answered from, in whatever thread. */
export interface Asks {
  db: Database;
  now(): number;
  cases: CaseBook;
  facts: FactBook;
  rules: RuleSource;
  program: string;
}

/** All that routes act through. */
export interface Deps extends Asks {
  keys: Keys;
  random: Random;
  log: ObservationLog;
  desk: Desk;
  meter: Meter;
  limits: RateLimits;
  /** whether a device without a key of its own is served */
  deviceKeys: "optional" | "required";
  audit: AuditLog;
  /** what imported files have changed, worked out behind the answers */
  recounts: Recounts;
  /** the address that people type, where it is known: links and the organisation's own sign-in need it */
  publicUrl: URL | null;
  /** whether the last `X-Forwarded-For` is to be believed */
  behindProxy: boolean;
  /** the organisation's own sign-in (OpenID Connect) */
  sso: Sso | null;
  print(line: LogLine): void;
  /** holds how many uploaded files may be worked on at once */
  uploads: Gate;
}
