import { houseRules } from "#shared/limit/house-rules-schema.ts";
import type { HouseRules } from "#shared/limit/house-rules.ts";
import { route } from "../http/route.ts";
import { ROLES } from "../access/roles.ts";

/** Devices and auditors learn by which imported notices and rule set their unit's cases are judged, besides what ships. */
export const getCalendar = route<unknown, unknown, HouseRules>(
  ROLES,
  {
    method: "get",
    path: "/v1/calendar",
    summary: "本单位的日历和判定规则 · the notices and the rule set beyond those that ship",
    answer: houseRules,
    narrow: true,
  },
  async ({ deps, caller }) => {
    const { regime } = await deps.rules.judging(caller.unit);
    return (await deps.rules.book()).house(regime);
  },
);
