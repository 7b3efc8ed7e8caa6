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

/** Days are counted back from here: today, or the last day that chinese-days knows. */
export const anchorOf = (today: IsoDay): IsoDay =>
  today < `${lastKnownYear}-12-31` ? today : `${lastKnownYear}-12-31`;

type Dated = Pick<Seed, "expect" | "promise" | "accepted" | "closed">;
interface Dates {
  accepted: IsoDay | undefined;
  due: IsoDay | undefined;
  closed: IsoDay | undefined;
}

/** @returns undefined for a case that nobody can judge surely on that day: its last day lies in a year without a calendar */
function datesOf(seed: Dated, today: IsoDay): Dates | undefined {
  const anchor = anchorOf(today);
  if (seed.accepted === undefined)
    return { accepted: undefined, due: undefined, closed: undefined };
  const [amount, unit] = seed.promise ?? [0, "workday"];
  const accepted =
    unit === "day"
      ? workdayAgo(plusDays(anchor, -seed.accepted), 0)
      : workdayAgo(anchor, seed.accepted);
  const due = seed.promise && dueOf(accepted, amount, unit);
  if (seed.expect === "due-soon" && !(due && due <= SURE)) return undefined;
  if (seed.expect === "on-time" && today > anchor) return undefined;
  return {
    accepted,
    due,
    closed: seed.closed === undefined ? undefined : nthWorkday(accepted, seed.closed),
  };
}

/** The notice for the year after the last known one may still move the last days of December. */
const SURE = `${lastKnownYear}-12-28`;

/** `undefined` where the count leaves the known years: the portal then prints no date, and on time is on time without one. */
function dueOf(accepted: IsoDay, amount: number, unit: "workday" | "day"): IsoDay | undefined {
  if (unit === "day") return plusDays(accepted, amount);
  return amount <= workdaysKnownAfter(accepted, amount) ? nthWorkday(accepted, amount) : undefined;
}

const two = (n: number): string => String(n).padStart(2, "0");
/** A time of day in office hours that depends on the row only. */
const clock = (index: number, hour: number): string =>
  `${two(hour + (index % 2))}:${two((index * 7 + 3) % 60)}:${two((index * 13 + 11) % 60)}`;
const on = (day: IsoDay | undefined, time: string): string => (day ? `${day} ${time}` : "");

/** The cases of the approval system, in the order in which the portal lists them. */
export function casesOn(today: IsoDay): Expected<PortalCase>[] {
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
    return [{ row, expect: seed.expect }];
  });
}

/** The work orders of the hotline, in the order in which its page lists them. */
export function ordersOn(today: IsoDay): Expected<PortalOrder>[] {
  return orderSeeds.flatMap((seed: OrderSeed, index) => {
    const dates = datesOf(seed, today);
    if (!dates) return [];
    const row: PortalOrder = {
      orderNo: `GD${(dates.accepted ?? today).replaceAll("-", "")}${two((index * 17 + 5) % 100)}${two(index + 11)}R`,
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
    return [{ row, expect: seed.expect }];
  });
}
