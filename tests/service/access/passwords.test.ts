import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weaknessOf } from "../../../service/access/password-policy.ts";
import { hashPassword, isOutdated, verifyPassword } from "../../../service/access/passwords.ts";

test("a password is kept as argon2id in the form that other programs read, never the same twice", async () => {
  const [one, two] = await Promise.all(
    [1, 2].map(() => hashPassword("松涛越过第九道山梁", randomBytes)),
  );
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword("松涛越过第九道山梁", one ?? null)).toBe(true);
  expect(await verifyPassword("松涛越过第八道山梁", one ?? null)).toBe(false);
  expect(await verifyPassword("松涛越过第九道山梁", null)).toBe(false);
});

test("a hash of the reference program is verified, and known to be made anew", async () => {
  // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e (phc-winner-argon2, its own test vector)
  const hash =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  expect(await verifyPassword("password", hash)).toBe(true);
  expect(isOutdated(hash)).toBe(true);
});

test.each([
  ["短密码", "too-short"],
  ["a".repeat(129), "too-long"],
  ["password1234", "guessable"],
  ["qwertyuiop123", "guessable"],
  ["zhengwu20260101", "guessable"],
  ["aaaaaaaaaaaaaaaa", "guessable"],
  ["chenan@qing1", "own-name"],
  ["松涛越过第九道山梁", undefined],
  ["vault tulip gravel 47", undefined],
])("“%s” is %s", async (password, weakness) => {
  expect(await weaknessOf(password, ["chenan", "陈安"])).toBe(weakness);
});
