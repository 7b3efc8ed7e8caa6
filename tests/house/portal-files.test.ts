import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PORTALS } from "../../extension/portals/portals.ts";
import { ROOT } from "./tree.ts";

const YEAR = 366 * 86_400_000;

/** Files that nobody has seen to hold for a year. */
export const expired = (
  files: readonly { id: string; verifiedOn: string }[],
  now: number,
): string[] =>
  files
    .filter(({ verifiedOn }) => now - Date.parse(verifiedOn) > YEAR)
    .map(({ id, verifiedOn }) => `${id} (${verifiedOn})`);

test("every portal file stands in the list, under its own name", () => {
  const names = readdirSync(join(ROOT, "extension/portals"))
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ""))
    .filter(
      (name) =>
        !["portals", "stored-portal", "stored-portals", "seen-before", "is-remembered"].includes(
          name,
        ),
    );
  expect(PORTALS.map(({ id }) => id).sort()).toEqual(names.sort());
});

test("a portal file whose day of verification is more than a year past is read aloud", () => {
  const old = expired(PORTALS, Date.now());
  if (old.length > 0) console.warn(`VERIFY AGAIN: ${old.join(", ")}`);
  for (const { verifiedOn } of PORTALS)
    expect(Date.parse(verifiedOn)).toBeLessThanOrEqual(Date.now() + 86_400_000);
  expect(expired([{ id: "a", verifiedOn: "2025-01-01" }], Date.parse("2026-01-01"))).toEqual([]);
  expect(expired([{ id: "a", verifiedOn: "2025-01-01" }], Date.parse("2026-01-05"))).toEqual([
    "a (2025-01-01)",
  ]);
});
