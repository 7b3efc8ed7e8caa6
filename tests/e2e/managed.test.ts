import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "../build.ts";
import { EXTENSION, type Supervisor, launchWithExtension } from "./browser.ts";
import { type Service, aService } from "./service.ts";

/** Where browsers of Chromium's family read policies; only an administrator of the machine may write there. */
const POLICIES = ["/etc/chromium/policies/managed", "/etc/opt/chrome/policies/managed"];
const may = process.platform === "linux" && process.getuid?.() === 0;

let folder: string;
let service: Service;
let supervisor: Supervisor | undefined;
let written: string[] = [];

async function launch(): Promise<Supervisor> {
  await supervisor?.close();
  supervisor = await launchWithExtension({
    profile: join(folder, "profile"),
    folder: join(folder, "extension"),
  });
  return supervisor;
}

/** States the policy of this one extension; a folder of its own gave it an id of its own. */
async function state(id: string, policy: object): Promise<void> {
  written = POLICIES.map((path) => {
    mkdirSync(path, { recursive: true });
    const file = join(path, `shixian-test-${process.pid}.json`);
    writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [id]: policy } } }));
    return file;
  });
  // Chromium passes over a policy file that was written within the last five seconds, and may then leave it for a quarter of an hour
  await new Promise((resolve) => setTimeout(resolve, 6_000));
}

async function enrolledAt(browser: Supervisor): Promise<string> {
  const page = await browser.openOwn("options");
  try {
    const told = page.locator("main > .good");
    await told.waitFor({ timeout: 5_000 }).catch(() => undefined); // not yet is an answer too
    return (await told.allTextContents()).join();
  } finally {
    await page.close();
  }
}

beforeAll(async () => {
  buildWhenStale(() => undefined);
  folder = mkdtempSync(join(tmpdir(), "shixian-managed-"));
  cpSync(EXTENSION, join(folder, "extension"), { recursive: true });
  service = await aService(join(folder, "service"));
  await service.start();
});
afterAll(async () => {
  for (const file of written) rmSync(file, { force: true });
  await supervisor?.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test.runIf(may)(
  "an enterprise policy enrols the browser without a word typed, offers its portals, and moves it with the service",
  async () => {
    const id = new URL((await launch()).extension).host;
    const unit = "青屿区/政务服务中心";
    const policy = {
      address: service.address,
      unit,
      code: service.cli("enroll", "--unit", unit),
      name: "3号窗口",
      portals: ["http://10.8.0.5/*", "<all_urls>", "http://10.8.0.6:8080/app/*"],
    };
    await state(id, policy);
    const window = await launch();
    const wait = { timeout: 75_000, interval: 1_000 };
    await expect.poll(() => enrolledAt(window), wait).toContain("政务服务中心");
    const options = await window.openOwn("options");
    await options.getByRole("button", { name: "启用单位列入的 2 个门户" }).waitFor();

    // the same database answers at another address
    await service.stop();
    service = await aService(service.data);
    await service.start();
    await state(id, { ...policy, address: service.address, code: undefined });
    const later = await launch();
    await expect.poll(() => enrolledAt(later), wait).toContain(service.address);
  },
  300_000,
);

test("a code of another unit than the policy's is refused and stays unspent", async () => {
  const code = service.cli("enroll", "--unit", "临港区/分中心");
  service.cli("enroll", "--unit", "青屿区/政务服务中心");
  const asked = (unit: string) =>
    fetch(`${service.address}/v1/enrol`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, unit }),
    });
  expect((await asked("青屿区/政务服务中心")).status).toBe(403);
  expect((await asked("没有的单位")).status).toBe(403);
  expect((await asked("临港区/分中心")).status).toBe(200);
});
