import type { PersonRole } from "../../service/access/roles.ts";
import { openSession } from "../../service/access/sessions.ts";
import { ensureUnit } from "../../service/access/units.ts";
import { findUser, newUserId, userMade } from "../../service/access/users.ts";
import { hashPassword } from "../../service/access/passwords.ts";
import type { AService } from "./a-service.ts";

export interface APerson {
  publicId: string;
  id: number;
  login: string;
  cookie: string;
  /** a request with the session, as a page of the service makes it */
  request(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
}

export const PASSWORD = "松涛越过第九道山梁";

let made = 0;
let hash: Promise<string> | undefined;

/** Somebody with that role on that unit, signed in. Everybody has the same password, hashed once. */
export async function aPerson(
  service: AService,
  role: PersonRole,
  path: string,
  more: { login?: string; name?: string; expiresAt?: number } = {},
): Promise<APerson> {
  const { db, app, now } = service;
  const { random } = app.deps;
  const unit = await ensureUnit(db, path);
  const login = more.login ?? `${role}-${++made}`;
  const publicId = newUserId(random);
  hash ??= hashPassword(PASSWORD, random);
  await db.write([
    userMade({
      publicId,
      login,
      name: more.name ?? `某${made}`,
      role,
      unit: unit.id,
      expiresAt: more.expiresAt ?? (role === "reviewer" ? now() + 30 * 86_400_000 : null),
      sso: null,
      by: "test",
      now: now(),
    }),
    { sql: "UPDATE users SET password = ? WHERE public_id = ?", args: [await hash, publicId] },
  ]);
  const user = await findUser(db, { publicId });
  if (!user) throw new Error("not made");
  const { secret } = await openSession(
    db,
    { kind: "user", id: user.id, expiresAt: user.expiresAt },
    { way: "password", now: now(), random, address: "192.0.2.1", agent: "test" },
  );
  const cookie = `shixian_session=${secret}`;
  return {
    publicId,
    id: user.id,
    login,
    cookie,
    request: (address, init = {}) =>
      service.request(address, { ...init, headers: { ...init.headers, cookie } }),
  };
}
