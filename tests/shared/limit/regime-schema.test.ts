import { expect, test } from "vitest";
import { closing } from "#shared/limit/office.ts";
import { regime } from "#shared/limit/regime-schema.ts";
import { REGIMES } from "#shared/limit/rules/index.ts";
import { national } from "#shared/limit/rules/national.ts";
import { day } from "#shared/time/day.ts";
import { judged, workdays } from "./a-case.ts";

test.each(REGIMES.map((r) => r.id))(
  "%s would pass as an imported file, through JSON, and mean the same",
  (id) => {
    const shipped = REGIMES.find((r) => r.id === id);
    expect(regime.parse(JSON.parse(JSON.stringify(shipped)))).toEqual(shipped);
  },
);

test("an organisation's own copy judges by its own hours", () => {
  const own = regime.parse({
    ...national,
    id: "our-hall",
    endOfDay: "close",
    officeHours: [
      { season: { from: "10-01", to: "04-30" }, sessions: [["09:00", "16:30"]] },
      { sessions: [["09:00", "17:00"]] },
    ],
  });
  const facts = { acceptedAt: "2026-03-02", limit: workdays(5) };
  expect(judged(facts, "2026-03-09T16:29", { regime: own }).kind).toBe("due-soon");
  expect(judged(facts, "2026-03-09T16:30", { regime: own })).toMatchObject({
    kind: "overdue",
    regime: "our-hall@2026-11-22",
  });
  const summer = { acceptedAt: "2026-07-06", limit: workdays(5) };
  expect(judged(summer, "2026-07-13T16:59", { regime: own }).kind).toBe("due-soon");
  expect(judged(summer, "2026-07-13T17:00", { regime: own }).kind).toBe("overdue");
});

test.each([
  ["2026-09-30", "17:00"],
  ["2026-10-01", "16:30"],
  ["2026-12-31", "16:30"],
  ["2026-04-30", "16:30"],
  ["2026-05-01", "17:00"],
])(
  "a season that wraps over the new year holds its first and its last day: %s closes at %s",
  (iso, close) => {
    const office = {
      zone: national.zone,
      officeHours: [
        { season: { from: "10-01", to: "04-30" }, sessions: [["09:00", "16:30"]] },
        { season: { from: "05-01", to: "09-30" }, sessions: [["09:00", "17:00"]] },
      ],
    } as const;
    const [hour = 0, minute = 0] = close.split(":").map(Number);
    expect(closing(day(iso), office)).toBe((hour * 60 + minute) * 60_000);
  },
);

test("office hours without a break may be written as two sessions", () => {
  const sessions = [
    ["09:00", "12:00"],
    ["12:00", "17:00"],
  ];
  expect(regime.safeParse({ ...national, officeHours: [{ sessions }] }).success).toBe(true);
});

test.each([
  [{ id: "Our Hall" }, "id"],
  [{ zone: "Asia/Atlantis" }, "zone"],
  [
    {
      officeHours: [
        {
          sessions: [
            ["14:00", "17:30"],
            ["08:30", "12:00"],
          ],
        },
      ],
    },
    "officeHours",
  ],
  [{ officeHours: [{ sessions: [["17:30", "09:00"]] }] }, "officeHours"],
  [{ officeHours: [{ sessions: [["09:00", "09:00"]] }] }, "officeHours"],
  [{ warn: { kind: "sometimes" } }, "warn"],
  [{ surprise: true }, ""],
])("a regime with %j is refused where it is wrong", (over, where) => {
  const found = regime.safeParse({ ...national, ...over });
  expect(found.error?.issues[0]?.path[0] ?? "").toBe(where);
});
