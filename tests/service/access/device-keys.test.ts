import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeDeviceKey, signText, signatureHeaders } from "../../../extension/outbox/device-key.ts";
import { carriedFile } from "../../../service/import/carried-file.ts";
import { type AService, aLook, aService } from "../a-service.ts";

interface Bound {
  id: string;
  token: string;
  key: CryptoKey;
}

/** A browser enrols as the extension does: the request itself shows that the key is its own. */
async function bound(service: AService, code?: string): Promise<Bound> {
  const { key, publicKey } = await makeDeviceKey();
  const body = JSON.stringify({ code: code ?? (await service.code("青屿区")), publicKey });
  const asked = { method: "POST", path: "/v1/enrol", body, now: service.now() };
  const response = await service.request("/v1/enrol", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...(await signatureHeaders(key, "new", asked)) },
  });
  const { deviceId, token } = (await response.json()) as { deviceId: string; token: string };
  expect(response.status).toBe(200);
  return { id: deviceId, token, key };
}

const batch = (seq = 1): string =>
  JSON.stringify({ version: 1, sentAt: 1_795_000_000_000, records: [aLook(seq)] });

async function sent(
  service: AService,
  token: string,
  body: string,
  headers: Record<string, string>,
): Promise<number> {
  const init = { method: "POST", body, token };
  const all = { "content-type": "application/json", ...headers };
  return (await service.request("/v1/observations", { ...init, headers: all })).status;
}

const signed = (service: AService, { key, id }: Bound, body: string, path = "/v1/observations") =>
  signatureHeaders(key, id, { method: "POST", path, body, now: service.now() });

test("a device that enrolled with a key is served when it signs, and only then", async () => {
  const service = await aService();
  const device = await bound(service);
  const right = await signed(service, device, batch());
  expect(await sent(service, device.token, batch(), right)).toBe(200);
  expect(await sent(service, device.token, batch(), {})).toBe(401);
  expect(await sent(service, device.token, batch(2), right), "another body").toBe(401);
  const elsewhere = await signed(service, device, batch(), "/v1/portal-files");
  expect(await sent(service, device.token, batch(), elsewhere), "another address").toBe(401);
  const other = await bound(service);
  const foreign = await signed(service, { ...other, id: device.id }, batch());
  expect(await sent(service, device.token, batch(), foreign), "another key").toBe(401);
  const borrowed = await signed(service, other, batch());
  expect(await sent(service, device.token, batch(), borrowed), "another name").toBe(401);
});

test("what a copied database holds lets nobody send or carry in a device's name", async () => {
  const service = await aService();
  const device = await bound(service);
  const [row] =
    await service.db.all<Record<string, string | number | null>>("SELECT * FROM devices");
  expect(JSON.stringify(row)).not.toContain(device.token.split("_")[2]);
  const body = `${batch()}\n`;
  const header = {
    format: "shixian-outbox/1",
    deviceId: device.id,
    exportedAt: 1,
    batches: 1,
    records: 1,
  };
  const carry = async (signature: string): Promise<unknown> => {
    const path = join(service.folder, "carried.jsonl");
    writeFileSync(path, `${JSON.stringify({ ...header, signature })}\n${body}`);
    return carriedFile(service.db, path);
  };
  const stolen = createHmac("sha256", String(row?.secret_hash)).update(body).digest("hex");
  await expect(carry(stolen)).rejects.toThrow(/签名不符/);
  await expect(carry(await signText(device.key, body))).resolves.toMatchObject({ records: 1 });
});

test("nobody enrols with a key that is not shown to be theirs, and the code is not spent by trying", async () => {
  const service = await aService();
  const code = await service.code("青屿区");
  const { publicKey } = await makeDeviceKey();
  const refused = await service.request("/v1/enrol", { json: { code, publicKey } });
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
    401,
    "unsigned",
  ]);
  await bound(service, code);
});

test("where keys are required, a device without one is neither enrolled nor served", async () => {
  const lenient = await aService();
  const former = await lenient.device("青屿区");
  expect((await former.send([aLook(1)])).status).toBe(200);
  const strict = await aService({ db: lenient.db, url: lenient.url, deviceKeys: "required" });
  const code = await strict.code("青屿区");
  expect((await strict.request("/v1/enrol", { json: { code } })).status).toBe(401);
  expect(await sent(strict, former.token, batch(2), {})).toBe(401);
  const device = await bound(strict, code);
  expect(await sent(strict, device.token, batch(2), await signed(strict, device, batch(2)))).toBe(
    200,
  );
});

test("a key of another kind, or none at all, is no key", async () => {
  const service = await aService();
  const body = JSON.stringify({
    code: await service.code("青屿区"),
    publicKey: "A".repeat(124),
  });
  const { key } = await makeDeviceKey();
  const headers = await signatureHeaders(key, "new", {
    method: "POST",
    path: "/v1/enrol",
    body,
    now: 1,
  });
  const response = await service.request("/v1/enrol", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  expect(response.status).toBe(401);
});
