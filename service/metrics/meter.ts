import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Acknowledgement } from "#shared/case/observation.ts";
import { type Histogram, histogram, observe } from "./histogram.ts";

/** What this process has done since it started. Numbers and routes only: no id, no name, no address that was asked for. */
export interface Meter {
  batches: number;
  /** batches answered 503 */
  unavailable: number;
  accepted: number;
  known: number;
  refused: Map<string, number>;
  requests: Map<string, Timed>;
  received(answer: Acknowledgement): void;
  /** times every request */
  timing: MiddlewareHandler;
  /** A count that reads much: made anew when `at` (ms) is ten minutes past the last one. */
  seldom(at: number, count: () => Promise<number>): Promise<number>;
}

export interface Timed {
  method: string;
  /** the pattern, `/v1/cases/:key` */
  route: string;
  status: number;
  took: Histogram;
}

const SELDOM_MS = 600_000;

/** @param clock milliseconds of a clock that only goes forward */
export function meter(clock: () => number = () => performance.now()): Meter {
  let last: { at: number; value: Promise<number> } | undefined;
  const made: Meter = {
    batches: 0,
    unavailable: 0,
    accepted: 0,
    known: 0,
    refused: new Map(),
    requests: new Map(),
    received({ accepted, known, refused }) {
      made.batches++;
      made.accepted += accepted;
      made.known += known;
      for (const { code } of refused) made.refused.set(code, (made.refused.get(code) ?? 0) + 1);
    },
    async timing(c, next) {
      const began = clock();
      await next();
      // the pattern and never the path: a path may hold the key of a case
      const pattern = routePath(c, -1);
      const route = ["", "*", "/*"].includes(pattern) ? "other" : pattern;
      const method = METHODS.has(c.req.method) ? c.req.method : "other";
      const { status } = c.res;
      if (status === 503 && route === "/v1/observations") made.unavailable++;
      const key = `${method} ${route} ${status}`;
      const timed = made.requests.get(key) ?? { method, route, status, took: histogram() };
      made.requests.set(key, timed);
      observe(timed.took, (clock() - began) / 1000);
    },
    async seldom(at, count) {
      if (!last || at >= last.at + SELDOM_MS) last = { at, value: count() };
      const { value } = last;
      return value.catch((error: unknown) => {
        last = undefined;
        throw error;
      });
    },
  };
  return made;
}

/** A method is the sender's own text: any other would be a series of its own for ever. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "DELETE", "OPTIONS"]);
