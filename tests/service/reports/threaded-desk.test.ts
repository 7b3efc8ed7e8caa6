import { join } from "node:path";
import { expect, test } from "vitest";
import { desk } from "../../../service/reports/desk.ts";
import { threadedDesk } from "../../../service/reports/threaded-desk.ts";
import { aFolder, aLook, aService, aSight } from "../a-service.ts";

const UNIT = "青屿市/政务服务中心";
const question = {
  root: null,
  acceptLanguage: undefined,
  id: "overview",
  asked: { asOf: "2026-11-20T10:00:00+08:00" },
  format: "csv",
} as const;

test("the thread says what this thread says, refuses what it refuses, and the next one starts where it stopped", async () => {
  const { app, device, url, lines } = await aService();
  const sender = await device(UNIT);
  await sender.send([aLook(1), aSight(2, 1), aSight(3, 2)]);
  const columns = join(aFolder(), "columns");
  const places = { url, replicaUrl: undefined, authToken: undefined };
  const print = (line: (typeof lines)[number]): void => void lines.push(line);
  const made = () => threadedDesk(app.deps, { ...places, program: "shixian", columns }, print);
  const here = desk(app.deps);
  for (const thread of [made(), made()]) {
    try {
      await thread.warm();
      const [ours, theirs] = [await thread.report(question), await here.report(question)];
      expect(Buffer.from(ours.body).toString()).toBe(Buffer.from(theirs.body).toString());
      expect([ours.etag, ours.name]).toEqual([theirs.etag, theirs.name]);
      const unknown = thread.report({ ...question, asked: { ...question.asked, unit: "没有" } });
      await expect(unknown).rejects.toMatchObject({ name: "Problem", code: "unknown-unit" });
      await sender.send([aLook(10), aSight(11, 3, {}, { look: 10 })]);
      const asked = { cohort: "started" as const, page: 1, pageSize: 50 };
      const cases = { root: null, acceptLanguage: undefined, asked };
      // what was written before the question is in the answer
      const list = JSON.parse(Buffer.from((await thread.cases(cases)).body).toString());
      expect(list.total).toBe(3);
    } finally {
      await thread.close();
    }
  }
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
}, 90_000);
