import { strings } from "#shared/strings/strings.ts";
import { DatabaseError } from "../db/database.ts";
import { Problem, databaseCode, problemOf } from "../http/problem.ts";

/** Said to the person at the terminal as it is. */
export class Failure extends Error {}

/** One line: what went wrong, in both languages; never a stack, never what was being written. */
export function failureText(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const problem = problemOf(error);
  if (problem.code === "internal" && error instanceof Error && !(error instanceof DatabaseError))
    return "code" in error && error.code === "EADDRINUSE"
      ? "端口已被占用，请用 PORT 指定其他端口。The port is taken: choose another with PORT."
      : error.message;
  const [zh, en] = [strings("zh-CN").problem, strings("en").problem];
  const where = problem.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join("; ");
  const code = error instanceof Problem ? undefined : databaseCode(error);
  return [
    zh.title[problem.code],
    zh.detail[problem.code],
    en.title[problem.code] + ".",
    where,
    code && `(${code})`,
  ]
    .filter((part) => part)
    .join(" ");
}
