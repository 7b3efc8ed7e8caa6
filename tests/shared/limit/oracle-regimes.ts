import { isWorked, plus } from "./oracle.ts";

/**
 * Due times of every shipped regime counted on fingers, day by day and minute by minute, from the table of how real systems compute
 * them, typed here once more by hand. Shares no code with `shared/`.
 */
interface System {
  /** the grounds that stop the clock; none: every one */
  only?: readonly string[];
  added?: true;
  capped?: true;
  sameDay?: true;
  /** office hours in minutes after midnight */
  office: readonly (readonly [number, number])[];
  moment?: true;
  noImmediate?: true;
}
const hhmm = (h: number, m = 0): number => h * 60 + m;
const OFFICE = [
  [hhmm(8, 30), hhmm(12)],
  [hhmm(14), hhmm(17, 30)],
] as const;
const EIGHT = [
  "special-procedure",
  "hearing",
  "tender",
  "auction",
  "inspection",
  "testing",
  "quarantine",
  "appraisal",
  "expert-review",
];
const PLAIN: System = { office: OFFICE };
export const SYSTEMS: Readonly<Record<string, System>> = {
  national: PLAIN,
  strict: { ...PLAIN, only: EIGHT },
  hunan: { ...PLAIN, only: [...EIGHT, "supplement"], capped: true, moment: true },
  guangdong: { ...PLAIN, only: [...EIGHT, "supplement"], capped: true, sameDay: true },
  construction: PLAIN,
  "construction-exchange": { ...PLAIN, only: [...EIGHT, "supplement"], added: true },
  epoint: { office: [[0, hhmm(24)]], moment: true, noImmediate: true },
  pingtan: { ...PLAIN, added: true },
  justep: PLAIN,
  jiangsu: {
    office: [
      [hhmm(8, 30), hhmm(12)],
      [hhmm(14), hhmm(17)],
    ],
  },
  yulin: PLAIN,
  municipal: PLAIN,
  chengdu: PLAIN,
  "steps-too": PLAIN,
};

export interface RegimeCase {
  regime: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` */
  acceptedAt: string;
  limit: { amount: number; unit: string };
  pauses: Pause[];
}

interface Pause {
  from: string;
  to?: string;
  ground: string;
  approved?: { amount: number; unit: "workday" };
}

const LAST = "2026-12-31";
const two = (n: number): string => String(n).padStart(2, "0");
const written = (iso: string, minute: number): string =>
  minute === 1440
    ? `${plus(iso, 1)}T00:00`
    : `${iso}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const minuteOf = (text: string): number =>
  text.length === 10 ? 0 : Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
/** sorts and compares as a text */
const stamp = (text: string): string => (text.length === 10 ? `${text}T00:00` : text);

/** `null`: not before a pause that has not ended, or beyond what is published. */
export function regimeDue(each: RegimeCase): string | null {
  const system = SYSTEMS[each.regime];
  if (!system) throw new Error(each.regime);
  const stopped = each.pauses.filter((p) => !system.only || system.only.includes(p.ground));
  const { unit, amount } = each.limit;
  if (unit === "immediate" || amount === 0) return onTheSpot(each, system);
  if (unit === "workday" && system.moment) return byMinutes(each, system, stopped, true);
  if (unit.includes("hour") || unit.includes("minute"))
    return byMinutes(each, system, stopped, unit.startsWith("work-"));
  return byDays(each, system, stopped);
}

function onTheSpot({ acceptedAt }: RegimeCase, { office, noImmediate }: System): string | null {
  if (noImmediate) return null;
  const close = office.at(-1)?.[1] ?? 0;
  let iso = acceptedAt.slice(0, 10);
  if (acceptedAt.length > 10 && minuteOf(acceptedAt) >= close) iso = plus(iso, 1);
  while (iso <= LAST && !isWorked(iso)) iso = plus(iso, 1);
  return iso <= LAST ? iso : null;
}

function byDays(each: RegimeCase, system: System, pauses: readonly Pause[]): string | null {
  const { unit, amount } = each.limit;
  const natural = unit !== "workday";
  const start = each.acceptedAt.slice(0, 10);
  const covers = (p: Pause, iso: string): boolean => {
    const from = p.from.slice(0, 10);
    const to = p.to?.slice(0, 10);
    if (iso < from) return false;
    if (system.capped && p.approved) {
      let used = 0;
      for (let d = from; d < iso; d = plus(d, 1)) if (isWorked(d)) used++;
      if (used >= p.approved.amount) return false;
    }
    if (to === from) return system.sameDay === true && iso === from;
    return to === undefined || iso < to;
  };
  let left = unit === "month" ? monthDays(start, amount) : Math.ceil(amount);
  let owed = 0;
  let iso = start;
  for (let n = 0; left > 0; n++) {
    iso = plus(iso, 1);
    if (n > 900 || (!natural && iso > LAST)) return null;
    if (!natural && !isWorked(iso)) continue;
    const over = pauses.filter((p) => covers(p, iso)).length;
    if (over > 0) owed += system.added ? over - 1 : 0;
    else if (owed > 0) owed--;
    else left--;
  }
  const standing = (d: string): boolean => pauses.some((p) => covers(p, d));
  for (let n = 0; natural && (iso > LAST || !isWorked(iso) || standing(iso)); n++) {
    iso = plus(iso, 1);
    if (n > 900 || iso > LAST) return null;
  }
  if (iso > LAST) return null;
  const half = amount % 1 > 0 && amount % 1 <= 0.5 && unit === "workday";
  return half ? written(iso, system.office[0]?.[1] ?? 0) : iso;
}

function monthDays(start: string, months: number): number {
  const [y = 0, m = 0, d = 0] = start.split("-").map(Number);
  const total = y * 12 + m - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  for (let date = d; ; date--) {
    const iso = `${year}-${two(month)}-${two(date)}`;
    const ms = Date.parse(`${iso}T00:00:00Z`);
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso))
      return (ms - Date.parse(`${start}T00:00:00Z`)) / 86_400_000;
  }
}

/** One minute after another. */
function byMinutes(
  { acceptedAt, limit }: RegimeCase,
  system: System,
  pauses: readonly Pause[],
  working: boolean,
): string | null {
  const perDay = system.office.reduce((sum, [open, close]) => sum + close - open, 0);
  const whole = limit.unit === "workday";
  let left = whole
    ? Math.round(limit.amount * perDay)
    : limit.amount * (limit.unit.includes("hour") ? 60 : 1);
  const used = new Map<Pause, number>();
  const stoodOn = new Map<Pause, string>();
  const over = new Set<Pause>();
  const budget = (p: Pause): number =>
    system.capped && p.approved ? p.approved.amount * perDay : Infinity;
  const runs = working ? system.office : ([[0, 1440]] as const);
  const begin = stamp(acceptedAt);
  let reached = false;
  let owed = 0;
  const firstPause = pauses.map((p) => p.from.slice(0, 10)).sort()[0];
  const early = firstPause !== undefined && firstPause < begin.slice(0, 10);
  for (let iso = early ? firstPause : begin.slice(0, 10), n = 0; n < 900; n++, iso = plus(iso, 1)) {
    if (working && iso > LAST) return null;
    const worked = isWorked(iso);
    if (working && !worked) continue;
    for (let minute = 0; minute < 1440; minute++) {
      const running = runs.some(([open, close]) => minute >= open && minute < close);
      const inOffice = worked && system.office.some(([o, c]) => minute >= o && minute < c);
      const now = written(iso, minute);
      if (reached) {
        if (running) return now;
        continue;
      }
      let standing = 0;
      for (const p of pauses) {
        if (now < stamp(p.from)) continue;
        const spent = used.get(p) ?? 0;
        const days = p.from.length === 10;
        // used up with its last day where only days are told, else at the next minute that the office works
        if (spent >= budget(p) && (days ? stoodOn.get(p) !== iso : inOffice)) over.add(p);
        if (inOffice) {
          used.set(p, spent + 1);
          if (spent < budget(p)) stoodOn.set(p, iso);
        }
        if (!over.has(p) && (p.to === undefined || now < stamp(p.to))) standing++;
      }
      if (!running || now < begin) continue;
      if (standing > 0) {
        if (system.added) owed += standing - 1;
        continue;
      }
      if (owed > 0) {
        owed--;
        continue;
      }
      left--;
      if (left === 0) {
        if (!whole) return written(iso, minute + 1);
        reached = true;
      }
    }
  }
  return null;
}
