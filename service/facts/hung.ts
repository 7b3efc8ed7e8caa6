import type { Pause } from "#shared/case/observation.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import type { Evidence, Finding } from "#shared/limit/findings/finding.ts";
import { pauseAfterAcceptanceForSupplement } from "#shared/limit/findings/pause-after-acceptance-for-supplement.ts";
import { pauseNearDue } from "#shared/limit/findings/pause-near-due.ts";
import { pauseWithoutGround } from "#shared/limit/findings/pause-without-ground.ts";
import { reHung } from "#shared/limit/findings/re-hung.ts";
import type { World } from "#shared/limit/verdict.ts";
import { type NoAllowance, allowanceUsed } from "../reports/allowance-used.ts";

const ASKED = {
  late: pauseNearDue,
  again: reHung,
  groundless: pauseWithoutGround,
  supplement: pauseAfterAcceptanceForSupplement,
} as const satisfies Record<string, Finding>;

/** What a pause may be asked about; `after`: it began when the limit was used up. */
export type AskId = keyof typeof ASKED | "after";
export const ASK_IDS: readonly AskId[] = ["late", "after", "again", "groundless", "supplement"];

export interface Hung {
  pause: Pause;
  nth: number;
  /** share of the limit that had run when it began, or why that cannot be told */
  used: number | NoAllowance;
  asks: AskId[];
}

/** The pauses of one case in the order of their beginnings, each with what it asks. */
export function hungOf(t: Timeline, world: World): Hung[] {
  if (t.pauses.length === 0) return [];
  const found = Object.entries(ASKED).map(
    ([id, { find }]) => [id as AskId, find(t, world)] as const,
  );
  return t.pauses
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((pause, nth) => {
      const used = allowanceUsed(t, pause, world.calendar);
      const asks = found.flatMap(([id, evidence]) =>
        evidence.some((one) => isAbout(one, pause)) ? [id] : [],
      );
      if (typeof used === "number" && used > 1) asks.push("after");
      return { pause, nth, used, asks: ASK_IDS.filter((id) => asks.includes(id)) };
    });
}

const isAbout = ({ from, ground }: Evidence, pause: Pause): boolean =>
  from === pause.from && (ground === undefined || ground === pause.ground);
