import type { VerdictKind } from "#shared/limit/verdict.ts";
import {
  type IsoDay,
  lastKnownYear,
  nthWorkday,
  plusDays,
  workdayAgo,
  workdaysKnownAfter,
} from "./days.ts";
import { type OrderSeed, orderSeeds } from "./order-seeds.ts";
import { type Seed, seeds } from "./seeds.ts";
import { type PortalStep, stepsOf } from "./steps.ts";

/** One row as the portal's own database holds it. Times are `YYYY-MM-DD HH:mm:ss`, empty where there is none. */
export interface PortalCase {
  id: number;
  caseNo: string;
  item: string;
  kind: string;
  department: string;
  applicant: string;
  phone: string;
  submittedAt: string;
  acceptedAt: string;
  limit: string;
  due: string;
  step: string;
  status: string;
  closedAt: string;
  steps: PortalStep[];
  pauses: { name: string; from: string; to: string; approved: string }[];
}

export interface PortalOrder {
  orderNo: string;
  title: string;
  sort: string;
  unit: string;
  caller: string;
  phone: string;
  acceptedAt: string;
  limit: string;
  due: string;
  status: string;
  closedAt: string;
}

/** A row and what must be said of it. */
export interface Expected<Row> {
  row: Row;
  expect: VerdictKind;
}

export interface Today {
  day: IsoDay;
  /** the last year for which the product has a calendar */
  calendarUntil: number;
}

/** Days are counted back from here: today, or the last day that chinese-days knows. */
const anchorOf = (today: Today): IsoDay =>
  today.day < `${lastKnownYear}-12-31` ? today.day : `${lastKnownYear}-12-31`;

type Dated = Pick<Seed, "expect" | "promise" | "accepted" | "closed" | "dueBlank" | "closedBlank">;
interface Dates {
  accepted: IsoDay | undefined;
  due: IsoDay | undefined;
  closed: IsoDay | undefined;
  expect: VerdictKind;
}

function datesOf(seed: Dated, today: Today): Dates | undefined {
  const anchor = anchorOf(today);
  const [amount, unit] = seed.promise ?? [0, "workday"];
  let ago = seed.accepted;
  if (ago === undefined)
    return { accepted: undefined, due: undefined, closed: undefined, expect: seed.expect };

  if (unit === "day") {
    const accepted = workdayAgo(plusDays(anchor, -ago), 0);
    const due = plusDays(accepted, amount);
    // The last day may move to the next working day, which only a known calendar tells.
    const told = Number(due.slice(0, 4)) <= Math.min(lastKnownYear, today.calendarUntil);
    return told ? { accepted, due, closed: undefined, expect: seed.expect } : undefined;
  }

  const open = seed.closed === undefined && !seed.closedBlank;
  let expect = seed.expect;
  let dueKnown = seed.promise !== undefined;
  const left = amount - ago;
  const known = workdaysKnownAfter(anchor, left);
  if (open && seed.promise && left > known) {
    // Near the end of the last known year: bring it closer while it stays far from the warning, else nobody can tell.
    if (expect === "on-time" && known >= FAR) ago = amount - known;
    else {
      dueKnown = false;
      if (today.calendarUntil <= lastKnownYear && OPEN.includes(expect)) expect = "unknown";
    }
  }
  const accepted = workdayAgo(anchor, ago);
  return {
    accepted,
    due: dueKnown ? nthWorkday(accepted, amount) : undefined,
    closed: seed.closed === undefined ? undefined : nthWorkday(accepted, seed.closed),
    expect,
  };
}
const FAR = 6;
const OPEN: readonly VerdictKind[] = ["on-time", "due-soon", "overdue"];

const two = (n: number): string => String(n).padStart(2, "0");
/** A time of day in office hours that depends on the row only. */
const clock = (index: number, hour: number): string =>
  `${two(hour + (index % 2))}:${two((index * 7 + 3) % 60)}:${two((index * 13 + 11) % 60)}`;
const on = (day: IsoDay | undefined, time: string): string => (day ? `${day} ${time}` : "");

/** The cases of the approval system, in the order in which the portal lists them. */
export function casesOn(today: Today): Expected<PortalCase>[] {
  return seeds.flatMap((seed, index) => {
    const dates = datesOf(seed, today);
    if (!dates) return [];
    const sameDay = seed.kind === "即办件";
    const anchor = anchorOf(today);
    const due = sameDay ? dates.accepted : dates.due;
    const submitted = dates.accepted
      ? sameDay
        ? dates.accepted
        : nthWorkday(dates.accepted, -1)
      : workdayAgo(anchor, seed.acceptedBlank ? 9 : 2);
    const row: PortalCase = {
      id: 20_417 + index * 3,
      caseNo: `QYSP${submitted.replaceAll("-", "")}${String(1107 + index * 37).padStart(5, "0")}`,
      item: seed.item,
      kind: seed.kind,
      department: seed.department,
      applicant: seed.applicant,
      phone: seed.phone,
      submittedAt: on(submitted, sameDay ? "08:41:20" : clock(index, 14)),
      acceptedAt: on(dates.accepted, clock(index, 9)),
      limit: seed.limit,
      due: seed.dueBlank || !due ? "" : due,
      step: seed.step,
      status: seed.status,
      closedAt: on(dates.closed, sameDay ? clock(index, 11) : clock(index, 15)),
      steps: [],
      pauses: seed.pause
        ? [
            {
              name: seed.pause.name,
              from: on(workdayAgo(anchor, seed.pause.ago), clock(index, 10)),
              to: "",
              approved: seed.pause.approved,
            },
          ]
        : [],
    };
    row.steps = stepsOf(row, anchor);
    return [{ row, expect: dates.expect }];
  });
}

/** The work orders of the hotline, in the order in which its page lists them. */
export function ordersOn(today: Today): Expected<PortalOrder>[] {
  return orderSeeds.flatMap((seed: OrderSeed, index) => {
    const dates = datesOf(seed, today);
    if (!dates) return [];
    const row: PortalOrder = {
      orderNo: `GD${(dates.accepted ?? today.day).replaceAll("-", "")}${two((index * 17 + 5) % 100)}${two(index + 11)}R`,
      title: seed.title,
      sort: seed.sort,
      unit: seed.unit,
      caller: seed.caller,
      phone: seed.phone,
      acceptedAt: on(dates.accepted, clock(index, 9)).slice(0, 16),
      limit: seed.limit,
      due: seed.dueBlank || !dates.due ? "" : `${dates.due} 17:30`,
      status: seed.status,
      closedAt: on(dates.closed, clock(index, 15)).slice(0, 16),
    };
    return [{ row, expect: dates.expect }];
  });
}
