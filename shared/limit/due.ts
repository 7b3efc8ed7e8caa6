import { type Day, addDays, isoDay } from "../time/day.ts";
import { type Instant, instantAt } from "../time/instant.ts";
import { type Moment, momentOf } from "../time/moment.ts";
import { closing, sessions } from "./office.ts";
import type { Regime } from "./regime.ts";
import type { Why } from "./verdict.ts";

/** A due time: what a person reads, and the first instant that is late. */
export interface Point {
  moment: Moment;
  day: Day;
  ends: Instant;
}

export type Due =
  | ({ kind: "at" } & Point)
  /** somewhere between two bounds that are true; `latest` is absent when nothing bounds it */
  | {
      kind: "between";
      earliest: Point;
      latest?: Point;
      why: "calendar-unpublished" | "hour-decides";
    }
  /** a pause lasts, and what is left of the limit runs on when it ends */
  | { kind: "stands" }
  | { kind: "none"; why: Why };

/** The end of a whole day, by the regime's idea of when a day ends. */
export function dayPoint(d: Day, regime: Regime): Point {
  const close = regime.endOfDay === "close" ? closing(d, regime) : undefined;
  const ends =
    regime.boundary === "reached"
      ? instantAt(d, 0, regime.zone)
      : close === undefined
        ? instantAt(addDays(d, 1), 0, regime.zone)
        : instantAt(d, close, regime.zone);
  return { moment: isoDay(d), day: d, ends };
}

/** The end of a day's first session; the whole day when its sessions are not known. */
export function morningPoint(d: Day, regime: Regime): Point {
  const noon = sessions(d, regime)[0]?.to;
  return noon === undefined
    ? dayPoint(d, regime)
    : instantPoint(instantAt(d, noon, regime.zone), d, 60_000, regime);
}

/** A point within a day. `grain` is the width of the precision to which it is known: a page that shows minutes hides seconds. */
export function instantPoint(at: Instant, d: Day, grain: number, regime: Regime): Point {
  return {
    moment: momentOf(at, regime.zone, grain < 60_000 ? "second" : "minute"),
    day: d,
    ends: (regime.boundary === "reached" ? at : at + grain) as Instant,
  };
}
