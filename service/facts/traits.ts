import type { Amount } from "#shared/case/amount.ts";
import type { StatusKind } from "#shared/case/status.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { parallelOf } from "./parallel.ts";

/**
 * What reports ask of a case and no moment changes. Equal traits are stored once, so that a trait must have few distinct values: kinds,
 * flags, small counts, limits — never a date, a name of a person or a free text. A new one is a field here and its line in `traitsOf`.
 */
export interface Traits {
  status: StatusKind | null;
  caseKind: string | null;
  accepted: boolean;
  /** a page that shows no pauses cannot tell that there were none */
  pausesShown: boolean;
  /** corrections asked for */
  rounds: number;
  pauses: number;
  steps: number;
  /** how often it came back to a step in which it had been */
  returns: number;
  /** how often it passed from one department to another; null where fewer than all steps name theirs */
  handOvers: number | null;
  /** promised and statutory limit in working days, where a page shows both and both are counted so */
  promised: number | null;
  statutory: number | null;
  bothLimits: boolean;
  /** of a case that its page calls parallel: how its departments really worked; null where it is not called so */
  parallel: ReturnType<typeof parallelOf>;
  /** fields that were on a page and could not be read, each once */
  unreadable: readonly string[];
}

export function traitsOf(t: Timeline): Traits {
  const { promised, statutory } = pairOf(t);
  return {
    status: t.status?.kind ?? null,
    caseKind: t.caseKind ?? null,
    accepted: t.acceptedAt !== undefined,
    pausesShown: t.pausesSeenAt !== undefined,
    rounds: t.pauses.filter(({ ground }) => ground === "supplement").length,
    pauses: t.pauses.length,
    steps: t.steps.length,
    returns: returnsOf(t),
    handOvers: handOversOf(t),
    promised,
    statutory,
    bothLimits: t.limits.promised !== undefined && t.limits.statutory !== undefined,
    parallel: parallelOf(t),
    unreadable: [...new Set(t.unreadable.map(({ field }) => field))],
  };
}

function returnsOf({ steps }: Timeline): number {
  const moves = steps.filter(({ name }, i) => name !== steps[i - 1]?.name);
  return moves.length - new Set(moves.map(({ name }) => name)).size;
}

function handOversOf({ steps }: Timeline): number | null {
  const departments = steps.map(({ department }) => department);
  if (departments.includes(undefined)) return null;
  return departments.filter((each, i) => i > 0 && each !== departments[i - 1]).length;
}

/** Only working days can be added to working days; 即办 is none at all. */
const workdays = (limit: Amount | undefined): number | undefined =>
  limit?.unit === "immediate" ? 0 : limit?.unit === "workday" ? limit.amount : undefined;

function pairOf({ limits }: Timeline): { promised: number | null; statutory: number | null } {
  const [promised, statutory] = [workdays(limits.promised), workdays(limits.statutory)];
  return promised === undefined || statutory === undefined || statutory === 0
    ? { promised: null, statutory: null }
    : { promised, statutory };
}
