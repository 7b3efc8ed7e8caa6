import { Worker } from "node:worker_threads";
import type { Places } from "../db/open.ts";
import type { Asks, LogLine } from "../http/deps.ts";
import { type FieldError, Problem } from "../http/problem.ts";
import type { CasesQuestion, Desk, Made, ReportQuestion } from "./desk.ts";

export interface ThreadData extends Places {
  program: string;
  /** folder in which the columns wait for the next start */
  columns: string;
}

type What =
  | { kind: "report"; question: ReportQuestion }
  | { kind: "cases"; question: CasesQuestion }
  | { kind: "warm" };
export type Ask = { id: number } & What;

export type Answer =
  | { id: number; made?: Made }
  | {
      id: number;
      problem: {
        code: Problem["code"];
        errors: readonly FieldError[];
        headers: Record<string, string>;
        detail?: { zh: string; en: string };
      };
    }
  | { id: number; error: Error }
  | { progress: { done: number; of: number } }
  /** the columns could not be kept: the next start takes longer, and nothing else is lost */
  | { unkept: string };

interface Waiting {
  done(made: Made | undefined): void;
  failed(error: Error): void;
}

/** A question waits so long for what was received to be folded; then it is answered from what is, and says how much that is. */
const FOLD_WAIT = 2000;

/** The desk in a thread of its own. A thread that dies takes its questions with it; the next question starts another. */
export function threadedDesk(
  { cases, now }: Pick<Asks, "cases" | "now">,
  data: ThreadData,
  print: (line: LogLine) => void,
): Desk {
  let thread: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function started(): Worker {
    const made = new Worker(new URL("./desk-thread.ts", import.meta.url), { workerData: data });
    const lost = (error: Error): void => {
      if (thread === made) thread = undefined;
      for (const [id, { failed }] of waiting) {
        waiting.delete(id);
        failed(error);
      }
    };
    made.on("message", heard);
    made.on("error", lost);
    made.on("exit", () => lost(new Error("the thread that answers questions has ended")));
    // it keeps nobody waiting who wants to stop
    made.unref();
    return made;
  }

  function heard(answer: Answer): void {
    if ("progress" in answer) {
      const { done, of } = answer.progress;
      print({ at: now(), level: "info", event: "judging", done, of });
      return;
    }
    if ("unkept" in answer) {
      print({ at: now(), level: "error", event: "columns-not-kept", error: answer.unkept });
      return;
    }
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("problem" in answer) asker?.failed(new Problem(answer.problem.code, answer.problem));
    else if ("error" in answer) asker?.failed(answer.error);
    else asker?.done(answer.made);
  }

  async function ask(what: What): Promise<Made | undefined> {
    await folded(cases.catchUp());
    return new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      (thread ??= started()).postMessage({ ...what, id: last });
    });
  }
  async function made(what: What): Promise<Made> {
    const found = await ask(what);
    if (!found) throw new Error("a question was answered with nothing");
    return found;
  }

  return {
    report: (question) => made({ kind: "report", question }),
    cases: (question) => made({ kind: "cases", question }),
    warm: async () => void (await ask({ kind: "warm" })),
    close: async () => void (await thread?.terminate()),
  };
}

async function folded(run: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((done) => {
    timer = setTimeout(done, FOLD_WAIT);
  });
  try {
    await Promise.race([run, enough]);
  } finally {
    clearTimeout(timer);
    // whoever waits longer hears of a failure; here it would be nobody's
    run.catch(() => undefined);
  }
}
