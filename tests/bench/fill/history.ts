import type { Look, Observation, Recorded } from "#shared/case/observation.ts";
import { random } from "../../shared/limit/oracle.ts";
import { type Invented, inventedCase, shownAt } from "./case.ts";
import { UNITS } from "./town.ts";
import { workingTime } from "./working-time.ts";

/** What one device sends at once. */
export interface Sent {
  /** 0-based */
  device: number;
  /** ms, the service's clock */
  receivedAt: number;
  records: Recorded[];
}

export interface Plan {
  /** about so many and no more */
  observations: number;
  seed?: number;
  /** first and last day */
  from?: string;
  to?: string;
}

const PER_CASE = 11;
const PER_LOOK = 20;
const PER_BATCH = 200;

interface Sight {
  of: Invented;
  t: number;
  detail: boolean;
  device: number;
}

export const devicesFor = (observations: number): number =>
  Math.max(6, Math.min(240, Math.round(observations / 40_000)));

/** At which unit a device stands. */
export const unitOfDevice = (device: number): string => UNITS[device % UNITS.length] ?? "";

/**
 * Three years of an invented city, day by day and in the order of receipt: the same for the same plan. Each case is looked at on
 * about eleven occasions between its submission and its delivery, mostly in lists of up to twenty, now and then on its own page.
 */
export function* history(plan: Plan): Generator<Sent> {
  const { observations, seed = 1, from = "2023-11-20", to = "2026-11-20" } = plan;
  const time = workingTime(from, to);
  const next = random(seed);
  const devices = devicesFor(observations);
  const standing = devicesByUnit(devices);
  const daily = observations / PER_CASE / (time.length * 0.985);
  const ahead: Sight[][] = [];
  const seq = new Uint32Array(devices);
  let [cases, due, told] = [0, 0, 0];
  for (let day = 0; day < time.length && told < observations; day++) {
    for (due += daily; due >= 1 && cases * PER_CASE < observations * 1.2; due--)
      lookedAt(inventedCase(cases++, day, next), ahead, standing, next);
    const today = (ahead[day] ?? []).sort(inOrderOfLooking);
    delete ahead[day];
    const sent: Sent[] = [];
    for (let at = 0; at < today.length && told < observations;) {
      const records: Recorded[] = [];
      const device = today[at]?.device ?? 0;
      let last = 0;
      while (at < today.length && records.length < PER_BATCH - PER_LOOK) {
        const seen = pageFrom(today, at, observations - told);
        if (seen.length === 0 || seen[0]?.device !== device) break;
        at += seen.length;
        told += seen.length;
        const first = (seq[device] ?? 0) + 1;
        seq[device] = first + seen.length;
        last = time.instant(seen.at(-1)?.t ?? 0);
        records.push(...recordsOf(seen, first, last, time, next));
      }
      sent.push({ device, receivedAt: last + 20_000 + Math.floor(next() * 60_000), records });
    }
    yield* sent.sort((a, b) => a.receivedAt - b.receivedAt || a.device - b.device);
  }
}

const devicesByUnit = (devices: number): number[][] => {
  const of: number[][] = UNITS.map(() => []);
  for (let device = 0; device < devices; device++) of[device % UNITS.length]?.push(device);
  return of;
};

function lookedAt(of: Invented, ahead: Sight[][], standing: number[][], next: () => number): void {
  const until = (of.left.at(-1) ?? of.submitted) + 1;
  const many = PER_CASE - 3 + Math.floor(next() * 7);
  // where no device stands at the unit, another one's looks on
  const here = standing[of.unit] ?? [];
  for (let i = 0; i < many; i++) {
    const t = of.submitted + (until - of.submitted) * ((i + next()) / many);
    const device =
      here.length > 0 && next() > 0.03
        ? (here[Math.floor(next() * here.length)] ?? 0)
        : of.unit % standing.reduce((n, each) => n + each.length, 0);
    (ahead[Math.floor(t)] ??= []).push({ of, t, detail: next() < 0.08, device });
  }
}

/** A device turns from portal to portal twice a day. */
const inOrderOfLooking = (a: Sight, b: Sight): number =>
  a.device - b.device ||
  Math.floor(a.t * 2) - Math.floor(b.t * 2) ||
  (a.of.portal.host < b.of.portal.host ? -1 : a.of.portal.host > b.of.portal.host ? 1 : 0) ||
  a.t - b.t;

/** What is on one page: a case alone, or up to twenty of a list of the same portal. */
function pageFrom(today: readonly Sight[], from: number, most: number): Sight[] {
  const first = today[from];
  if (!first || most <= 0) return [];
  if (first.detail) return [first];
  const seen = [first];
  for (let i = from + 1; i < today.length && seen.length < Math.min(PER_LOOK, most); i++) {
    const each = today[i];
    if (!each || each.detail || each.device !== first.device) break;
    if (each.of.portal !== first.of.portal) break;
    // a case stands in a list once
    if (seen.some(({ of }) => of === each.of)) break;
    seen.push(each);
  }
  return seen;
}

function recordsOf(
  seen: readonly Sight[],
  seq: number,
  at: number,
  time: ReturnType<typeof workingTime>,
  next: () => number,
): Recorded[] {
  const detail = seen[0]?.detail === true;
  const total = 200 + Math.floor(next() * 800);
  const look: Look = {
    type: "look",
    seq,
    at,
    lastAt: at,
    times: 1,
    portal: seen[0]?.of.portal.host ?? "",
    view: detail ? "/banjian/detail" : "/banjian/list",
    kind: detail ? "detail" : "list",
    cases: seen.length,
    unidentified: next() < 0.02 ? 1 : 0,
    coverage: detail
      ? { shown: 1 }
      : { shown: seen.length, total, page: 1, pages: Math.ceil(total / PER_LOOK) },
    unreadable: next() < 0.01 ? [{ field: "due", why: "ambiguous" }] : [],
    reader: "0.1.0",
  };
  const sights = seen.map(({ of, t }, i): Observation => {
    const still = next() < 0.25;
    return {
      type: "observation",
      seq: seq + 1 + i,
      at,
      lastAt: still ? at + 600_000 : at,
      times: still ? 2 : 1,
      look: seq,
      caseKey: of.key,
      caseMask: of.mask,
      facts: shownAt(of, t, detail, time),
      unreadable: next() < 0.005 ? [{ field: "promisedLimit", why: "unparsable" }] : [],
    };
  });
  return [look, ...sights];
}
