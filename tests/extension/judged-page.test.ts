import { expect, test } from "vitest";
import type { CaseFacts } from "#shared/case/observation.ts";
import { judgePage } from "../../extension/judged-page.ts";
import type { PageReading } from "../../extension/reader/read-page.ts";
import { at, workdays } from "../shared/limit/a-case.ts";

test.each<[CaseFacts, string | undefined]>([
  [{}, "2026-11-23"],
  [{ due: "2026-11-23" }, "2026-11-23"],
  [{ due: "2026-11-23T17:30" }, "2026-11-23"],
  [{ due: "2026-11-26" }, undefined],
])(
  "a due date is proved where the portal's agrees with the count or is not shown: %j",
  (over, due) => {
    const facts = { acceptedAt: "2026-11-16", promisedLimit: workdays(5), ...over };
    const page = { reading: { cases: [{ facts, unreadable: [] }] } } as unknown as PageReading;
    expect(judgePage(page, at("2026-11-20")).prove(0)?.due).toBe(due);
  },
);
