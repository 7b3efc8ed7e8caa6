import { expect, test } from "vitest";
import { record } from "#shared/case/observation.ts";
import { checkRecord } from "../../service/receipt/check.ts";
import { aService } from "../service/a-service.ts";
import { fill, storedOf } from "./fill.ts";
import { history } from "./fill/history.ts";

test("the invented history passes the check on receipt, and is stored as that would store it", () => {
  let n = 0;
  for (const { records } of history({ observations: 4000 }))
    for (const each of records) {
      expect(record.parse(each)).toEqual(each);
      expect(checkRecord(each, 0)).toEqual(storedOf(each));
      n += each.type === "observation" ? 1 : 0;
    }
  expect(n).toBeGreaterThan(3900);
  expect(n).toBeLessThanOrEqual(4000);
});

test("the same plan gives the same log, spread over its years, with about eleven sights a case", async () => {
  const made = await Promise.all(
    [1, 2].map(async () => {
      const { db } = await aService();
      const filled = await fill(db, { observations: 3000 });
      const log = await db.values("SELECT * FROM records ORDER BY device, seq");
      const [years] = await db.values(
        "SELECT count(DISTINCT strftime('%Y', received_at / 1000, 'unixepoch')) FROM batches",
      );
      const [gaps] = await db.values("SELECT count(*) FROM runs");
      return { filled, log, years: years?.[0], gaps: gaps?.[0] };
    }),
  );
  expect(made[0]?.log).toEqual(made[1]?.log);
  expect(made[0]?.years).toBe(4);
  expect(made[0]?.gaps).toBe(made[0]?.filled.devices);
  const each = (made[0]?.filled.observations ?? 0) / (made[0]?.filled.cases ?? 0);
  expect(each).toBeGreaterThan(9);
  expect(each).toBeLessThan(13);
});
