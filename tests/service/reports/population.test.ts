import { expect, test } from "vitest";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { aKey } from "../a-service.ts";
import { AS_OF, aCase } from "./a-world.ts";

const open = { status: { text: "在办", kind: "processing" } as const };
const closed = { status: { text: "办结", kind: "finished" } as const };
const CODE = "2026-330200-04-01-123456";
const cases = [
  aCase(1, { acceptedAt: "2026-11-02", due: "2026-11-09", ...open, projectCode: CODE }),
  aCase(2, { acceptedAt: "2026-11-02", due: "2026-11-09", closedAt: "2026-11-09", ...closed }),
  aCase(3, { acceptedAt: "2026-11-02", due: "2026-11-09", closedAt: "2026-11-12", ...closed }),
  aCase(4, {
    acceptedAt: "2026-11-02",
    promisedLimit: { amount: 5, unit: "workday" },
    pauses: [{ from: "2026-11-06", ground: "suspended" }],
    ...open,
  }),
  aCase(5, {
    item: "12345 工单",
    receivedAt: "2026-11-02",
    steps: [{ name: "转办", leftAt: "2026-11-03" }],
    satisfied: false,
    ...open,
  }),
  aCase(6, {
    acceptedAt: "2026-11-02",
    promisedLimit: { amount: 5, unit: "workday" },
    due: "2026-11-27",
    ...open,
  }),
];
const masks = async (query: Record<string, string>): Promise<string> =>
  (await judgedSet(cases, AS_OF).where(populationQuery.parse(query)).open())
    .map(({ mask }) => mask.slice(1))
    .join(" ");

test.each([
  [{ keys: `${aKey(2)},${aKey(4)}` }, "2 4"],
  [{ project: CODE }, "1"],
  [{ project: "" }, "2 3 4 5 6"],
  [{ slackFrom: "0", slackTo: "0" }, "2"],
  [{ slackTo: "-1" }, "3"],
  [{ has: "paused" }, "4"],
  [{ has: "paused,asked-groundless" }, "4"],
  [{ has: "disagrees" }, "6"],
  [{ has: "work-order,rated" }, "5"],
  [{ has: "satisfied" }, ""],
  [{ transferTo: "0" }, ""],
  [{ transferTo: "1" }, "5"],
  [{ finding: "pause-without-ground" }, "4"],
  [{ seenBy: "1" }, "1 2 3 4 5 6"],
  [{ seenBy: "2,3" }, ""],
])("%j lists the cases %s", async (query, found) => {
  expect(await masks(query as Record<string, string>)).toBe(found);
});

test.each([
  { keys: "1" },
  { has: "money" },
  { seenBy: "a" },
  { finding: "guilt" },
  { slackTo: "1.5" },
])("%j is refused", (query) => {
  expect(populationQuery.safeParse(query).success).toBe(false);
});
