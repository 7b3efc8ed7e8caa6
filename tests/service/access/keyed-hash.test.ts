import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caseKeyText } from "../../../shared/case/case-key.ts";
import { caseKeys } from "../../../extension/outbox/case-key.ts";
import { CASE_KEY_HASHES, keyedHash } from "../../../service/access/keyed-hash.ts";
import { keysIn } from "../../../service/keys.ts";
import { aFolder, aService } from "../a-service.ts";

const zero = (bytes: number): Uint8Array => new Uint8Array(bytes);

test.each(CASE_KEY_HASHES)("browser and service name a case alike by %s", async (hash) => {
  const caseKey = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
  const inBrowser = await caseKeys(Buffer.from(caseKey).toString("base64"), hash);
  for (const caseNo of ["XK-2026-000001", "青审〔2026〕1号", "0".repeat(200)]) {
    const id = { portal: "sp.qingyu.gov.cn", caseNo };
    expect(await inBrowser(id)).toBe(
      keyedHash({ caseKey, caseKeyHash: hash }, caseKeyText(id) ?? ""),
    );
  }
});

test("the hash is what GB/T 32905 and FIPS 180 say", () => {
  // HMAC of "abc" with an empty key, by OpenSSL's own command line
  expect(keyedHash({ caseKey: zero(0), caseKeyHash: "sha256" }, "abc")).toBe(
    "fd7adb152c05ef80dccf50a1fa4c05d5a3ec6da95575fc312ae7c5d091836351",
  );
  expect(keyedHash({ caseKey: zero(0), caseKeyHash: "sm3" }, "abc")).toBe(
    "36525058ca466791502435c910517f1a7e86613d5f35ac1f18a94def0eaac81f",
  );
});

test("the hash is chosen at the first run and not changed under existing cases", () => {
  const folder = aFolder();
  expect(keysIn(folder, zero, "sm3").caseKeyHash).toBe("sm3");
  expect(keysIn(folder, zero).caseKeyHash).toBe("sm3");
  expect(() => keysIn(folder, zero, "sha256")).toThrow(/CASE_KEY_HASH.*sm3/);
  const old = join(folder, "old");
  mkdirSync(old);
  writeFileSync(join(old, "shixian.db"), "");
  expect(() => keysIn(old, zero, "sm3")).toThrow(/sha256/);
  expect(keysIn(old, zero).caseKeyHash).toBe("sha256");
  writeFileSync(join(old, "case-key.hash"), "md5\n");
  expect(() => keysIn(old, zero)).toThrow(/case-key\.hash/);
  expect(readFileSync(join(old, "case-key.hash"), "utf8")).toBe("md5\n");
  rmSync(old, { recursive: true });
});

test("an enrolling browser is told the hash", async () => {
  const service = await aService({
    keys: { caseKey: zero(32), seal: zero(32), caseKeyHash: "sm3" },
  });
  const answer = await service.request("/v1/enrol", {
    json: { code: await service.code("青屿区") },
  });
  expect(await answer.json()).toMatchObject({ caseKeyHash: "sm3" });
});
