import { z } from "zod";
import { LANGUAGES, type Language } from "#shared/strings/strings.ts";
import { addDays, parseDay } from "#shared/time/day.ts";
import { dayOf, instantAt, parseInstant, type Instant } from "#shared/time/instant.ts";
import { type Unit, findUnit, unitsUnder } from "../access/units.ts";
import type { Judging } from "../derived/judging.ts";
import type { Asks } from "../http/deps.ts";
import { Problem } from "../http/problem.ts";
import type { UnitRef, Versions } from "./shapes/common.ts";

/** What every question about cases may say besides its filters. */
export const askingQuery = {
  /** id or path of a unit at or below the caller's; its whole subtree is asked about */
  unit: z
    .string()
    .max(1000)
    .optional()
    .meta({ examples: ["青屿市/政务服务中心"] }),
  /** a day (its end) or an instant with its offset; nothing learnt later is used */
  asOf: z
    .string()
    .max(40)
    .optional()
    .meta({ examples: ["2026-11-20", "2026-11-20T10:00:00+08:00"] }),
  lang: z.enum(LANGUAGES).optional(),
};

export interface Asking {
  unit?: string | undefined;
  asOf?: string | undefined;
  lang?: Language | undefined;
}

export interface Scope {
  /** root of what was asked about; null is every unit there is */
  root: UnitRef | null;
  units: ReadonlyMap<number, Unit>;
  asOf: number;
  language: Language;
  /** the rules of the unit that was asked about, by which its cases were judged */
  judging: Judging;
  versions: Versions;
}

/**
 * What this caller may see, of the subtree that was asked for: the scope is in the query, not in the page. What was
 * asked about an earlier time is answered by the tree as it was then.
 * @throws Problem `unknown-unit` also where the unit exists outside the caller's subtree
 */
export async function scopeOf(
  deps: Asks,
  caller: { unit: number | null },
  asking: Asking,
  acceptLanguage?: string,
): Promise<Scope> {
  const asOf = momentAsked(asking.asOf, deps.now());
  const root = await rootOf(deps, caller.unit, asking.unit, asOf);
  const under = await unitsUnder(deps.db, root?.id ?? null, asOf);
  const units = new Map(under.map((unit) => [unit.id, unit]));
  const judging = await deps.rules.judging(root?.id ?? null);
  const language = languageOf(asking.lang, acceptLanguage);
  const versions = { ...judging.versions, program: deps.program };
  return { root, units, asOf, language, judging, versions };
}

async function rootOf(
  { db }: Asks,
  own: number | null,
  asked: string | undefined,
  asOf: number,
): Promise<UnitRef | null> {
  if (asked === undefined || asked === "") {
    if (own === null) return null;
    const [root] = await unitsUnder(db, own, asOf);
    if (root) return root;
  } else {
    const found = await findUnit(db, own, asked, asOf);
    if (found) return found;
  }
  throw new Problem("unknown-unit");
}

/** @throws Problem when it is no day and no instant, or lies in the future */
export function momentAsked(text: string | undefined, now: number): number {
  if (text === undefined || text === "") return now;
  const d = parseDay(text);
  const at = d === undefined ? parseInstant(text) : instantAt(addDays(d, 1), 0) - 1;
  const today = d !== undefined && d === dayOf(now as Instant);
  if (at === undefined || (at > now && !today))
    throw new Problem("invalid-request", {
      errors: [
        {
          pointer: "?/asOf",
          detail:
            "须为不晚于现在的日期或带时区的时间 a day or an instant with its offset, not in the future",
        },
      ],
    });
  return Math.min(at, now);
}

/** Chinese unless English is asked for, in the query or by a browser that prefers it to Chinese. */
export function languageOf(asked: Language | undefined, accept = ""): Language {
  if (asked) return asked;
  const first = accept
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .find((each) => each.startsWith("zh") || each.startsWith("en"));
  return first?.startsWith("en") ? "en" : "zh-CN";
}
