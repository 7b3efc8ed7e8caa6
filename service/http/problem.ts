import type { Context } from "hono";
import { strings } from "#shared/strings/strings.ts";
import type { ProblemCode } from "#shared/strings/zh-CN/problem.ts";
import { DatabaseError, isBusy, isDisk } from "../db/database.ts";
import { ImportRefused } from "../import/refused.ts";
import { Overloaded } from "../db/observations.ts";
import { UnknownKeyVersion } from "../receipt/receive.ts";
import type { Problem as Body } from "../routes/shapes/common.ts";

export const STATUS = {
  "malformed-json": 400,
  "invalid-request": 422,
  "not-json": 415,
  "length-required": 411,
  "too-large": 413,
  "sign-in": 401,
  forbidden: 403,
  unsigned: 401,
  "cross-site": 403,
  "not-found": 404,
  "unknown-report": 404,
  "unknown-case": 404,
  "unknown-unit": 404,
  "unknown-regime": 404,
  "not-for-all": 403,
  "file-refused": 422,
  "file-too-large": 413,
  "unknown-portal-file": 404,
  "too-many-offers": 429,
  "bad-code": 403,
  "bad-sign-in": 401,
  "code-needed": 401,
  locked: 429,
  "second-factor-owed": 403,
  "weak-password": 422,
  "expired-link": 403,
  "sso-failed": 502,
  "sso-unknown": 403,
  "unknown-user": 404,
  "unknown-token": 404,
  "unknown-device": 404,
  "too-many-requests": 429,
  "unknown-session": 404,
  "name-taken": 409,
  "role-conflict": 409,
  "own-account": 409,
  "last-administrator": 409,
  "wrong-password": 403,
  "not-escalated": 403,
  "number-unknown": 404,
  "wrong-number": 422,
  "key-version": 409,
  "not-acceptable": 406,
  overloaded: 503,
  preparing: 503,
  "store-busy": 503,
  "store-full": 507,
  "not-recorded": 507,
  internal: 500,
} as const satisfies Record<ProblemCode, number>;

export interface FieldError {
  /** JSON pointer */
  pointer: string;
  detail: string;
}

/** Thrown by routes, answered as RFC 9457. It never holds what was sent. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly headers: Record<string, string>;
  /** in place of the code's own sentence */
  readonly detail: { zh: string; en: string } | undefined;
  constructor(
    code: ProblemCode,
    more: {
      errors?: readonly FieldError[];
      headers?: Record<string, string>;
      detail?: { zh: string; en: string };
    } = {},
  ) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.errors = (more.errors ?? []).slice(0, 20);
    this.headers = more.headers ?? {};
    this.detail = more.detail;
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ImportRefused)
    return new Problem("file-refused", { detail: { zh: error.zh, en: error.en } });
  if (error instanceof Overloaded)
    return new Problem("overloaded", { headers: { "retry-after": String(error.retryAfter) } });
  if (error instanceof UnknownKeyVersion) return new Problem("key-version");
  const code = databaseCode(error);
  if (code !== undefined && isBusy(code))
    return new Problem("store-busy", { headers: { "retry-after": "2" } });
  if (code !== undefined && isDisk(code)) return new Problem("store-full");
  return new Problem("internal");
}

/** drizzle wraps a failure in one whose message holds the arguments: only the cause's code may be told. */
export function databaseCode(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code;
  return error instanceof Error && error.cause !== undefined
    ? databaseCode(error.cause)
    : undefined;
}

export function answerProblem(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify(problemBody(problem)), STATUS[problem.code], {
    "content-type": "application/problem+json; charset=utf-8",
    ...(problem.code === "sign-in" && { "www-authenticate": "Bearer" }),
    ...problem.headers,
  });
}

export function problemBody({ code, errors, detail }: Problem): Body {
  const [zh, en] = [strings("zh-CN").problem, strings("en").problem];
  return {
    type: `/problems/${code}`,
    title: zh.title[code],
    titleEn: en.title[code],
    status: STATUS[code],
    code,
    detail: detail?.zh ?? zh.detail[code],
    detailEn: detail?.en ?? en.detail[code],
    ...(errors.length > 0 && { errors: [...errors] }),
  };
}
