import { parentPort, workerData } from "node:worker_threads";
import { openReading } from "../db/open.ts";
import { caseBook } from "../derived/case-book.ts";
import { NATIONAL } from "../derived/judging.ts";
import { factBook } from "../facts/fact-book.ts";
import { shelf } from "../facts/shelf.ts";
import { Problem } from "../http/problem.ts";
import { ruleSource } from "../rules/rule-source.ts";
import { desk } from "./desk.ts";
import { refuseWhilePreparing } from "./preparing.ts";
import type { Answer, Ask, ThreadData } from "./threaded-desk.ts";

/**
 * The thread in which questions about cases are answered: with a connection of its own, so that a long one holds up nobody who sends
 * or reads anything else. It only reads; the derived tables are brought up to the log by the thread that writes it.
 */
const { program, columns, ...places } = workerData as ThreadData;
const db = openReading(places);
const cases = caseBook(db, NATIONAL.fold, async () => undefined);
const facts = factBook(db, cases, shelf(columns));
const own = desk({ db, now: Date.now, cases, facts, rules: ruleSource(db), program });

parentPort?.on("message", (ask: Ask) => {
  void answer(ask).then((said) => parentPort?.postMessage(said));
});

/** Keeps the columns for the next start, once in a while and not for every change. */
setInterval(() => {
  facts.save().catch((error: unknown) => {
    parentPort?.postMessage({ unkept: kindOf(error) } satisfies Answer);
  });
}, 60_000).unref();

/** Says now and then how far the judging of all cases has come. */
setInterval(() => {
  const progress = facts.progress();
  if (progress) parentPort?.postMessage({ progress } satisfies Answer);
}, 5000).unref();

async function answer(ask: Ask): Promise<Answer> {
  const { id } = ask;
  try {
    if (ask.kind !== "warm") refuseWhilePreparing(facts.progress());
    switch (ask.kind) {
      case "report":
        return { id, made: await own.report(ask.question) };
      case "cases":
        return { id, made: await own.cases(ask.question) };
      case "warm":
        await own.warm();
        return { id };
    }
  } catch (error) {
    if (error instanceof Problem) {
      const { code, errors, headers, detail } = error;
      return { id, problem: { code, errors, headers, ...(detail && { detail }) } };
    }
    return { id, error: error instanceof Error ? error : new Error("unknown") };
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
