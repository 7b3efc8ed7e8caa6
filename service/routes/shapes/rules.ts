import { z } from "zod";
import { calendarYear, overlay } from "#shared/calendar/year-schema.ts";
import type { CalendarYear, Overlay } from "#shared/calendar/year.ts";
import { regime } from "#shared/limit/regime-schema.ts";
import type { Regime } from "#shared/limit/regime.ts";
import { LANGUAGES } from "#shared/strings/strings.ts";
import { unitRef } from "./common.ts";

/** Who brought a file, and when; null for what ships. */
const imported = z
  .object({ file: z.int(), importedAt: z.string(), importedBy: z.string(), versions: z.int() })
  .nullable();

/** Everything that cases can be judged by: what ships, what was imported over it, and who judges by what. */
export const ruleBookShape = z
  .object({
    /** whether this caller may import for everybody, or only what is new */
    imports: z.enum(["all", "new", "none"]),
    now: z.object({ regime: z.string(), calendar: z.string(), from: z.string(), to: z.string() }),
    /** `own`: positions of the notices that an imported file brought */
    years: z.array(z.object({ content: calendarYear, imported, own: z.array(z.int()) })),
    overlays: z.array(z.object({ content: overlay, imported })),
    regimes: z.array(z.object({ content: regime, imported })),
    /** every choice that holds for a unit of the own subtree or, from above, for all of it (unit null) */
    choices: z.array(
      z.object({
        unit: unitRef.nullable(),
        regime: z.string(),
        chosenAt: z.string(),
        chosenBy: z.string(),
      }),
    ),
    /** every file that was ever imported, the newest first */
    files: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(["year", "overlay", "regime"]),
        name: z.string(),
        importedAt: z.string(),
        importedBy: z.string(),
        /** a later one of the same kind and name stands in its place */
        replaced: z.boolean(),
      }),
    ),
  })
  .meta({ id: "RuleBook" });
type Parsed = z.infer<typeof ruleBookShape>;
export type Imported = z.infer<typeof imported>;
export type RuleBookShape = Omit<Parsed, "years" | "overlays" | "regimes"> & {
  years: { content: CalendarYear; imported: Imported; own: number[] }[];
  overlays: { content: Overlay; imported: Imported }[];
  regimes: { content: Regime; imported: Imported }[];
};

export const ruleText = z
  .strictObject({
    kind: z.enum(["calendar", "regime"]),
    /** the file as it is, JSON */
    text: z.string().max(2_000_000),
    lang: z.enum(LANGUAGES).optional(),
  })
  .meta({ id: "RuleText" });

const fault = z.object({ path: z.string(), message: z.string() });

export const ruleCheck = z
  .object({
    faults: z.array(fault),
    /** what the file is, where it is without fault */
    file: z
      .object({
        kind: z.enum(["year", "overlay", "regime"]),
        name: z.string(),
        /** the same was already there */
        known: z.boolean(),
      })
      .nullable(),
    /** the rule set as it was read */
    regime: regime.nullable(),
  })
  .meta({ id: "RuleCheck" });
export type RuleCheck = Omit<z.infer<typeof ruleCheck>, "regime"> & { regime: Regime | null };

export const ruleImport = z
  .object({
    id: z.int(),
    kind: z.enum(["year", "overlay", "regime"]),
    name: z.string(),
    fresh: z.boolean(),
    /** the calendar by which cases are judged from now on */
    calendar: z.string(),
    /** of `GET /v1/jobs/{id}`: the judging-again that this has begun */
    job: z.int(),
  })
  .meta({ id: "RuleImport" });
export type RuleImport = z.infer<typeof ruleImport>;

export const ruleChoice = z
  .strictObject({ unit: z.int(), regime: z.string().max(60) })
  .meta({ id: "RuleChoice" });
export const ruleChosen = z
  .object({ unit: unitRef, regime: z.string() })
  .meta({ id: "RuleChosen" });
export type RuleText = z.infer<typeof ruleText>;
