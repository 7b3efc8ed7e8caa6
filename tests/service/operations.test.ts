import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backup, restore } from "../../service/db/backup.ts";
import { lockDatabase } from "../../service/db/lock.ts";
import { openDatabase } from "../../service/db/open.ts";
import { verifyLog } from "../../service/db/verify.ts";
import { examine, redacted } from "../../service/doctor.ts";
import { killable } from "./durability/killable.ts";
import { type AService, aFolder, aLook, aService, aSight } from "./a-service.ts";

const filled = async (): Promise<AService> => {
  const service = await aService();
  const device = await service.device("青屿区");
  await device.send([aLook(1), ...Array.from({ length: 50 }, (_, i) => aSight(i + 2, i))]);
  return service;
};
const now = Date.parse("2026-11-22T10:00:00+08:00");

test("a backup is made while the service takes more, and holds what was acknowledged before it", async () => {
  const service = await filled();
  const device = await service.device("另一处");
  const file = join(aFolder(), "backups/one.db");
  const [made] = await Promise.all([backup(service.db, file), device.send([aLook(1)])]);
  expect(made.records).toBeGreaterThanOrEqual(51);
  expect(made.faults).toEqual([]);
  expect(readFileSync(`${file}.sha256`, "utf8")).toMatch(/^[0-9a-f]{64} {2}one\.db\n$/);
});

test("a backup restores into an empty place, and beside what was there when that is said", async () => {
  const service = await filled();
  const file = join(aFolder(), "one.db");
  await backup(service.db, file);
  const target = join(aFolder(), "new/shixian.db");
  await restore(file, `file:${target}`, { replace: false, now });
  const restored = openDatabase(`file:${target}`);
  expect((await verifyLog(restored)).records).toBe(51);
  await restored.close();
  await expect(restore(file, `file:${target}`, { replace: false, now })).rejects.toThrow(
    /--replace/,
  );
  await restore(file, `file:${target}`, { replace: true, now });
  expect(existsSync(`${target}.before-${now}`)).toBe(true);
});

test("a damaged backup is refused loudly, whether pages or a single letter changed, and nothing is put in place", async () => {
  const service = await filled();
  const file = join(aFolder(), "one.db");
  await backup(service.db, file);
  const bytes = readFileSync(file);
  // one letter in every record: a page keeps remains of cells that moved away, and a turned bit there harms nobody
  const turned = Buffer.from(
    bytes.toString("latin1").replaceAll('"kind":"processing"', '"kind":"processinh"'),
    "latin1",
  );
  expect(turned.equals(bytes)).toBe(false);
  const cut = bytes.subarray(0, bytes.length / 2);
  for (const [name, damaged] of Object.entries({
    turned,
    cut,
    empty: Buffer.from("nothing at all"),
  })) {
    const folder = aFolder();
    const broken = join(folder, `${name}.db`);
    writeFileSync(broken, damaged);
    const target = join(folder, "target.db");
    // without its checksum beside it the content alone must give it away
    await expect(restore(broken, `file:${target}`, { replace: false, now })).rejects.toThrow();
    copyFileSync(`${file}.sha256`, `${broken}.sha256`);
    await expect(restore(broken, `file:${target}`, { replace: false, now })).rejects.toThrow(
      /sha256/,
    );
    expect([existsSync(target), existsSync(`${target}.restoring`)]).toEqual([false, false]);
  }
});

test("one service to an embedded file; what a killed one left is taken over", async () => {
  const folder = aFolder();
  const env = { SHIXIAN_DATA: folder };
  const url = `file:${join(folder, "shixian.db")}`;
  const first = await killable(env);
  await expect(killable(env)).rejects.toThrow(/另一个服务进程/);
  expect(() => lockDatabase(url)).toThrow(/另一个服务进程/);
  await first.kill("SIGKILL");
  lockDatabase(url)();
  // the number lives on in another process that began at another time
  writeFileSync(join(folder, "shixian.db.lock"), `${process.ppid} 1`);
  lockDatabase(url)();
});

test("the doctor tells of gaps, silence, wrong clocks, copied profiles and a calendar that ends", async () => {
  const service = await aService();
  const config = {
    port: 1,
    host: "x",
    data: service.folder,
    databaseUrl: service.url,
    databaseAuthToken: undefined,
    deviceKeys: "optional" as const,
    rateLimits: true,
    caseKeyHash: undefined,
    publicUrl: null,
    behindProxy: false,
    oidc: null,
  };
  const device = await service.device("青屿区");
  await service.device("青屿区");
  await device.send([aLook(3)], service.now() + 3_600_000);
  await device.send([aLook(3, { view: "/other" })], service.now() + 3_600_000);
  const found = await examine(
    service.db,
    config,
    service.app.deps.keys,
    service.now() + 5 * 86_400_000,
  );
  const text = found.map(({ zh }) => zh).join("\n");
  for (const part of [
    "1 段记录缺失",
    "已 5 天未上报",
    "时钟偏差 60 分钟",
    "序号重复使用",
    "从未上报",
    "节假日安排已知至",
  ])
    expect(text).toContain(part);
  expect(found.filter(({ level }) => level === "error")).toEqual([]);
});

test("the doctor shows no password and no token", () => {
  const shown = JSON.stringify(
    redacted({
      port: 1,
      host: "h",
      data: "d",
      databaseUrl: "http://user:secret@db:8080/?authToken=secret",
      databaseAuthToken: "secret",
      deviceKeys: "optional",
      rateLimits: true,
      caseKeyHash: undefined,
      publicUrl: null,
      behindProxy: false,
      oidc: null,
    }),
  );
  expect(shown).not.toContain("secret");
});
