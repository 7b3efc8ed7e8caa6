import { expect, test } from "vitest";
import { chinaCalendar } from "#shared/calendar/china.ts";
import { overlaysWith, yearsWith } from "#shared/calendar/laid-over.ts";
import { OVERLAYS } from "#shared/calendar/overlays/index.ts";
import type { CalendarYear, Notice } from "#shared/calendar/year.ts";
import { YEARS } from "#shared/calendar/years/index.ts";
import { day } from "#shared/time/day.ts";

const notice = (over: Partial<Notice>): Notice => ({
  title: "通知",
  published: "2026-11-10",
  address: "https://www.gov.cn/",
  off: [],
  makeUp: [],
  ...over,
});
const of = (year: number, years: readonly CalendarYear[]) => years.find((y) => y.year === year);
const titles = (year: CalendarYear | undefined) => year?.notices.map((n) => n.title);

test("nothing of one's own leaves what ships", () => {
  expect(yearsWith([])).toEqual(YEARS);
  expect(overlaysWith([])).toEqual(OVERLAYS);
});

test("a new year comes at its place, before or after", () => {
  const own = [2027, 2012].map((year) => ({ year, notices: [notice({})] }));
  const years = yearsWith(own).map(({ year }) => year);
  expect(years).toEqual([2012, ...YEARS.map(({ year }) => year), 2027]);
});

test("a later notice of a shipped year comes after it, an earlier one before", () => {
  const shipped = of(2026, YEARS)?.notices[0];
  const own = [
    {
      year: 2026,
      notices: [notice({ title: "后" }), notice({ title: "先", published: "2025-01-01" })],
    },
  ];
  expect(titles(of(2026, yearsWith(own)))).toEqual(["先", shipped?.title, "后"]);
  expect(of(2025, yearsWith(own))).toEqual(of(2025, YEARS));
});

test("the same notice in both is taken from the file; one of another day or title is another", () => {
  const shipped = of(2026, YEARS)?.notices[0] ?? notice({});
  const mended = { ...shipped, off: [["元旦", "2026-01-01", "2026-01-02"]] as const };
  expect(of(2026, yearsWith([{ year: 2026, notices: [mended] }]))?.notices).toEqual([mended]);
  for (const other of [{ published: "2025-11-05" }, { title: "另一通知" }]) {
    const own = [{ year: 2026, notices: [{ ...mended, ...other }] }];
    expect(of(2026, yearsWith(own))?.notices).toHaveLength(2);
  }
});

test("a region's years: an own file adds years and stands in the place of those that both have", () => {
  const year = (n: number, title: string) => ({ year: n, notices: [notice({ title })] });
  const own = { id: "guangxi", name: "广西", years: [year(2024, "自有"), year(2020, "自有")] };
  const other = { id: "qingyu", name: "青屿区", years: [year(2026, "自有")] };
  const all = overlaysWith([other, own]);
  expect(all.map(({ id }) => id)).toEqual([...OVERLAYS.map(({ id }) => id), "qingyu"]);
  const guangxi = all.find(({ id }) => id === "guangxi");
  expect(guangxi?.years.map((y) => y.year)).toEqual([
    2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
  ]);
  expect(titles(of(2024, guangxi?.years ?? []))).toEqual(["自有"]);
  expect(titles(of(2021, guangxi?.years ?? []))?.[0]).toMatch(/2021年/);
  expect(all.find(({ id }) => id === "ningxia")).toEqual(
    OVERLAYS.find(({ id }) => id === "ningxia"),
  );
});

test("only a rest day is worked for another, or a weekday that an earlier notice had given off", () => {
  const by = (off: readonly (readonly [string, string, string])[], makeUp: string) => () =>
    chinaCalendar({
      years: [
        {
          year: 2026,
          notices: [notice({ off }), notice({ title: "后来", off: [], makeUp: [["补", makeUp]] })],
        },
      ],
    }).kind(day(makeUp)).kind;
  expect(by([], "2026-03-04")).toThrow(/rest day/);
  expect(by([["停", "2026-03-04", "2026-03-04"]], "2026-03-04")()).toBe("make-up");
  expect(by([], "2026-03-07")()).toBe("make-up");
});
