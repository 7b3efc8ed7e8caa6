import { expect, test } from "vitest";
import { soak } from "./ingest.bench.ts";

test("memory is flat while a service takes in as much as it can (an hour: npm run bench -- --soak)", async () => {
  const { early, late } = await soak(8);
  expect(late).toBeLessThan(early * 1.3 + 60);
}, 60_000);
