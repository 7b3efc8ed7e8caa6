import { describe, expect, test } from "vitest";
import { STEP_MS, hotp } from "../../../service/access/totp.ts";
import { makeLink } from "../../../service/access/links.ts";
import { firstRunText } from "../../../service/first-run.ts";
import { PASSWORD, aPerson } from "../a-person.ts";
import { type AService, aService } from "../a-service.ts";
import { base32Bytes } from "./base32-bytes.ts";

const signIn = (service: AService, login: string, password = PASSWORD, code?: string) =>
  service.request("/v1/sign-in", {
    json: { login, password, ...(code !== undefined && { code }) },
  });
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code?: string }).code;
const cookieOf = (response: Response): string =>
  response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("a password", () => {
  test("lets its owner in, however the login is typed; a wrong one and an unknown name are refused alike", async () => {
    const service = await aService();
    await aPerson(service, "auditor", "青屿区", { login: "linshen" });
    expect((await signIn(service, " LinShen ")).status).toBe(200);
    const [wrong, nobody] = [
      await signIn(service, "linshen", "x"),
      await signIn(service, "nobody", "x"),
    ];
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()]);
    expect(wrong.status).toBe(401);
  });

  test("after five failures the name waits, twice as long each time, at most a quarter of an hour; an unknown name too", async () => {
    const service = await aService();
    await aPerson(service, "auditor", "青屿区", { login: "linshen" });
    for (const login of ["linshen", "nobody"]) {
      for (let i = 0; i < 5; i++)
        expect(await codeOf(await signIn(service, login, "x"))).toBe("bad-sign-in");
      const locked = await signIn(service, login);
      expect([locked.status, locked.headers.get("retry-after"), await codeOf(locked)]).toEqual([
        429,
        "30",
        "locked",
      ]);
    }
    const begun = service.now();
    const waits: string[] = [];
    let at = begun;
    for (let i = 0; i < 6; i++) {
      at += Number((await signIn(service, "linshen", "x")).headers.get("retry-after")) * 1000;
      service.at(new Date(at).toISOString());
      await signIn(service, "linshen", "x");
      waits.push((await signIn(service, "linshen", "x")).headers.get("retry-after") ?? "");
    }
    expect(waits).toEqual(["60", "120", "240", "480", "900", "900"]);
    service.at(new Date(at + 901_000).toISOString());
    expect((await signIn(service, "linshen")).status).toBe(200);
    expect((await signIn(service, "linshen")).status).toBe(200);
  });

  test("of whoever is shut out or whose time is over lets nobody in, and ends the sessions", async () => {
    const service = await aService();
    const { login, id, request } = await aPerson(service, "reviewer", "青屿区", {
      expiresAt: service.now() + 3_600_000,
    });
    expect((await request("/v1/me")).status).toBe(200);
    service.at(new Date(service.now() + 3_600_001).toISOString());
    expect((await request("/v1/me")).status).toBe(401);
    expect((await signIn(service, login)).status).toBe(401);
    await service.db.write([
      {
        sql: "UPDATE users SET expires_at = ?, disabled_at = 1 WHERE id = ?",
        args: [service.now() + 9e9, id],
      },
    ]);
    expect((await signIn(service, login)).status).toBe(401);
  });
});

describe("a second factor", () => {
  async function withFactor() {
    const service = await aService();
    const person = await aPerson(service, "auditor", "青屿区", { login: "linshen" });
    const offered = (await (
      await person.request("/v1/account/totp", { method: "POST" })
    ).json()) as {
      secret: string;
      sealed: string;
    };
    const secret = base32Bytes(offered.secret);
    const code = (offset: number): string =>
      hotp(secret, Math.floor(service.now() / STEP_MS) + offset);
    const confirmed = await person.request("/v1/account/totp/confirm", {
      json: { sealed: offered.sealed, code: code(0), password: PASSWORD },
    });
    const { codes } = (await confirmed.json()) as { codes: string[] };
    return { service, person, code, codes, sealed: offered.sealed };
  }

  test("is asked for after the right password only, and each code works once", async () => {
    const { service, code } = await withFactor();
    expect(await codeOf(await signIn(service, "linshen", "x"))).toBe("bad-sign-in");
    expect(await codeOf(await signIn(service, "linshen"))).toBe("code-needed");
    expect(await codeOf(await signIn(service, "linshen", PASSWORD, "000000"))).toBe("bad-sign-in");
    // the code of the setting up is spent
    expect(await codeOf(await signIn(service, "linshen", PASSWORD, code(0)))).toBe("bad-sign-in");
    expect((await signIn(service, "linshen", PASSWORD, code(1))).status).toBe(200);
    expect(await codeOf(await signIn(service, "linshen", PASSWORD, code(1)))).toBe("bad-sign-in");
  });

  test("has ten codes for emergencies, each good once; nothing of it can be read in the database", async () => {
    const { service, codes } = await withFactor();
    expect(codes).toHaveLength(10);
    const [first = ""] = codes;
    expect((await signIn(service, "linshen", PASSWORD, first.toLowerCase())).status).toBe(200);
    expect((await signIn(service, "linshen", PASSWORD, first)).status).toBe(401);
    const stored = JSON.stringify([
      await service.db.all("SELECT * FROM users"),
      await service.db.all("SELECT * FROM recovery_codes"),
    ]);
    for (const each of [...codes, PASSWORD]) expect(stored).not.toContain(each);
  });

  test("sealed for one account it is nothing for another", async () => {
    const { service, sealed, code } = await withFactor();
    const other = await aPerson(service, "auditor", "青屿区");
    const answer = await other.request("/v1/account/totp/confirm", {
      json: { sealed, code: code(1), password: PASSWORD },
    });
    expect(answer.status).toBe(401);
  });
});

describe("one-time links", () => {
  test("the first run's makes the first security administrator, once, and is printed no more", async () => {
    const service = await aService();
    const text = (await firstRunText(service.app.deps, "http://x")) ?? "";
    const secret = /setup#([\w-]+)/.exec(text)?.[1] ?? "";
    const json = { secret, login: "chenan", name: "陈安", password: PASSWORD, unit: "青屿区" };
    const weak = await service.request("/v1/setup", {
      json: { ...json, password: "password1234" },
    });
    expect([weak.status, await codeOf(weak)]).toEqual([422, "weak-password"]);
    const wrong = await service.request("/v1/setup", { json: { ...json, secret: "x".repeat(43) } });
    expect(await codeOf(wrong)).toBe("expired-link");
    expect((await service.request("/v1/setup", { json })).status).toBe(200);
    expect(await codeOf(await service.request("/v1/setup", { json }))).toBe("expired-link");
    expect(await firstRunText(service.app.deps, "http://x")).toBeUndefined();
    const me = await signIn(service, "chenan");
    expect(await me.json()).toMatchObject({ role: "security-admin", unit: { path: "青屿区" } });
  });

  test("an invitation works once and for three days; a later one ends it", async () => {
    const service = await aService();
    const { id } = await aPerson(service, "auditor", "青屿区", { login: "linshen" });
    const link = async (): Promise<string> => {
      const made = makeLink(id, { now: service.now(), random: service.app.deps.random });
      await service.db.write(made.statements);
      return made.secret;
    };
    const use = async (secret: string) =>
      (
        await service.request("/v1/invitation", {
          json: { secret, password: "九月的风吹过旧城墙" },
        })
      ).status;
    const [first, second] = [await link(), await link()];
    expect(await use(first)).toBe(403);
    expect(await use(second)).toBe(200);
    expect(await use(second)).toBe(403);
    expect((await signIn(service, "linshen", "九月的风吹过旧城墙")).status).toBe(200);
    const third = await link();
    service.at(new Date(service.now() + 72 * 3_600_000).toISOString());
    expect(await use(third)).toBe(403);
  });
});

test("a new password and signing out everywhere end the other sessions; over TLS the cookie is bound to the host", async () => {
  const service = await aService({ publicUrl: new URL("https://shixian.example.gov.cn") });
  await aPerson(service, "auditor", "青屿区", { login: "linshen" });
  const [one, two, three] = [
    await signIn(service, "linshen"),
    await signIn(service, "linshen"),
    await signIn(service, "linshen"),
  ].map(cookieOf);
  expect(one).toMatch(/^__Host-shixian_session=/);
  const status = async (cookie = "") =>
    (await service.request("/v1/me", { headers: { cookie } })).status;
  await service.request("/v1/account/sessions", {
    method: "DELETE",
    headers: { cookie: one ?? "" },
  });
  expect([await status(one), await status(two), await status(three)]).toEqual([200, 401, 401]);
  // without the prefix, which a page on plain HTTP could set, it is no session
  expect(await status(one?.replace("__Host-", ""))).toBe(401);
});
