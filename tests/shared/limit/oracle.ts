import chineseDays from "chinese-days";

/**
 * The due date counted on fingers: one day after another, each asked of another calendar library, by another hand than the clock's.
 * Shares no code with `shared/`.
 */
export interface OracleCase {
  acceptedAt: string;
  limit: { amount: number; unit: "workday" | "day" };
  pauses: { from: string; to: string }[];
}

export const plus = (iso: string, n: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

const worked = new Map<string, boolean>();
export function isWorked(iso: string): boolean {
  const known = worked.get(iso);
  if (known !== undefined) return known;
  const fresh = chineseDays.isWorkday(iso);
  worked.set(iso, fresh);
  return fresh;
}

/** `null` when the count leaves the years whose notices are out. */
export function oracleDue({ acceptedAt, limit, pauses }: OracleCase): string | null {
  const paused = (iso: string): boolean => pauses.some((p) => p.from <= iso && iso < p.to);
  const out = (iso: string): boolean => iso > "2026-12-31";
  let iso = acceptedAt;
  for (let left = limit.amount; left > 0;) {
    iso = plus(iso, 1);
    if (limit.unit === "workday" && out(iso)) return null;
    if (!paused(iso) && (limit.unit === "day" || isWorked(iso))) left--;
  }
  if (out(iso)) return null;
  while (limit.unit === "day" && (!isWorked(iso) || paused(iso))) {
    iso = plus(iso, 1);
    if (out(iso)) return null;
  }
  return iso;
}

/** A small generator of its own, so that a failing case can be named by its number. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function randomCase(next: () => number): OracleCase & { at: string } {
  const pick = (n: number): number => Math.floor(next() * n);
  const acceptedAt = plus("2013-01-01", pick(365 * 14));
  const pauses = Array.from({ length: pick(4) }, () => {
    const from = plus(acceptedAt, pick(80) - 15);
    return { from, to: plus(from, pick(25)) };
  });
  const unit = pick(5) === 0 ? "day" : "workday";
  return {
    acceptedAt,
    limit: { amount: 1 + pick(60), unit },
    pauses,
    at: `${plus(acceptedAt, pick(150))}T${String(pick(24)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}:00+08:00`,
  };
}
