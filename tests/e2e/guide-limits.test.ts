import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { type Service, aService } from "./service.ts";
import { type PlainPortal, listPage, plainPortal } from "./taught-portal.ts";
import { UNIT, enrol, eventually } from "./world.ts";

const dayOf = (at: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(at);
const day = (back: number): string => dayOf(Date.now() - back * 86_400_000);
const HEADERS = ["办件编号", "事项名称", "受理时间", "办件状态"];
const ROWS = [
  ["QY20261101017", "林木采伐许可", day(60), "办理中"],
  ["QY20261101025", "林木采伐许可", day(1), "办理中"],
  ["QY20261101033", "林木采伐许可延续", day(60), "办理中"],
];
const guidePage = (limits: string): string => `<!doctype html><html lang="zh-CN"><head>
  <meta charset="utf-8"><title>办事指南</title></head><body><table>
  <tr><td>事项名称</td><td>林木采伐许可</td></tr><tr><td>实施主体</td><td>青屿市林业局</td></tr>
  <tr><td>办理时限</td><td>${limits}</td></tr><tr><td>办理时间</td><td>工作日 9:00-12:00</td></tr>
  </table></body></html>`;

let folder: string;
let portal: PlainPortal;
let service: Service;
let supervisor: Supervisor;
let token: string;
beforeAll(async () => {
  buildWhenStale(() => undefined);
  folder = mkdtempSync(join(tmpdir(), "shixian-guide-"));
  portal = await plainPortal("ly.qingyu.gov.cn");
  portal.show("/list", listPage(HEADERS, ROWS));
  portal.show("/guide/a", guidePage("法定期限：20个工作日<br>承诺期限：7个工作日"));
  portal.show("/guide/b", guidePage("法定期限：20个工作日<br>承诺期限：9个工作日"));
  service = await aService(join(folder, "service"));
  await service.start();
  token = service.cli("token", "--unit", UNIT);
  supervisor = await launchWithExtension();
  await (await enrol(supervisor, service, UNIT)).close();
});
afterAll(async () => {
  await supervisor?.close();
  await service?.stop();
  await portal?.close();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const marks = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("shixian-mark")].map((mark) => mark.dataset.verdict),
  );
async function open(path: string): Promise<Page> {
  const page = await supervisor.context.newPage();
  await page.goto(portal.at(path));
  return page;
}
/** Lists are opened anew until they are marked so: a guide is learnt a moment after it was looked at. */
const marked = async (wanted: string): Promise<Page> => {
  const page = await open("/list");
  await eventually(
    async () => {
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll("shixian-mark").length === 3);
      return marks(page);
    },
    (all) => all.join() === wanted,
  );
  return page;
};

interface Cases {
  cases: { key: string; mask: string; verdict: { kind: string; due: string | null } }[];
}
interface Detail {
  case: { verdict: { kind: string; due: string | null; guideReadAt?: string } };
  timeline: { limits: { promised: { amount: number } | null; guideReadAt: string | null } };
  proof: { limitFrom: string | null } | null;
}
const asked = async <T>(path: string, token: string): Promise<T> =>
  (await (await service.get(path, token)).json()) as T;

test("a list that shows no limits is marked by the guide that was read, only of the same item, and the mark says so", async () => {
  await (await marked("unknown,unknown,unknown")).close();
  const guide = await open("/guide/a");
  const list = await marked("overdue,on-time,unknown");
  await guide.close();
  await list.locator("shixian-mark").first().hover();
  const tip = await eventually(
    () => list.evaluate(() => document.querySelector("shixian-tip")?.shadowRoot?.textContent ?? ""),
    (text) => text.includes("时限取自办事指南"),
  );
  expect(tip).toContain(`时限取自办事指南（读于 ${day(0)}）`);
  await list.close();
});

test("the service gives the same verdict of the same case and says where its limit came from", async () => {
  const { cases } = await eventually(
    () => asked<Cases>("/v1/cases", token),
    (all) => all.cases.filter(({ verdict }) => verdict.due !== null).length === 2,
  );
  const kinds = cases.map(({ verdict }) => verdict.kind).sort();
  expect(kinds).toEqual(["on-time", "overdue", "unknown"]);
  for (const { key, verdict } of cases) {
    const detail = await asked<Detail>(`/v1/cases/${key}`, token);
    const filled = verdict.kind !== "unknown";
    expect(detail.case.verdict.guideReadAt).toBe(filled ? day(0) : undefined);
    expect(detail.timeline.limits.promised?.amount).toBe(filled ? 7 : undefined);
    expect(detail.proof?.limitFrom ?? null).toBe(
      filled ? `时限取自办事指南（读于 ${day(0)}）。` : null,
    );
  }
});

test("a second guide that says another limit of the same item takes the limit back, on the page and at the service", async () => {
  const guide = await open("/guide/b");
  await (await marked("unknown,unknown,unknown")).close();
  await guide.close();
  await eventually(
    () => asked<Cases>("/v1/cases", token),
    (all) => all.cases.every(({ verdict }) => verdict.kind === "unknown"),
  );
});
