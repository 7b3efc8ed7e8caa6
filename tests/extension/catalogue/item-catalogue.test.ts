import { expect, test } from "vitest";
import type { Guide } from "#shared/case/observation.ts";
import {
  type CatalogueEntry,
  type ItemAsked,
  MOST_ENTRIES,
  limitsFor,
  withGuide,
} from "../../../extension/catalogue/item-catalogue.ts";
import { workdays } from "../../shared/limit/a-case.ts";

const HOST = "zwfw.qingyu.gov.cn";
interface Read {
  guide: Guide;
  page?: string;
  portal?: string;
  day?: string;
}
const catalogue = (...read: Read[]): readonly CatalogueEntry[] =>
  read.reduce<readonly CatalogueEntry[]>(
    (all, { guide, page = "/guide 1", portal = HOST, day = "2026-11-18" }) =>
      withGuide(all, { portal, page, guide, day }),
    [],
  );
const food: Guide = { item: "食品经营许可（新办）", promisedLimit: workdays(5) };
const coded: Guide = { ...food, itemCode: "440131" };
const five = { promisedLimit: workdays(5), readAt: "2026-11-18" };

test.each<[string, Read[], ItemAsked, typeof five | null]>([
  ["the same name", [{ guide: food }], { item: "食品经营许可（新办）" }, five],
  ["the same name in other brackets", [{ guide: food }], { item: "食品经营许可 (新办)" }, five],
  [
    "the same code under another name",
    [{ guide: coded }],
    { item: "食品证", itemCode: "440131" },
    five,
  ],
  ["the code alone", [{ guide: coded }], { itemCode: "440131" }, five],
  ["a name where only the guide has a code", [{ guide: coded }], { item: food.item! }, five],
  ["a part of the name", [{ guide: food }], { item: "食品经营许可" }, null],
  ["a longer name", [{ guide: food }], { item: "食品经营许可（新办）变更" }, null],
  [
    "the name with another code",
    [{ guide: coded }],
    { item: food.item!, itemCode: "440132" },
    null,
  ],
  ["another portal's guide", [{ guide: food, portal: "b.gov.cn" }], { item: food.item! }, null],
  ["nothing to go by", [{ guide: food }], {}, null],
])("a guide speaks for an exact match alone: %s", (_, read, asked, found) => {
  expect(limitsFor(catalogue(...read), HOST, asked)).toEqual(found);
});

const seven: Guide = { ...food, promisedLimit: workdays(7) };

const none = { readAt: "2026-11-20" };

test("two guides that say different limits of one item allow nothing; that agree, the last reading", () => {
  const asked = { item: food.item! };
  const other = { page: "/guide 2", day: "2026-11-20" };
  expect(limitsFor(catalogue({ guide: food }, { guide: seven, ...other }), HOST, asked)).toEqual(
    none,
  );
  expect(
    limitsFor(
      catalogue({ guide: food }, { guide: { ...food, statutoryLimit: workdays(20) }, ...other }),
      HOST,
      asked,
    ),
  ).toEqual(none);
  expect(limitsFor(catalogue({ guide: food }, { guide: food, ...other }), HOST, asked)).toEqual({
    ...five,
    readAt: "2026-11-20",
  });
});

test("one address that shows the guides of two kinds of case shows two guides", () => {
  const kinds = catalogue(
    { guide: { ...food, caseKind: "新办" } },
    { guide: { ...seven, caseKind: "变更" }, day: "2026-11-20" },
  );
  expect(limitsFor(kinds, HOST, { item: food.item! })).toEqual(none);
});

test("a later reading of the same guide replaces the earlier one, and one without limits takes it back", () => {
  const asked = { item: food.item! };
  const changed = catalogue({ guide: food }, { guide: seven, day: "2026-11-20" });
  expect(limitsFor(changed, HOST, asked)).toEqual({
    promisedLimit: workdays(7),
    readAt: "2026-11-20",
  });
  expect(catalogue({ guide: food }, { guide: { item: food.item! } })).toEqual([]);
});

test("the same said on the same day changes nothing, so that nothing is written", () => {
  const once = catalogue({ guide: food });
  expect(withGuide(once, { portal: HOST, page: "/guide 1", guide: food, day: "2026-11-18" })).toBe(
    once,
  );
});

test("the oldest go when there are too many", () => {
  const full: CatalogueEntry[] = Array.from({ length: MOST_ENTRIES }, (_, n) => ({
    portal: HOST,
    page: `/guide ${n}`,
    item: `事项${n}`,
    limits: { promisedLimit: workdays(5) },
    readAt: "2026-11-01",
  }));
  const more = withGuide(full, { portal: HOST, page: "/new", guide: food, day: "2026-11-18" });
  expect(more).toHaveLength(MOST_ENTRIES);
  expect(limitsFor(more, HOST, { item: "事项0" })).toBeNull();
  expect(limitsFor(more, HOST, { item: food.item! })).toEqual(five);
});
