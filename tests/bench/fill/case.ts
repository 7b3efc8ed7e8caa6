import { hash } from "node:crypto";
import type { CaseFacts, Ground, Pause } from "#shared/case/observation.ts";
import { ITEMS, type Item, PORTALS, type Portal, SHARES, STEPS, UNITS } from "./town.ts";
import type { WorkingTime } from "./working-time.ts";

/** One invented case. Times are working days since the history's beginning, with their fraction of a day. */
export interface Invented {
  key: string;
  mask: string;
  item: Item;
  portal: Portal;
  unit: number;
  submitted: number;
  accepted: number;
  /** when each step is left; the last one is the delivery */
  left: number[];
  supplement: { from: number; to: number } | undefined;
  pause: { from: number; to: number; ground: Ground } | undefined;
  /** from when on the portal says that it was accepted later than it was */
  rewritten: number | undefined;
  outcome: "approved" | "rejected" | "withdrawn";
}

const CLOSING = 3;
const GROUNDS: readonly Ground[] = ["expert-review", "inspection", "hearing", "site-visit"];

export function inventedCase(n: number, day: number, next: () => number): Invented {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  // a few items make most of the work
  const item = ITEMS[Math.floor(next() ** 2.2 * ITEMS.length)] as Item;
  const submitted = day + next();
  const supplement = next() < 0.18 ? { from: submitted + next(), to: 0 } : undefined;
  if (supplement) supplement.to = supplement.from + 1 + next() * 9;
  const accepted = (supplement?.to ?? submitted) + next() * 1.5;
  const paused = next() < 0.07 ? 2 + next() * 12 : 0;
  // log-normal around two thirds of what was promised: about one in seven is late
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const took = Math.max(0.2, item.promised * 0.62 * Math.exp(0.45 * normal));
  const pauseFrom = accepted + took * 0.3;
  const pause =
    paused > 0 ? { from: pauseFrom, to: pauseFrom + paused, ground: pick(GROUNDS) } : undefined;
  let at = accepted;
  const left = SHARES.map((share, i) => {
    at += took * share + (pause && i === 2 ? paused : 0);
    return at;
  });
  const ended = next();
  const key = hash("sha256", `case ${n}`);
  return {
    key,
    mask: `…${String(n % 10_000).padStart(4, "0")}`,
    item,
    portal: PORTALS[Math.floor(next() ** 1.5 * PORTALS.length)] as Portal,
    unit: Math.floor(next() ** 1.3 * UNITS.length),
    submitted,
    accepted,
    left,
    supplement,
    pause,
    rewritten: next() < 0.01 ? accepted + took * 0.7 : undefined,
    outcome: ended < 0.93 ? "approved" : ended < 0.97 ? "rejected" : "withdrawn",
  };
}

/** What a page of its portal says about the case at `t`: a list shows the row, a case page also the steps and pauses. */
export function shownAt(of: Invented, t: number, detail: boolean, time: WorkingTime): CaseFacts {
  const { item, portal, accepted, left, supplement, pause } = of;
  const begun = t >= accepted;
  const closedAt = left[CLOSING] ?? Infinity;
  const closed = t >= closedAt;
  const delivered = t >= (left.at(-1) ?? Infinity);
  const waits = supplement !== undefined && t >= supplement.from && t < supplement.to;
  const stands = pause !== undefined && t >= pause.from && t < pause.to;
  const said = of.rewritten !== undefined && t >= of.rewritten ? accepted + 2 : accepted;
  const n = stepAt(of, t);
  const showsLimit = portal.shows !== "nothing" || detail;
  return {
    item: item.name,
    itemCode: item.code,
    department: item.department,
    caseKind: item.caseKind,
    status: delivered
      ? { text: "已送达", kind: "delivered" }
      : closed
        ? { text: OUTCOME[of.outcome], kind: of.outcome }
        : waits
          ? { text: "待补正", kind: "supplement" }
          : stands
            ? { text: "特别程序", kind: "paused" }
            : begun
              ? { text: "审查中", kind: "processing" }
              : { text: "待受理", kind: "submitted" },
    step: STEPS[n] ?? "送达",
    ...(detail && { submittedAt: time.moment(of.submitted) }),
    ...(begun && { acceptedAt: time.moment(said) }),
    ...(begun && portal.shows === "due" && { due: time.day(said + item.promised) }),
    ...(closed && { closedAt: time.moment(closedAt) }),
    ...(delivered && { deliveredAt: time.moment(left.at(-1) ?? 0) }),
    ...(detail && { statutoryLimit: { amount: item.statutory, unit: "workday" } }),
    ...(showsLimit && { promisedLimit: { amount: item.promised, unit: "workday" } }),
    ...(begun &&
      !closed &&
      portal.shows === "remaining" && {
        remaining: { amount: Math.ceil(said + item.promised - t), unit: "workday" },
      }),
    ...(detail && { pauses: pausesAt(of, t, time) }),
    ...(detail && { steps: stepsAt(of, t, time) }),
  };
}

const OUTCOME = { approved: "准予许可", rejected: "不予许可", withdrawn: "申请人撤回" } as const;

const stepAt = ({ left }: Invented, t: number): number => {
  const n = left.findIndex((at) => t < at);
  return n < 0 ? STEPS.length - 1 : n;
};

function pausesAt({ supplement, pause }: Invented, t: number, time: WorkingTime): Pause[] {
  const all = [
    ...(supplement ? [{ ...supplement, ground: "supplement" as const }] : []),
    ...(pause ? [pause] : []),
  ];
  return all
    .filter(({ from }) => from <= t)
    .map(({ from, to, ground }) => ({
      from: time.moment(from),
      ...(to <= t && { to: time.moment(to) }),
      ground,
    }));
}

const stepsAt = (of: Invented, t: number, time: WorkingTime): CaseFacts["steps"] =>
  STEPS.slice(0, stepAt(of, t) + 1).map((name, i) => {
    const end = of.left[i] ?? Infinity;
    return {
      name,
      department: of.item.department,
      enteredAt: time.moment(i === 0 ? of.submitted : (of.left[i - 1] ?? 0)),
      ...(end <= t && { leftAt: time.moment(end) }),
    };
  });
