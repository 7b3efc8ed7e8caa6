import type { Context } from "hono";
import { strings } from "#shared/strings/strings.ts";
import type { ProblemCode } from "#shared/strings/zh-CN/problem.ts";
import { DatabaseError, isBusy, isDisk } from "../db/database.ts";
import { Overloaded } from "../db/observations.ts";
import type { Problem as Body } from "../routes/shapes/common.ts";

export const STATUS = {
  "malformed-json": 400,
  "invalid-request": 422,
  "not-json": 415,
  "length-required": 411,
  "too-large": 413,
  "sign-in": 401,
  forbidden: 403,
  "cross-site": 403,
  "not-found": 404,
  "unknown-report": 404,
  "unknown-case": 404,
  "unknown-unit": 404,
  "unknown-regime": 404,
  "not-for-all": 403,
  "unknown-portal-file": 404,
  "too-many-offers": 429,
  "bad-code": 403,
  "not-acceptable": 406,
  overloaded: 503,
  "store-busy": 503,
  "store-full": 507,
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
  constructor(
    code: ProblemCode,
    more: { errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.errors = (more.errors ?? []).slice(0, 20);
    this.headers = more.headers ?? {};
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Overloaded)
    return new Problem("overloaded", { headers: { "retry-after": String(error.retryAfter) } });
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

export function answerProblem(c: Context, { code, errors, headers }: Problem): Response {
  const [zh, en] = [strings("zh-CN").problem, strings("en").problem];
  const body: Body = {
    type: `/problems/${code}`,
    title: zh.title[code],
    titleEn: en.title[code],
    status: STATUS[code],
    code,
    detail: zh.detail[code],
    detailEn: en.detail[code],
    ...(errors.length > 0 && { errors: [...errors] }),
  };
  return c.body(JSON.stringify(body), STATUS[code], {
    "content-type": "application/problem+json; charset=utf-8",
    ...(code === "sign-in" && { "www-authenticate": "Bearer" }),
    ...headers,
  });
}
