import { expect, test } from "vitest";
import { chinaCalendar } from "#shared/calendar/china.ts";
import { OVERLAYS } from "#shared/calendar/overlays/index.ts";
import { calendarYear, overlay } from "#shared/calendar/year-schema.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { recount } from "#shared/limit/recount.ts";
import { national } from "#shared/limit/rules/national.ts";
import { at, workdays } from "../limit/a-case.ts";

test("every year and overlay that ships would pass as an imported file, through JSON", () => {
  for (const year of YEARS)
    expect(calendarYear.parse(JSON.parse(JSON.stringify(year)))).toEqual(year);
  for (const each of OVERLAYS)
    expect(overlay.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
});

const notice = {
  title: "关于2027年部分节假日安排的通知",
  published: "2026-11-10",
  address: "https://www.example.gov.cn/notice",
  off: [["元旦", "2027-01-01", "2027-01-03"]],
  makeUp: [] as [string, string][],
};
const year = (over: object) => ({ year: 2027, notices: [{ ...notice, ...over }] });

test.each([
  [{ off: [["元旦", "2027-01-03", "2027-01-01"]] }, "is before"],
  [{ off: [["元旦", "2027-01-01", "2027-12-31"]] }, "more than a month"],
  [{ off: [["元旦", "2027-02-30", "2027-03-01"]] }, "not a day that exists"],
  [{ off: [["元旦", "2026-10-01", "2026-10-02"]] }, "does not belong to the notice for 2027"],
  [{ makeUp: [["元旦", "2027-01-04"]] }, "is no rest day"],
  [{ makeUp: [["元旦", "2027-01-02"]] }, "both off and worked"],
  [{ address: "nowhere" }, "URL"],
])("a file that cannot be a notice is refused: %j", (over, words) => {
  const found = calendarYear.safeParse(year(over));
  expect(found.error?.message).toContain(words);
});

test("when the new year is imported, an open case gets its date and both values are told", () => {
  const after = chinaCalendar({ years: [...YEARS, calendarYear.parse(year({}))] });
  const when = at("2026-12-28");
  const facts = (acceptedAt: string) => ({ acceptedAt, limit: workdays(5) });
  const open = (acceptedAt: string) =>
    foldTimeline([{ at: when, lastAt: when, facts: facts(acceptedAt), unreadable: [] }]);
  const world = { regime: national, before: chinaCalendar(), after, at: when };
  expect(recount(open("2026-12-25"), world)).toMatchObject({
    before: { due: null, range: { earliest: "2027-01-02" }, calendar: "cn@2025-11-04" },
    after: { due: "2027-01-04", kind: "on-time", calendar: "cn@2026-11-10" },
  });
  expect(recount(open("2026-12-21"), world)).toBeUndefined();
});
