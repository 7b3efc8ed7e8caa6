import { expect, test } from "vitest";
import { STEP_MS, acceptedStep, base32, hotp, keyUri } from "../../../service/access/totp.ts";

const key = (text: string): Uint8Array => new TextEncoder().encode(text);
const SHA1 = key("12345678901234567890");

// RFC 4226, appendix D
test.each(
  [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
  ].map((code, counter) => [counter, code] as const),
)("RFC 4226: counter %i is %s", (counter, code) => {
  expect(hotp(SHA1, counter)).toBe(code);
});

// RFC 6238, appendix B
test.each([
  [59, "94287082", "46119246", "90693936"],
  [1_111_111_109, "07081804", "68084774", "25091201"],
  [1_111_111_111, "14050471", "67062674", "99943326"],
  [1_234_567_890, "89005924", "91819424", "93441116"],
  [2_000_000_000, "69279037", "90698825", "38618901"],
  [20_000_000_000, "65353130", "77737706", "47863826"],
])("RFC 6238: at %i s the codes of SHA-1, SHA-256 and SHA-512", (seconds, sha1, sha256, sha512) => {
  const step = Math.floor((seconds * 1000) / STEP_MS);
  expect([
    hotp(SHA1, step, { digits: 8 }),
    hotp(key("12345678901234567890123456789012"), step, { digits: 8, algorithm: "sha256" }),
    hotp(key("1234567890".repeat(6) + "1234"), step, { digits: 8, algorithm: "sha512" }),
  ]).toEqual([sha1, sha256, sha512]);
});

test("a code is good for its own step and its neighbours, and once", () => {
  const now = 1_111_111_109_000;
  const step = Math.floor(now / STEP_MS);
  const ask = (offset: number, after: number | null = null) =>
    acceptedStep(SHA1, { code: hotp(SHA1, step + offset), now, after });
  expect([-2, -1, 0, 1, 2].map((offset) => ask(offset))).toEqual([
    undefined,
    step - 1,
    step,
    step + 1,
    undefined,
  ]);
  expect(ask(0, step)).toBeUndefined();
  expect(ask(1, step)).toBe(step + 1);
});

test("an authenticator app gets the secret as it expects it", () => {
  expect(base32(key("foobar"))).toBe("MZXW6YTBOI");
  expect(keyUri(SHA1, { issuer: "时限", login: "chen an" })).toBe(
    "otpauth://totp/%E6%97%B6%E9%99%90:chen%20an?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%97%B6%E9%99%90&digits=6&period=30",
  );
});
