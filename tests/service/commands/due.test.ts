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
