import fc from "../../property.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Recorded, record } from "#shared/case/observation.ts";
import { personalIn } from "#shared/case/personal.ts";
import { checkRecord } from "../../../service/receipt/check.ts";
import { writerOf } from "../../../service/receipt/writer.ts";
import { history } from "../../bench/fill/history.ts";
import { aLook, aSight } from "../a-record.ts";

const write = writerOf(record);
const byZod = (value: unknown): string | undefined => {
  const parsed = record.safeParse(value);
  return parsed.success ? JSON.stringify(parsed.data) : undefined;
};

/** Records as they come, and such with every kind of field in them. */
const ORDINARY: Recorded[] = [...history({ observations: 300, seed: 5 })].flatMap(
  ({ records }) => records,
);
const FULL = [
  aLook(1, { unreadable: [{ field: "due", why: "ambiguous" }] }),
  aSight(2, 1, {
    item: '食品“经营”\\\n"许可"\u2028\u{1f600}',
    itemCode: "000131001000",
    channel: "线下",
    status: { text: null, kind: "overdue" },
    stepDue: "2026-11-03T10:00",
    limit: { amount: 0.5, unit: "workday" },
    remaining: { amount: -3, unit: "day" },
    overdueFlag: false,
    pauses: [{ from: "2026-11-02", ground: "hearing", approved: { amount: 5, unit: "day" } }],
    prolonged: { amount: 10, unit: "workday" },
    steps: [
      { name: "受理" },
      { name: "审查", enteredAt: "2026-11-03", limit: { amount: 1, unit: "hour" } },
    ],
    tolerance: { due: "2026-11-09" },
    supervised: [{ from: "2026-11-05" }],
  }),
] as unknown as Recorded[];

/** What JSON can bring, at the edges of the shapes above all. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    true,
    false,
    "",
    "x",
    "2026-02-30",
    "2026-11-02",
    "2026-11-02T09:30",
    "2026-11-02T25:00",
    "workday",
    "look",
    "x".repeat(61),
    "字".repeat(100),
    "字".repeat(101),
    "x".repeat(200),
    "x".repeat(201),
    "0".repeat(64),
    "\ud800",
    "a\u0000b",
    -1,
    0,
    -0,
    1,
    0.5,
    1e21,
    1e308,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER + 1,
    4_102_444_800_000,
    4_102_444_800_001,
    100_001,
    [],
    {},
    [null],
    [{}],
  ),
  fc.string({ unit: "binary", maxLength: 70 }),
);

type Path = (string | number)[];
const placesIn = (value: unknown, at: Path = []): Path[] =>
  typeof value !== "object" || value === null
    ? [at]
    : [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];

/** A record with a few of its places replaced, left out, added to, or its keys in another order. */
const disturbed = fc
  .tuple(
    fc.constantFrom(...ORDINARY, ...FULL, ...FULL, ...FULL),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("set", "drop", "add", "turn"), anything), {
      maxLength: 3,
    }),
  )
  .map(([from, changes]) => {
    const made = { root: structuredClone(from) as unknown };
    for (const [n, act, given] of changes) {
      const value: unknown = structuredClone(given); // a value put into itself would have no end
      const places = placesIn(made.root);
      const path = ["root", ...(places[n % places.length] ?? [])];
      const last = path.pop() ?? "";
      const parent = path.reduce<unknown>(
        (at, key) => (at as Record<string, unknown>)[key],
        made,
      ) as Record<string, unknown>;
      if (act === "set") parent[last] = value;
      else if (act === "drop" && last !== "root") delete parent[last];
      else if (act === "add" && typeof parent[last] === "object" && parent[last] !== null)
        (parent[last] as Record<string, unknown>)["extra"] = value;
      else if (
        act === "turn" &&
        typeof parent[last] === "object" &&
        parent[last] !== null &&
        !Array.isArray(parent[last])
      )
        parent[last] = Object.fromEntries(Object.entries(parent[last]).toReversed());
    }
    // as it would come over the wire
    return JSON.parse(JSON.stringify(made.root ?? null)) as unknown;
  });

test("what is stored is what zod returns, byte for byte, and nothing that zod refuses", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(disturbed, (value) => {
      const expected = byZod(value);
      expect(write?.(value)).toBe(expected);
      if (expected === undefined) refused++;
      else taken++;
    }),
    { numRuns: 6000 },
  );
  expect(taken).toBeGreaterThan(900);
  expect(refused).toBeGreaterThan(900);
});

test("every record of an ordinary day takes the short way", () => {
  for (const each of [...ORDINARY, ...FULL]) expect(write?.(each)).toBe(byZod(each));
});

test.each<[string, z.ZodType]>([
  ["a transformation", z.strictObject({ a: z.string().transform((text) => text.length) })],
  ["a default", z.strictObject({ a: z.string().default("x") })],
  ["a trimmed text", z.strictObject({ a: z.string().trim() })],
  ["unknown keys that pass", z.looseObject({ a: z.string() })],
  ["keys that are dropped", z.object({ a: z.string() })],
  ["coercion", z.strictObject({ a: z.coerce.number() })],
  ["a check of the whole", z.strictObject({ a: z.string() }).refine(() => false)],
  ["a pattern with a memory", z.strictObject({ a: z.string().regex(/a/g) })],
])("%s is left to zod", (_, schema) => {
  expect(writerOf(schema)).toBeUndefined();
});

test("wherever a number stands in a text, it is found as by looking at every text", () => {
  const numbers = [
    "110101199003074514",
    "13812345678",
    "138-1234-5678",
    "１３８１２３４５６７８",
    "①③⑧①②③④⑤⑥⑦⑧",
    "010-12345678",
    "6222021234567890128",
    "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "2026-11-02",
    "1234567",
  ];
  const free: Path[] = [
    ["item"],
    ["itemCode"],
    ["department"],
    ["caseKind"],
    ["channel"],
    ["step"],
    ["status", "text"],
    ["steps", 0, "name"],
    ["steps", 1, "department"],
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.constantFrom("", "号 ", "（电话）", "x"),
      fc.constantFrom(...free),
      (number, before, path) => {
        const text = before + number;
        const value = structuredClone(FULL[1]) as unknown as Record<string, unknown>;
        const last = path.at(-1) ?? "";
        const parent = ["facts", ...path.slice(0, -1)].reduce<unknown>(
          (at, key) => (at as Record<string, unknown>)[key],
          value,
        ) as Record<string, unknown>;
        parent[last] = text;
        const kind = personalIn(text);
        const expected =
          kind === undefined || (kind === "bank-card" && last === "itemCode") ? undefined : kind;
        const checked = checkRecord(value, 0);
        expect("code" in checked ? [checked.code, checked.detail] : undefined).toEqual(
          expected && ["personal-data", expected],
        );
      },
    ),
    { numRuns: 800 },
  );
});
