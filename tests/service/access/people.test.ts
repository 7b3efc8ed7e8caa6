import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { caseKeyText } from "#shared/case/case-key.ts";
import { COLUMNS } from "../../../service/access/columns.ts";
import { aPerson } from "../a-person.ts";
import { type AService, aLook, aService, aSight } from "../a-service.ts";

const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code?: string }).code;

test("nobody holds two of the three administrative roles: not by another account, not one after the other, not in the database", async () => {
  const service = await aService();
  const chief = await aPerson(service, "security-admin", "青屿区");
  const unit = { unit: 1 };
  const make = (login: string, name: string, role: string) =>
    chief.request("/v1/users", { json: { login, name, role, ...unit } });
  const made = await make("linshen", "林审", "auditor");
  const { user } = (await made.json()) as { user: { id: string } };
  expect(await codeOf(await make("linshen2", "林审", "system-admin"))).toBe("role-conflict");
  const change = (role: string) => chief.request(`/v1/users/${user.id}`, { json: { role } });
  expect(await codeOf(await change("system-admin"))).toBe("role-conflict");
  expect((await change("observer")).status).toBe(200);
  expect(await codeOf(await change("security-admin"))).toBe("role-conflict");
  expect((await change("auditor")).status).toBe(200);
  for (const sql of [
    `UPDATE users SET role = 'system-admin' WHERE login = 'linshen'`,
    `UPDATE users SET role = 'system-admin', office = 'system-admin' WHERE login = 'linshen'`,
  ])
    await expect(service.db.write([{ sql }])).rejects.toThrow();
});

test("a reviewer has a last day; nobody changes the own account; the last security administrator stays", async () => {
  const service = await aService();
  const chief = await aPerson(service, "security-admin", "青屿区");
  const other = await aPerson(service, "security-admin", "青屿区");
  const json = { login: "kan", name: "看", role: "reviewer", unit: 1 };
  expect((await chief.request("/v1/users", { json })).status).toBe(422);
  expect(
    (await chief.request("/v1/users", { json: { ...json, until: "2026-12-31" } })).status,
  ).toBe(200);
  const shutOut = (who: { publicId: string }) =>
    chief.request(`/v1/users/${who.publicId}`, { json: { disabled: true } });
  expect(await codeOf(await shutOut(chief))).toBe("own-account");
  expect((await shutOut(other)).status).toBe(200);
  expect((await other.request("/v1/me")).status).toBe(401);
});

const NUMBER = "XK-2026-000123";
const keyOf = (service: AService): string =>
  createHmac("sha256", service.app.deps.keys.caseKey)
    .update(caseKeyText({ portal: "xzsp.qingyu.gov.cn", caseNo: NUMBER }) ?? "")
    .digest("hex");

async function aRaisedCase() {
  const service = await aService();
  const device = await service.device("青屿区/大厅");
  const key = keyOf(service);
  const sight = {
    ...(aSight(2, 1, { department: "市监局" }) as object),
    caseKey: key,
    caseMask: "…0123",
  };
  await device.send([{ ...(aLook(1) as object), portal: "xzsp.qingyu.gov.cn" }, sight]);
  const [auditor, supervisor, reviewer] = await Promise.all(
    (["auditor", "supervisor", "reviewer"] as const).map((role) =>
      aPerson(service, role, "青屿区"),
    ),
  );
  if (!auditor || !supervisor || !reviewer) throw new Error("not made");
  return { service, device, key, auditor, supervisor, reviewer };
}

test("columns: which browser saw a case is told of a raised one only, and to a reviewer never", async () => {
  const { device, key, auditor, supervisor, reviewer } = await aRaisedCase();
  const seenBy = async (who: typeof auditor) => {
    const body = (await (await who.request(`/v1/cases/${key}`)).json()) as {
      sightings: { device: string }[];
      escalation: object | null;
    };
    return [body.sightings[0]?.device, body.escalation !== null];
  };
  const all = async () => [await seenBy(auditor), await seenBy(supervisor), await seenBy(reviewer)];
  expect(await all()).toEqual([
    ["#1", false],
    [device.id, false],
    ["#1", false],
  ]);
  const json = { reason: "群众反映久拖不决" };
  expect((await supervisor.request(`/v1/cases/${key}/escalation`, { json })).status).toBe(403);
  expect((await auditor.request(`/v1/cases/${key}/escalation`, { json })).status).toBe(200);
  expect(await all()).toEqual([
    [device.id, true],
    [device.id, true],
    ["#1", false],
  ]);
  expect(COLUMNS["sighting.device"]).toEqual({
    auditor: "escalated",
    supervisor: "always",
    reviewer: "never",
    observer: "always",
  });
  expect([COLUMNS["case.number"], COLUMNS["case.escalation"]]).toEqual([
    { auditor: "escalated" },
    { auditor: "escalated", supervisor: "escalated" },
  ]);
});

test("a case number: found by whoever holds it, stated by the unit for a raised case, read by an auditor, each written down and never in the clear", async () => {
  const { service, key, auditor, supervisor } = await aRaisedCase();
  const lookup = (number: string) => auditor.request("/v1/cases/lookup", { json: { number } });
  expect(await (await lookup(" xk-2026-000123 ")).json()).toEqual({ key, mask: "…0123" });
  expect((await lookup("XK-2026-000124")).status).toBe(404);
  const path = `/v1/cases/${key}/number`;
  const state = (number: string) => supervisor.request(path, { json: { number } });
  expect(await codeOf(await state(NUMBER))).toBe("not-escalated");
  expect(await codeOf(await auditor.request(path))).toBe("not-escalated");
  const personal = await auditor.request(`/v1/cases/${key}/escalation`, {
    json: { reason: "请联系 13812345678" },
  });
  expect(personal.status).toBe(422);
  await auditor.request(`/v1/cases/${key}/escalation`, { json: { reason: "群众反映久拖不决" } });
  expect(await codeOf(await auditor.request(path))).toBe("number-unknown");
  expect(await codeOf(await state("XK-2026-999999"))).toBe("wrong-number");
  expect((await state(NUMBER)).status).toBe(200);
  expect(await (await auditor.request(path)).json()).toEqual({ number: NUMBER });
  const acts = await service.db.values("SELECT act FROM audit WHERE act LIKE 'case.%' ORDER BY id");
  expect(acts.flat()).toEqual([
    "case.looked-up",
    "case.looked-up",
    "case.escalated",
    "case.number-told",
    "case.number-seen",
  ]);
  const everything = JSON.stringify([
    await service.db.all("SELECT * FROM audit"),
    await service.db.all("SELECT * FROM disclosures"),
  ]);
  expect(everything).not.toContain(NUMBER);
});

test("trying numbers is no way to list them: sixty an hour", async () => {
  const { auditor } = await aRaisedCase();
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++)
    statuses.push(
      (await auditor.request("/v1/cases/lookup", { json: { number: `XK-2026-00${100 + i}` } }))
        .status,
    );
  expect([statuses.slice(0, 60).includes(429), statuses[60]]).toEqual([false, 429]);
});

test("a token for one report pulls that one, sees no case, opens no page, and shows when it was used", async () => {
  const service = await aService();
  const chief = await aPerson(service, "security-admin", "青屿区");
  const made = await chief.request("/v1/tokens", {
    json: { name: "周报", unit: 1, reports: ["delays-by-department"], days: 30 },
  });
  const { text, token } = (await made.json()) as { text: string; token: { id: string } };
  const get = async (path: string) => (await service.request(path, { token: text })).status;
  expect(await get("/v1/reports/delays-by-department")).toBe(200);
  expect(await get("/v1/reports/time-per-step")).toBe(404);
  expect(await get("/v1/cases")).toBe(403);
  expect((await service.request("/v1/session", { json: { token: text } })).status).toBe(403);
  const { tokens } = (await (await chief.request("/v1/tokens")).json()) as {
    tokens: { lastUsedAt: string | null }[];
  };
  expect(tokens[0]?.lastUsedAt).toBe(new Date(service.now()).toISOString());
  expect((await chief.request(`/v1/tokens/${token.id}`, { method: "DELETE" })).status).toBe(200);
  expect(await get("/v1/reports/delays-by-department")).toBe(401);
});

test("an observer enrols a browser of the own and sees what it sent, and nothing that others saw", async () => {
  const service = await aService();
  const observer = await aPerson(service, "observer", "青屿区");
  const { code } = (await (
    await observer.request("/v1/enrolments", { json: { unit: 1 } })
  ).json()) as { code: string };
  const enrolled = await service.request("/v1/enrol", { json: { code } });
  const { token } = (await enrolled.json()) as { token: string };
  const send = (records: unknown[]) =>
    service.request("/v1/observations", {
      token,
      json: { version: 1, sentAt: service.now(), records },
    });
  expect((await send([aLook(1), aSight(2, 1, { department: "本局" })])).status).toBe(200);
  await (await service.device("青屿区")).send([aLook(1), aSight(2, 2, { department: "别局" })]);
  const text = await (await observer.request("/v1/own-observations")).text();
  expect(text).toContain("本局");
  expect(text).not.toContain("别局");
  const { devices } = (await (await observer.request("/v1/devices")).json()) as {
    devices: object[];
  };
  expect(devices).toHaveLength(1);
});
