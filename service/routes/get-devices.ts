import { unitsUnder } from "../access/units.ts";
import { TOLERATED_SKEW } from "../derived/clock-skew.ts";
import { route } from "../http/route.ts";
import { deviceList } from "./shapes/access.ts";

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * What an administrator must know of each browser of the own subtree: whether it is silent, misses records or has a wrong clock. Others see
 * the browsers that they enrolled for themselves.
 */
export const getDevices = route(
  ["system-admin", "supervisor", "observer"],
  {
    method: "get",
    path: "/v1/devices",
    summary: "终端状态 · devices: last seen, gaps, clock",
    answer: deviceList,
  },
  async ({ deps, caller }) => {
    const units = new Map((await unitsUnder(deps.db, caller.unit)).map((unit) => [unit.id, unit]));
    const rows = await deps.db.all<Row>(DEVICES, [
      JSON.stringify([...units.keys()]),
      caller.role === "system-admin" ? null : caller.id,
    ]);
    const now = deps.now();
    return {
      devices: rows.flatMap((row) => {
        const unit = units.get(row.unit);
        if (!unit) return [];
        const gaps = gapsOf(JSON.parse(row.runs) as [number, number][]);
        const heard = Math.max(row.last_at ?? 0, row.created_at);
        return [
          {
            id: row.public_id,
            name: row.name,
            unit: { id: unit.id, name: unit.name, path: unit.path },
            enrolledAt: iso(row.created_at),
            signs: row.public_key !== null,
            revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
            lastSeenAt: row.last_at === null ? null : iso(row.last_at),
            silentDays:
              row.revoked_at === null ? Math.max(0, Math.floor((now - heard) / DAY)) : null,
            clockOffsetMs: row.skew,
            clockWrong: Math.abs(row.skew ?? 0) > TOLERATED_SKEW,
            gaps: gaps.slice(0, 100),
            missing: gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0),
            refused: row.refused,
            conflicts: row.conflicts,
          },
        ];
      }),
    };
  },
);

type Row = {
  public_id: string;
  name: string;
  unit: number;
  created_at: number;
  revoked_at: number | null;
  public_key: string | null;
  last_at: number | null;
  skew: number | null;
  refused: number;
  conflicts: number;
  runs: string;
};

// the pseudo devices of imported files never send again, and are nobody's browser
const DEVICES = `SELECT public_id, name, unit, created_at, revoked_at, public_key, last_at, skew, refused, conflicts,
    (SELECT json_group_array(json_array(first_seq, last_seq))
     FROM (SELECT first_seq, last_seq FROM runs WHERE device = devices.id ORDER BY first_seq)) AS runs
  FROM devices WHERE unit IN (SELECT value FROM json_each(?1)) AND public_id NOT LIKE 'file-%'
    AND (?2 IS NULL OR owner = ?2) ORDER BY id`;

function gapsOf(runs: readonly [number, number][]): [number, number][] {
  const gaps: [number, number][] = [];
  let next = 1;
  for (const [first, last] of runs) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return gaps;
}
