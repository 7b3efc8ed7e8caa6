import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { openDatabase } from "../../../service/db/open.ts";
import { type AService, aFolder, aKey, aLook, aService, aSight } from "../a-service.ts";
import { Outbox } from "./outbox.ts";
import { expectWhole } from "./whole.ts";

const mount = (...args: string[]): boolean => spawnSync("mount", args).status === 0;

/** A folder on which something is mounted for the time of a test, by `on`; `undefined` where one may not. */
function mountedOn(on: (folder: string) => boolean): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "shixian-disk-"));
  const made = on(folder);
  onTestFinished(() => {
    if (made) spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return made ? folder : undefined;
}

/** Sends until it is told to stop. @returns the statuses that came */
async function sendingTo(
  service: AService,
  outboxes: readonly Outbox[],
  enough: (statuses: ReadonlyMap<number, number>) => boolean,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const stopped = (): boolean => enough(statuses);
  await Promise.all(
    outboxes.map((outbox) =>
      outbox.run(
        () => "",
        stopped,
        (status) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
      ),
    ),
  );
  expect(service.lines.every(({ event }) => event === "store-full")).toBe(true);
  return statuses;
}

async function outboxesOf(service: AService): Promise<Outbox[]> {
  const devices = [await service.device("甲区"), await service.device("乙区")];
  return devices.map(({ token }) => new Outbox(token, service.request));
}

/** It fills, says so, keeps what it acknowledged, and goes on by itself when there is room again. */
async function fillsAndGoesOn(service: AService, makeRoom: () => Promise<unknown>): Promise<void> {
  const outboxes = await outboxesOf(service);
  const full = await sendingTo(service, outboxes, (statuses) => (statuses.get(507) ?? 0) > 5);
  expect([...full.keys()].sort()).toEqual([200, 507]);
  const before = outboxes.map(({ acknowledged }) => acknowledged.size);
  await makeRoom();
  await sendingTo(service, outboxes, (statuses) => (statuses.get(200) ?? 0) > 20);
  outboxes.forEach(({ acknowledged }, i) =>
    expect(acknowledged.size).toBeGreaterThan(before[i] ?? 0),
  );
  await expectWhole(service.db, outboxes);
}

test("a full disk: nothing is acknowledged falsely, and when there is room again the same process goes on", async () => {
  const disk = mountedOn((on) => mount("-t", "tmpfs", "-o", "size=4m", "shixian-test", on));
  if (disk !== undefined) {
    const service = await aService({ url: `file:${join(disk, "full.db")}` });
    await fillsAndGoesOn(service, async () => mount("-o", "remount,size=64m", disk));
  } else {
    // where one may not mount, the engine itself is told that there is no more room
    const service = await aService();
    const [pages] = await service.db.values("PRAGMA page_count");
    await service.db.values(`PRAGMA max_page_count = ${Number(pages?.[0]) + 300}`);
    await fillsAndGoesOn(service, () => service.db.values("PRAGMA max_page_count = 100000"));
  }
}, 60_000);

test("a disk that can only be read: a clear answer, and it goes on when it may write again", async () => {
  const service = await aService();
  const outboxes = await outboxesOf(service);
  await sendingTo(service, outboxes, (statuses) => (statuses.get(200) ?? 0) > 4);
  await service.app.cases.catchUp();
  await service.db.values("PRAGMA query_only = ON");
  const refused = await sendingTo(service, outboxes, (statuses) => (statuses.get(507) ?? 0) > 5);
  expect([...refused.keys()]).toEqual([507]);
  expect((await service.request("/readyz")).status).toBe(200);
  await service.db.values("PRAGMA query_only = OFF");
  await sendingTo(service, outboxes, (statuses) => (statuses.get(200) ?? 0) > 4);
  await expectWhole(service.db, outboxes);
});

test("a service is not started over a folder that can only be read, and the message says why", async () => {
  const folder = aFolder();
  await openDatabase(`file:${join(folder, "x.db")}`).close();
  const shown = mountedOn(
    (on) => mount("--bind", folder, on) && mount("-o", "remount,ro,bind", on),
  );
  // without leave to mount: a folder in which nobody may make a file
  const place = join(shown ?? "/proc/self", "x.db");
  expect(() => openDatabase(`file:${place}`)).toThrow(
    /SQLITE_(CANTOPEN|READONLY|IOERR)|EROFS|ENOENT/,
  );
});

test("a disk that can only be read: figures that name no case are told, a view that must be recorded is not, and says so", async () => {
  const service = await aService();
  const device = await service.device("甲区");
  await device.send([aLook(1), aSight(2, 1)]);
  const token = await service.token("甲区");
  await service.app.cases.catchUp();
  await service.db.values("PRAGMA query_only = ON");
  const get = (path: string): Promise<Response> => service.request(path, { token });
  for (const path of ["/v1/reports/overview", "/v1/reports/overview?format=csv"])
    expect((await get(path)).status).toBe(200);
  expect((await get("/v1/cases")).status).toBe(200);
  for (const path of [`/v1/cases/${aKey(1)}`, "/v1/cases?q=0001", "/v1/reports/longest-waiting"]) {
    const refused = await get(path);
    expect([path, refused.status]).toEqual([path, 507]);
    const { code, detail } = (await refused.json()) as { code: string; detail: string };
    expect(code).toBe("not-recorded");
    expect(detail).toContain("数据库现在不可写");
  }
  await service.db.values("PRAGMA query_only = OFF");
  expect((await get(`/v1/cases/${aKey(1)}`)).status).toBe(200);
});
