import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settledMarks, shownFrame } from "./marks.ts";
import { openPortal } from "./portal-walk.ts";
import { UNIT, type World, enrol, eventually, openWorld } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ enrolled: false });
  await world.service.start();
});
afterAll(() => world?.close());

/** What the tip of a case's mark says. */
async function reasons(list: Frame, verdict: string): Promise<string> {
  await settledMarks(list);
  const mark = list.locator(`shixian-mark[data-verdict=${verdict}]`).first();
  await mark.evaluate((host: HTMLElement) => {
    host.blur();
    host.focus();
  });
  return list.evaluate(() => document.querySelector("shixian-tip")?.shadowRoot?.textContent ?? "");
}

test("marks judge by the office's own rule set as soon as the browser has learnt it, and tell how they counted", async () => {
  const { service, supervisor, folder } = world;
  const own = JSON.parse(service.cli("regime", "show", "national")) as object;
  const path = join(folder, "own.json");
  writeFileSync(path, JSON.stringify({ ...own, id: "qingyu", warn: { kind: "never" } }));
  service.cli("regime", "import", path);
  service.cli("regime", "use", "qingyu");

  const page = await openPortal(supervisor.context, world.portal);
  const list = await shownFrame(page);
  const before = await settledMarks(list);
  expect(Object.values(before)).toContain("due-soon");
  const counted = /自 \d{4}-\d{2}-\d{2} 起计第1日，至 \d{4}-\d{2}-\d{2} 共计 \d+ 日。/;
  expect(await reasons(list, "due-soon")).toMatch(counted);
  expect(await reasons(list, "due-soon")).toMatch(/规则：national@/);

  await (await enrol(supervisor, service, UNIT)).close();
  const after = await eventually(
    () => settledMarks(list),
    (marks) => !Object.values(marks).includes("due-soon") && Object.keys(marks).length > 0,
  );
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(await reasons(list, "on-time")).toMatch(/规则：qingyu@2026-11-22/);

  const auditor = service.cli("token", "--unit", UNIT);
  const report = await service.get("/v1/reports/overview", auditor);
  expect(await report.json()).toMatchObject({ versions: { regime: "qingyu@2026-11-22" } });
});
