import { strings } from "#shared/strings/strings.ts";
import type { Progress } from "../facts/fact-layer.ts";
import { Problem } from "../http/problem.ts";

/** ms that a question waits for what is being judged; and fewer cases than so many are waited for always. */
const LONG = 5000;
const MANY = 2000;

/** Whoever would have to wait longer is told how far it has come, and when to ask again. @throws Problem `preparing` */
export function refuseWhilePreparing(progress: Progress | null): void {
  if (!progress || progress.of - progress.done < MANY || progress.left < LONG) return;
  const { done, of, left } = progress;
  const seconds = Math.min(60, Math.ceil(left / 1000));
  throw new Problem("preparing", {
    headers: { "retry-after": String(seconds) },
    detail: {
      zh: strings("zh-CN").problem.preparing(done, of, seconds),
      en: strings("en").problem.preparing(done, of, seconds),
    },
  });
}
