import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { dueBatch, dueCommand, dueLine } from "../../../service/commands/due.ts";

const example = {
  acceptedAt: "2026-09-24",
  limit: { amount: 5, unit: "workday" },
  pauses: [{ from: "2026-03-05", to: "2026-03-10", ground: "special-procedure" }],
  at: "2026-10-09T10:00:00+08:00",
};

async function* lines(...all: string[]): AsyncGenerator<string> {
  yield* all;
}

async function batch(...all: string[]): Promise<{ bad: number; out: unknown[] }> {
  let text = "";
  const bad = await dueBatch(lines(...all), (more) => (text += more), "2026-11-22T00:00:00Z");
  const out: unknown[] = text
    .split("\n")
    .filter(Boolean)
    .map((each) => JSON.parse(each));
  return { bad, out };
}

test("a case in, its due date, verdict and reasons out", () => {
  expect(dueLine(example)).toMatchObject({
    due: "2026-10-09",
    verdict: "due-soon",
    why: ["due-today"],
  });
});

test("where the calendar does not reach there is no due date, only what bounds it", () => {
  const far = { ...example, acceptedAt: "2026-12-25", at: "2027-01-04T10:00:00+08:00" };
  expect(dueLine(far)).toMatchObject({
    due: null,
    verdict: "unknown",
    why: ["calendar-unpublished"],
    range: { earliest: "2027-01-02" },
  });
});

test("what every date of the range agrees on stands beside the verdict and is none", () => {
  const far = { ...example, acceptedAt: "2026-12-25", at: "2026-12-28T10:00:00+08:00" };
  expect(dueLine(far)).toMatchObject({ due: null, verdict: "unknown", rangeVerdict: "on-time" });
});

test("a case accepted only after the moment asked about has its date, and no verdict yet", () => {
  const planned = { ...example, at: "2026-09-01T10:00:00+08:00" };
  expect(dueLine(planned)).toMatchObject({
    due: "2026-10-09",
    verdict: "unknown",
    why: ["accepted-after-now"],
  });
  expect(dueLine({ ...planned, acceptedAt: "2026-12-28" })).toMatchObject({ due: null });
});

test("null stands for what is not told, whatever the field", () => {
  const told = Object.fromEntries(
    ["closedAt", "due", "status", "regime", "prolonged", "remaining", "id"].map((f) => [f, null]),
  );
  const pauses = [{ from: "2026-09-28", to: "2026-09-29", ground: null, approved: null }];
  expect(dueLine({ ...example, ...told, pauses })).toMatchObject({ due: "2026-10-10" });
});

/** Inputs that a file may hold, each counted by hand against 行政许可法 82 and 民法典 201–203. */
test.each<[why: string, input: object, due: string | null]>([
  [
    "nothing to count: due on the day itself",
    { limit: { amount: 0, unit: "workday" } },
    "2026-09-24",
  ],
  [
    "on the spot, accepted on a rest day",
    { acceptedAt: "2026-09-25", limit: { amount: 0, unit: "immediate" } },
    "2026-09-28",
  ],
  [
    "on the spot, accepted after close",
    { acceptedAt: "2026-09-24T17:30", limit: { amount: 0, unit: "immediate" } },
    "2026-09-28",
  ],
  ["half a working day", { limit: { amount: 0.5, unit: "workday" } }, "2026-09-28T12:00"],
  [
    "natural days across the year's end",
    { acceptedAt: "2025-12-29", limit: { amount: 5, unit: "day" } },
    "2026-01-04",
  ],
  [
    "a month from the 31st",
    { acceptedAt: "2026-03-31", limit: { amount: 1, unit: "month" } },
    "2026-04-30",
  ],
  [
    "a year from the leap day",
    { acceptedAt: "2024-02-29", limit: { amount: 1, unit: "year" } },
    "2025-02-28",
  ],
  [
    "from the last day before what is covered",
    { acceptedAt: "2012-12-31", limit: { amount: 1, unit: "workday" } },
    "2013-01-04",
  ],
  [
    "from before what is covered",
    { acceptedAt: "2012-12-28", limit: { amount: 5, unit: "workday" } },
    null,
  ],
  [
    "up to the last day that is certain",
    { acceptedAt: "2026-12-24", limit: { amount: 5, unit: "workday" } },
    "2026-12-31",
  ],
  [
    "natural days to the last day that is certain",
    { acceptedAt: "2026-12-21", limit: { amount: 10, unit: "day" } },
    "2026-12-31",
  ],
  [
    "a pause over a weekend only",
    { acceptedAt: "2026-03-02", pauses: [{ from: "2026-03-07", to: "2026-03-09" }] },
    "2026-03-09",
  ],
  [
    "a pause over a holiday only",
    { pauses: [{ from: "2026-10-01", to: "2026-10-08" }] },
    "2026-10-09",
  ],
  [
    "a pause over a make-up Saturday",
    { limit: { amount: 6, unit: "workday" }, pauses: [{ from: "2026-10-10", to: "2026-10-11" }] },
    "2026-10-12",
  ],
  ["a pause of no day", { pauses: [{ from: "2026-09-29", to: "2026-09-29" }] }, "2026-10-09"],
  [
    "a pause that covers the start",
    { pauses: [{ from: "2026-09-20", to: "2026-09-29" }] },
    "2026-10-10",
  ],
  [
    "overlapping and repeated pauses",
    {
      pauses: [
        { from: "2026-09-28", to: "2026-09-30" },
        { from: "2026-09-29", to: "2026-09-30" },
        { from: "2026-09-28", to: "2026-09-30" },
      ],
    },
    "2026-10-12",
  ],
  [
    "a pause after the due date",
    { pauses: [{ from: "2026-10-10", to: "2026-10-20" }] },
    "2026-10-09",
  ],
  [
    "a pause that has not ended after the due date",
    { pauses: [{ from: "2026-10-10" }] },
    "2026-10-09",
  ],
  ["a pause that has not ended before it", { pauses: [{ from: "2026-10-08" }] }, null],
  ["a limit longer than any calendar", { limit: { amount: 99_999, unit: "workday" } }, null],
  [
    "a limit longer than any calendar, natural days",
    { limit: { amount: 99_999, unit: "day" } },
    null,
  ],
  ["a limit below nothing", { limit: { amount: -3, unit: "workday" } }, null],
  ["no limit", { limit: null }, null],
  ["no start", { acceptedAt: null }, null],
])("%s: %j is due %s", (_, input, due) => {
  const said = dueLine({ ...example, pauses: [], ...input, at: "2027-06-01T10:00:00+08:00" });
  expect(said).not.toHaveProperty("error");
  expect(said).toMatchObject({ due });
});

test.each([
  [3, "expected object"],
  [null, "expected object"],
  [{ limit: 5, at: "2026-10-09T10:00:00+08:00" }, "limit: "],
  [{ ...example, limit: { amount: 5, unit: "fortnight" } }, "limit.unit: "],
  [
    { ...example, acceptedAt: "2026-02-30" },
    "acceptedAt: not a date or time that exists: 2026-02-30",
  ],
  [{ ...example, at: "2026-10-09" }, "at: a day is no instant"],
  [{ ...example, at: undefined }, "at: missing"],
  [
    { ...example, pauses: [{ from: "2026-10-05", to: "2026-10-01" }] },
    "pauses[0]: it ends before it begins",
  ],
  [{ ...example, regime: "atlantis" }, "regime: there is none called atlantis"],
])("bad input %j is refused in words", (input, words) => {
  const said = dueLine(input);
  expect("error" in said && said.error).toContain(words);
});

test("lines are answered in their order, a bad one in its place, and are counted", async () => {
  const { bad, out } = await batch(
    JSON.stringify({ ...example, id: 1 }),
    "{not json",
    "",
    JSON.stringify({ ...example, id: 2, acceptedAt: "2026-13-01" }),
    JSON.stringify({ ...example, id: 3, note: "x" }),
  );
  expect(bad).toBe(2);
  expect(out).toMatchObject([
    { id: 1, due: "2026-10-09" },
    { error: "the line is not JSON" },
    { id: 2, error: "acceptedAt: not a date or time that exists: 2026-13-01" },
    { id: 3, due: "2026-10-09", ignored: ["note"] },
  ]);
});

test.each([
  ["2026-09-23T16:30:00Z", "2026-10-09"], // already the 24th in Beijing
  ["2026-09-24T23:30:00+08:00", "2026-10-09"],
  ["2026-09-24 10:00", "2026-10-09"],
])("a start given as %s is the day of Beijing's wall clock", (acceptedAt, due) => {
  expect(dueLine({ ...example, acceptedAt })).toMatchObject({ due });
});

test("a single case by options, and a file that is not there, each end with one line", async () => {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await dueCommand().parseAsync(
      [
        "--accepted",
        "2026-09-24",
        "--limit",
        "5",
        "--pause",
        "2026-09-28..2026-09-29:hearing",
        "--at",
        "2026-10-09T10:00:00+08:00",
      ],
      { from: "user" },
    );
    expect(JSON.parse(String(out.mock.calls[0]?.[0]))).toMatchObject({ due: "2026-10-10" });
    const folder = mkdtempSync(join(tmpdir(), "due-"));
    writeFileSync(join(folder, "bad.jsonl"), "nonsense\n");
    await dueCommand().parseAsync(["--batch", join(folder, "bad.jsonl")], { from: "user" });
    expect(process.exitCode).toBe(1);
    process.exitCode = 0;
    await dueCommand().parseAsync(["--batch", join(folder, "none.jsonl")], { from: "user" });
    expect(process.exitCode).toBe(1);
    expect(String(err.mock.calls.at(-1)?.[0])).toMatch(
      /^due: cannot read .*none\.jsonl \(ENOENT\)\n$/,
    );
  } finally {
    process.exitCode = 0;
    out.mockRestore();
    err.mockRestore();
  }
});
