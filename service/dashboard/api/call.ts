import type { Language } from "#shared/strings/strings.ts";
import type { Problem } from "../../routes/shapes/common.ts";

/** What the page may show of a failure: the service's own problem, or that it could not be reached (`status` 0). */
export class Failure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A failure that the service itself told nothing about. */
export const made = (status: number, code: string): Failure =>
  new Failure({ type: "about:blank", title: "", titleEn: "", status, code });

export interface CallOptions {
  method?: "GET" | "POST" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
  language: Language;
}

/** @throws Failure when the answer is a problem or none came; AbortError when `signal` fired. */
export async function call<T>(path: string, options: CallOptions): Promise<T> {
  const answer = await ask(path, options);
  if (answer.status === 204) return undefined as T;
  try {
    return (await answer.json()) as T;
  } catch {
    throw made(answer.status, "answer-unreadable");
  }
}

/** The answer itself, for a download. @throws Failure, AbortError */
export async function ask(path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = {
    accept: "application/json, application/problem+json",
    "accept-language": options.language,
  };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: options.method ?? "GET",
      headers,
      credentials: "same-origin",
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw made(0, "unreachable");
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

async function problemOf(answer: Response): Promise<Failure> {
  const type = answer.headers.get("content-type") ?? "";
  if (!type.includes("problem+json")) return made(answer.status, "no-problem-told");
  try {
    return new Failure((await answer.json()) as Problem);
  } catch {
    return made(answer.status, "answer-unreadable");
  }
}
