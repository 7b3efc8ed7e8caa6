import { makeAccessToken } from "../../../service/access/tokens.ts";
import type { PersonRole } from "../../../service/access/roles.ts";
import { aPerson } from "../a-person.ts";
import type { AService } from "../a-service.ts";

/** The letters of the matrix, and those who are always strangers. */
export const PERSON: Readonly<Record<string, PersonRole>> = {
  S: "system-admin",
  E: "security-admin",
  A: "auditor",
  V: "supervisor",
  W: "reviewer",
  O: "observer",
};
export const ASKING = ["D", "T", "R", "Y", ...Object.keys(PERSON)] as const;
export const STRANGERS = [
  "stranger",
  "expired session",
  "expired token",
  "revoked device",
] as const;

export type Headers = Record<string, string>;

/** One of each, of that unit: what a request must carry to come from them. */
export async function everybody(service: AService, unit: string): Promise<Record<string, Headers>> {
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  const gone = await service.device(unit);
  await service.db.write([
    { sql: "UPDATE devices SET revoked_at = 1 WHERE public_id = ?", args: [gone.id] },
  ]);
  const device = await service.device(unit);
  const narrow = await makeAccessToken(service.db, {
    role: "auditor",
    unit: device.unit,
    name: "",
    now: service.now(),
    expiresAt: null,
    random: service.app.deps.random,
    reports: ["delays-by-department"],
  });
  const late = await aPerson(service, "auditor", unit);
  await service.db.write([
    { sql: "UPDATE sessions SET expires_at = 1 WHERE user = ?", args: [late.id] },
  ]);
  const people = await Promise.all(
    Object.entries(PERSON).map(async ([letter, role]): Promise<[string, Headers]> => [
      letter,
      { cookie: (await aPerson(service, role, unit)).cookie },
    ]),
  );
  return {
    stranger: {},
    "expired session": { cookie: late.cookie },
    "expired token": bearer(await service.token(unit, "auditor", service.now() - 1)),
    "revoked device": bearer(gone.token),
    D: bearer(device.token),
    T: bearer(await service.token(unit)),
    R: bearer(narrow),
    Y: bearer(await service.token(unit, "system-admin")),
    ...Object.fromEntries(people),
  };
}
