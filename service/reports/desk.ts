import { createHash } from "node:crypto";
import type { Asks } from "../http/deps.ts";
import { scopeOf } from "../routes/asking.ts";
import { type ReportAsked, makeReport } from "../routes/get-report.ts";
import { type CasesAsked, listCases } from "../routes/list-cases.ts";
import { type Format, rendered } from "../sheets/formats.ts";

interface Question {
  /** id of the unit that the caller may see with all below it; null: all */
  root: number | null;
  acceptLanguage: string | undefined;
}
export interface ReportQuestion extends Question {
  id: string;
  asked: ReportAsked;
  format: Format;
}
export interface CasesQuestion extends Question {
  asked: CasesAsked;
}

export interface Made {
  body: Uint8Array<ArrayBuffer>;
  /** changes with whatever the answer says, and with nothing else: not with the time at which it was asked */
  etag: string;
  /** under which it is saved, without an ending */
  name: string;
}

/** Where questions about cases are answered: here, or in a thread of its own. */
export interface Desk {
  report(question: ReportQuestion): Promise<Made>;
  cases(question: CasesQuestion): Promise<Made>;
  /** brings everything up to the log, so that the next question need not wait */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** bytes of finished answers that are kept for whoever asks the same again */
const KEPT = 32_000_000;

export function desk(asks: Asks): Desk {
  const kept = new Map<string, Made>();
  let held = 0;

  async function once(
    question: Question & { asked: CasesAsked | ReportAsked },
    make: () => Promise<Made>,
  ): Promise<Made> {
    const { root, acceptLanguage, asked } = question;
    const scope = await scopeOf(asks, { unit: root }, asked, acceptLanguage);
    await asks.cases.catchUp();
    const stamp = await asks.facts.refresh(scope.judging);
    // what time does to an answer it does from minute to minute
    const moment = asked.asOf ?? Math.floor(scope.asOf / 60_000);
    const units = [...scope.units.values()].map(({ id, path }) => [id, path]);
    const { language, versions } = scope;
    const key = JSON.stringify([stamp, moment, question, units, language, versions]);
    const found = kept.get(key);
    if (found) return found;
    const made = await make();
    if (made.body.length > KEPT / 8) return made;
    kept.set(key, made);
    held += made.body.length;
    for (const [oldest, { body }] of kept) {
      if (held <= KEPT) break;
      kept.delete(oldest);
      held -= body.length;
    }
    return made;
  }

  return {
    report: (question) =>
      once(question, async () => {
        const { root, id, asked, acceptLanguage, format } = question;
        const document = await makeReport(asks, root, id, asked, acceptLanguage);
        // a cursor names the moment too
        const { generatedAt: _now, asOf, page, ...rest } = document;
        const said = { ...rest, page: page && { ...page, next: page.next !== null } };
        return {
          body: await rendered(document, format),
          etag: etagOf([said, asked.asOf === undefined ? null : asOf, format]),
          name: [document.title, document.filters.from, document.filters.to]
            .filter((part) => part !== null)
            .join(" "),
        };
      }),
    cases: (question) =>
      once(question, async () => {
        const { root, asked, acceptLanguage } = question;
        const list = await listCases(asks, { unit: root }, asked, acceptLanguage);
        const { generatedAt: _now, asOf, ...said } = list;
        return {
          body: new Uint8Array(Buffer.from(JSON.stringify(list))),
          etag: etagOf([said, asked.asOf === undefined ? null : asOf]),
          name: "cases",
        };
      }),
    async warm() {
      await asks.facts.refresh(await asks.rules.judging(null));
    },
    close: async () => kept.clear(),
  };
}

/** Weak: the same said at another time may differ in its time stamp. */
const etagOf = (said: unknown): string =>
  `W/"${createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 22)}"`;
