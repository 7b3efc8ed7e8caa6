import { expect, test } from "vitest";
import { day } from "#shared/time/day.ts";
import { addressText, readAddress } from "../../../service/dashboard/address/address.ts";
import { casesLink } from "../../../service/dashboard/address/casesLink.ts";
import {
  filterQuery,
  readFilters,
  serviceQuery,
} from "../../../service/dashboard/address/filters.ts";
import { questionQuery } from "../../../service/dashboard/api/questions.ts";

const TODAY = day("2026-11-22");
const read = (query: string) => readFilters(new URLSearchParams(query), TODAY);

test.each([
  "from=2026-01-01&to=2026-12-31",
  "from=2026-10-01&to=2026-10-31&unit=%E9%9D%92%E5%B1%BF%E5%8C%BA%2F%E4%B8%AD%E5%BF%83&asOf=2026-11-01&compare=previous",
  "from=2026-10-03&to=2026-10-09&department=",
  "period=all&item=%E9%A3%9F%E5%93%81",
  "from=2026-02-01&to=2026-02-28&period=any",
])("a link reproduces its view: %s", (query) => {
  expect(filterQuery(read(query)).toString()).toBe(query);
});

test("what an address leaves out or gets wrong is the year of today, never an error", () => {
  const whole = read("from=2026-01-01&to=2026-12-31");
  for (const query of [
    "",
    "from=2026-12-31&to=2026-01-01",
    "from=2026-02-30&to=x",
    "period=nonsense",
  ])
    expect(read(query)).toEqual(whole);
});

test("the service is asked for the window without the page's own words", () => {
  expect(
    serviceQuery(read("from=2026-10-01&to=2026-10-31&period=month&compare=previous")).toString(),
  ).toBe("from=2026-10-01&to=2026-10-31");
  expect(serviceQuery(read("period=all")).toString()).toBe("");
});

test("a page's parameters reach the service and its order does not", () => {
  const query = new URLSearchParams("period=all&bucket=open-overdue&page=2&sort=n.desc");
  expect(questionQuery(query, readFilters(query, TODAY)).toString()).toBe(
    "bucket=open-overdue&page=2",
  );
});

test("a figure that no window bounds opens unbounded, under the unit and moment of its page", () => {
  const filters = read("from=2026-10-01&to=2026-10-31&unit=7&asOf=2026-11-01&compare=previous");
  expect(casesLink("state=open&verdict=overdue", filters)).toBe(
    "/cases?state=open&verdict=overdue&period=all&unit=7&asOf=2026-11-01",
  );
  expect(casesLink("from=2026-10-01&to=2026-10-31&unit=7", filters)).toBe(
    "/cases?from=2026-10-01&to=2026-10-31&unit=7&asOf=2026-11-01",
  );
});

test.each([
  ["/", { name: "home" }],
  ["/reports/delays-by-department", { name: "report", id: "delays-by-department" }],
  ["/cases", { name: "cases" }],
  ["/cases/0af3", { name: "case", key: "0af3" }],
  ["/devices", { name: "devices" }],
  ["/reports", { name: "missing" }],
  ["/cases/a/b", { name: "missing" }],
  ["/reports/%E0%A4%A", { name: "report", id: "%E0%A4%A" }],
])("the address %s shows %o", (path, page) => {
  expect(readAddress(path, "").page).toEqual(page);
});

test("a page's address leads back to the page", () => {
  for (const page of [
    { name: "report", id: "甲/乙" },
    { name: "case", key: "k" },
    { name: "devices" },
  ] as const)
    expect(readAddress(addressText(page), "").page).toEqual(page);
});
