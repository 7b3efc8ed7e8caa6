import { describe, expect, test } from "vitest";
import { keyFor } from "../../../service/access/seal.ts";
import { NOBODY } from "../../../service/access/caller.ts";
import { monthsBefore } from "../../../service/audit/purge-audit.ts";
import { verifyAudit } from "../../../service/audit/verify-audit.ts";
import { purgeOld } from "../../../service/jobs.ts";
import { aPerson } from "../a-person.ts";
import { type AService, aKey, aLook, aService, aSight } from "../a-service.ts";

const keyOf = (service: AService): Uint8Array => keyFor(service.app.deps.keys.seal, "audit");
const note = (service: AService, act: "sign-in" | "sign-out" = "sign-in") =>
  service.app.deps.audit.write({ actor: NOBODY, act });

describe("the chain", () => {
  test("whole, it verifies; its head can be noted and found again", async () => {
    const service = await aService();
    await Promise.all(Array.from({ length: 20 }, () => note(service)));
    const first = await verifyAudit(service.db, keyOf(service));
    expect(first).toMatchObject({ entries: 20, purged: 0, faults: [] });
    await note(service);
    expect((await verifyAudit(service.db, keyOf(service), first.head)).faults).toEqual([]);
  });

  test.each([
    ["UPDATE audit SET name = 'x' WHERE id = 2", ["entry 2: hash"]],
    ["DELETE FROM audit WHERE id = 2", ["entry 2: missing", "entry 3: hash"]],
    ["DELETE FROM audit WHERE id = 5", ["entry 5: missing"]],
    ["UPDATE audit SET hash = 'x' WHERE id = 5", ["entry 5: hash", "entry 5: not the noted one"]],
  ])("after the triggers were taken away, %s is found", async (sql, faults) => {
    const service = await aService();
    for (let i = 0; i < 5; i++) await note(service);
    const { head } = await verifyAudit(service.db, keyOf(service));
    await expect(service.db.write([{ sql }])).rejects.toThrow(/append-only/);
    for (const trigger of ["audit_no_update", "audit_no_delete"])
      await service.db.write([{ sql: `DROP TRIGGER ${trigger}` }]);
    await service.db.write([{ sql }]);
    expect((await verifyAudit(service.db, keyOf(service), head)).faults).toEqual(faults);
  });

  test("whoever has the database alone cannot make it anew: the key is not in it", async () => {
    const service = await aService();
    await note(service);
    expect((await verifyAudit(service.db, new Uint8Array(32))).faults).toEqual(["entry 1: hash"]);
  });

  test("an act and what it stores are there together or not at all", async () => {
    const service = await aService();
    await expect(
      service.app.deps.audit.write({ actor: NOBODY, act: "sign-in" }, [
        { sql: "INSERT INTO nowhere VALUES(1)" },
      ]),
    ).rejects.toThrow();
    expect((await verifyAudit(service.db, keyOf(service))).entries).toBe(0);
  });
});

describe("what is too old", () => {
  test.each([
    ["2026-11-20T02:00:00Z", 36, "2023-11-20T02:00:00Z"],
    ["2026-03-31T00:00:00Z", 1, "2026-02-28T00:00:00Z"],
  ])("%s less %i months is %s", (now, months, before) => {
    expect(new Date(monthsBefore(Date.parse(now), months)).toISOString()).toBe(
      before.replace("Z", ".000Z"),
    );
  });

  test("goes after 36 months, the chain goes on from a sealed checkpoint, and the purge is an act itself", async () => {
    const service = await aService();
    for (let i = 0; i < 3; i++) await note(service);
    service.at("2029-11-19T10:00:00+08:00");
    await note(service);
    expect(await purgeOld(service.app.deps)).toBe(0);
    service.at("2029-11-21T10:00:00+08:00");
    expect(await purgeOld(service.app.deps)).toBe(3);
    expect(await verifyAudit(service.db, keyOf(service))).toMatchObject({
      entries: 2,
      purged: 3,
      faults: [],
    });
    expect(await service.db.values("SELECT act FROM audit ORDER BY id")).toEqual([
      ["sign-in"],
      ["audit.purged"],
    ]);
    await expect(service.db.write([{ sql: "DELETE FROM audit" }])).rejects.toThrow(/append-only/);
    await service.db.write([{ sql: "DROP TRIGGER audit_checkpoints_no_update" }]);
    await service.db.write([{ sql: "UPDATE audit_checkpoints SET removed = 1" }]);
    expect((await verifyAudit(service.db, keyOf(service))).faults).toEqual(["checkpoint 1: seal"]);
  });
});

describe("what is written down", () => {
  const actsSeen = async (service: AService): Promise<string[]> =>
    (await service.db.values("SELECT act FROM audit ORDER BY id")).map(([act]) => String(act));

  test("a view of a case, an export, a search, a refusal, with who, what and from where; an auditor reads and exports it, and that is written down", async () => {
    const service = await aService();
    const device = await service.device("省/东县");
    await device.send([aLook(1), aSight(2, 1, { department: "东局" })]);
    const auditor = await aPerson(service, "auditor", "省/东县", { name: "林审" });
    await auditor.request(`/v1/cases/${aKey(1)}`);
    await auditor.request("/v1/reports/delays-by-department?format=csv");
    await auditor.request("/v1/cases?q=0001");
    await auditor.request("/v1/users");
    expect((await actsSeen(service)).slice(1)).toEqual([
      "case.viewed",
      "report.exported",
      "case.searched",
      "refused",
    ]);
    const list = (await (await auditor.request("/v1/audit")).json()) as { entries: object[] };
    expect(list.entries[3]).toMatchObject({
      act: "case.viewed",
      actText: "查看办件",
      object: aKey(1),
      who: { name: "林审", role: "auditor", unit: "省/东县" },
    });
    const csv = await (await auditor.request("/v1/audit?format=csv")).text();
    expect(csv.split("\r\n")[1]).toContain("audit.exported");
    expect(await actsSeen(service)).toContain("audit.exported");
  });

  test("an auditor of a county reads the county's acts; what belongs to no unit is for those of a topmost unit", async () => {
    const service = await aService();
    const west = await aPerson(service, "auditor", "省/西县");
    await west.request("/v1/reports/delays-by-department?format=csv");
    await note(service);
    const seen = async (unit: string): Promise<string[]> => {
      const { request } = await aPerson(service, "auditor", unit);
      const { entries } = (await (await request("/v1/audit")).json()) as {
        entries: { act: string }[];
      };
      return entries.map(({ act }) => act);
    };
    expect(await seen("省/东县")).toEqual([]);
    expect(await seen("省/西县")).toEqual(["report.exported"]);
    expect(await seen("省")).toEqual(["sign-in", "report.exported"]);
  });
});
