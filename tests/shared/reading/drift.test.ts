import { expect, test } from "vitest";
import {
  type ColumnSight,
  type Drift,
  type Memory,
  type Sighting,
  accept,
  driftOf,
  remember,
} from "../../../shared/reading/drift.ts";

const sure = (header: string, concept: string): ColumnSight => ({ header, concept, state: "sure" });
const COLUMNS = [
  sure("办件编号", "caseNo"),
  sure("事项名称", "item"),
  sure("受理时间", "acceptedAt"),
  sure("承诺时限", "promisedLimit"),
  sure("办件状态", "status"),
];
const list = (
  columns: ColumnSight[] = COLUMNS,
  more: Partial<Sighting> & { rows?: number; parsed?: number } = {},
): Sighting => {
  const { rows = 10, parsed = 1, ...rest } = more;
  return {
    kind: "list",
    title: "审批台账",
    fresh: true,
    read: { columns, rows, parsed },
    tables: [{ headers: columns.map(({ header }) => header), rows }],
    ...rest,
  };
};
const nothing = (more: Partial<Sighting> = {}): Sighting => ({
  kind: "none",
  title: "审批台账",
  fresh: true,
  tables: [],
  ...more,
});
const replaced = (index: number, by: ColumnSight): ColumnSight[] =>
  COLUMNS.map((column, i) => (i === index ? by : column));
const dropped = (index: number): ColumnSight[] => COLUMNS.filter((_, i) => i !== index);
const after = (...sights: Sighting[]): Memory | undefined =>
  sights.reduce<Memory | undefined>((memory, sight, i) => remember(memory, sight, i), undefined);

test.each<[said: string, before: Sighting[], now: Sighting, drift: Drift[]]>([
  ["nothing was ever seen: nothing can have changed", [], list(), []],
  ["the same again", [list()], list(), []],
  [
    "a needed column is gone and nothing came for it",
    [list()],
    list(dropped(2)),
    ["drift-columns"],
  ],
  [
    "a needed column bears a word that nobody knows",
    [list()],
    list(replaced(2, { header: "SLRQ", concept: "other", state: "unknown" })),
    ["drift-columns"],
  ],
  [
    "it bears another word that is understood",
    [list()],
    list(replaced(2, sure("立案日期", "acceptedAt"))),
    [],
  ],
  ["a column that no verdict stands on is gone", [list()], list(dropped(1)), []],
  [
    "the days are no days any more",
    [list()],
    list(replaced(2, { header: "受理时间", concept: "other", state: "disagrees" })),
    ["drift-values"],
  ],
  [
    "a column is empty on this page",
    [list()],
    list(replaced(2, { header: "受理时间", concept: "acceptedAt", state: "empty" })),
    [],
  ],
  [
    "most cells cannot be read any more",
    [list()],
    list(COLUMNS, { parsed: 0.2 }),
    ["drift-values"],
  ],
  ["two rows of which one cannot be read", [list()], list(COLUMNS, { rows: 2, parsed: 0.4 }), []],
  ["a search without a result", [list()], list(COLUMNS, { rows: 0, parsed: 0, total: 0 }), []],
  [
    "no row, though the pager counts some",
    [list()],
    list(COLUMNS, { rows: 0, parsed: 0, total: 213 }),
    ["drift-empty"],
  ],
  [
    "another view of the same list: one time for another",
    [list()],
    list(replaced(3, sure("办结时间", "closedAt"))),
    [],
  ],
  [
    "the table is there with its rows and was not read",
    [list()],
    nothing({ tables: [{ headers: COLUMNS.map(({ header }) => header), rows: 10 }] }),
    ["drift-columns"],
  ],
  [
    "the table is there without rows and was not read",
    [list()],
    nothing({ tables: [{ headers: COLUMNS.map(({ header }) => header), rows: 0 }] }),
    [],
  ],
  [
    "another table at the same address",
    [list()],
    nothing({ fresh: false, tables: [{ headers: ["用户名", "角色", "电话"], rows: 5 }] }),
    [],
  ],
  ["nothing, after it was there once", [list()], nothing(), []],
  ["nothing, after it was always there", [list(), list(), list()], nothing(), ["drift-gone"]],
  ["a login page in its place", [list(), list(), list()], nothing({ title: "统一登录" }), []],
  [
    "nothing after a click within the page",
    [list(), list(), list()],
    nothing({ fresh: false }),
    [],
  ],
  [
    "nothing, where it was not always there before",
    [list(), nothing(), list(), list()],
    nothing(),
    [],
  ],
])("%s", (_, before, now, drift) => {
  expect(driftOf(after(...before), now)).toEqual(drift);
});

test("what looks like a change and is seen beside the old form is another view: no second alarm", () => {
  const memory = after(list(), list(dropped(3)), list());
  expect(driftOf(memory, list(dropped(3)))).toEqual([]);
});

test("a broken form seen again and again never becomes the good one by itself", () => {
  const broken = list(replaced(2, { header: "受理时间", concept: "other", state: "disagrees" }));
  expect(driftOf(after(list(), broken, broken, broken), broken)).toEqual(["drift-values"]);
});

test("a person's word makes the present form the good one", () => {
  expect(driftOf(accept(list(dropped(2)), 1), list(dropped(2)))).toEqual([]);
  expect(driftOf(accept(nothing(), 1), nothing())).toEqual([]);
});

test("an empty page is nothing to remember", () => {
  expect(remember(undefined, list(COLUMNS, { rows: 0 }), 1)).toBeUndefined();
  expect(remember(undefined, nothing(), 1)).toBeUndefined();
});
