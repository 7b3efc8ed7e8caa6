import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildWhenStale } from "../build.ts";
import { type Portal, servePortal } from "../portal/portal.ts";
import { type Supervisor, launchWithExtension } from "./browser.ts";
import { type Service, aService } from "./service.ts";

export const UNIT = "青屿区/政务服务中心";

/** A portal, a service and a supervisor's browser with the extension; nothing of it outlives `close`. */
export interface World {
  portal: Portal;
  service: Service;
  supervisor: Supervisor;
  /** the folder that holds browser profile and service data */
  folder: string;
  /** starts the same browser again over the same profile */
  restartBrowser(): Promise<Supervisor>;
  close(): Promise<void>;
}

export async function openWorld(
  options: { enrolled?: boolean; withExtension?: boolean } = {},
): Promise<World> {
  const { enrolled = true, withExtension = true } = options;
  buildWhenStale(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), "shixian-e2e-"));
  const portal = await servePortal({ now: new Date() });
  const service = await aService(join(folder, "service"));
  const profile = join(folder, "profile");
  const world: World = {
    portal,
    service,
    folder,
    supervisor: await launchWithExtension({ profile, withExtension }),
    async restartBrowser() {
      world.supervisor = await launchWithExtension({ profile, withExtension });
      return world.supervisor;
    },
    async close() {
      await world.supervisor.close().catch(() => undefined); // killed browsers are closed already
      await service.stop();
      await portal.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (withExtension && enrolled) {
    try {
      await service.start();
      const page = await enrol(world.supervisor, service, UNIT);
      await page.close();
    } catch (error) {
      await world.close();
      throw error;
    }
  }
  return world;
}

/** Enrols the browser by a one-time code in the extension's options, as its user does once. */
export async function enrol(supervisor: Supervisor, service: Service, unit: string): Promise<Page> {
  const code = service.cli("enroll", "--unit", unit);
  const page = await supervisor.openOwn("options");
  await page.fill("[name=address]", service.address);
  await page.fill("[name=code]", code);
  await page.click("button[type=submit]");
  await page.waitForSelector("#result p");
  const failed = await page.locator("#result .bad").allTextContents();
  if (failed.length > 0) throw new Error(`enrolment failed: ${failed.join()}`);
  return page;
}

/** How many records wait, as the popup tells it. */
export async function waitingInPopup(
  supervisor: Supervisor,
): Promise<{ waiting: number; since: string }> {
  const page = await supervisor.openOwn("popup");
  try {
    await page.waitForSelector("#waiting");
    const since = page.locator("#since");
    return {
      waiting: Number(await page.getAttribute("#waiting", "data-count")),
      since: (await since.count()) > 0 ? ((await since.textContent()) ?? "") : "",
    };
  } finally {
    await page.close();
  }
}

/** Asks again and again until it holds. @throws the last answer when it never does */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  holds: (answer: T) => boolean,
  timeout = 20_000,
): Promise<T> {
  const until = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`never came true; last seen: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
