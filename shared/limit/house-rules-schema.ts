import { z } from "zod";
import { calendarYear, overlay } from "../calendar/year-schema.ts";
import type { HouseRules } from "./house-rules.ts";
import { regime } from "./regime-schema.ts";

/** What the service answers at `GET /v1/calendar`. Kept apart from the rules themselves, so that the page carries no validator. */
export const houseRules = z
  .strictObject({
    calendar: z.string().max(60),
    years: z.array(calendarYear).max(100),
    overlays: z.array(overlay).max(100),
    regime: regime.nullable(),
  })
  .meta({ id: "HouseRules" }) satisfies z.ZodType<HouseRules>;
