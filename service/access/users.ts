import type { Database, Row, Statement } from "../db/database.ts";
import type { PersonRole } from "./roles.ts";
import type { Random } from "./secrets.ts";

export interface User {
  id: number;
  publicId: string;
  login: string;
  name: string;
  role: PersonRole;
  office: Office | null;
  unit: number;
  password: string | null;
  totp: string | null;
  totpStep: number | null;
  sso: string | null;
  createdAt: number;
  expiresAt: number | null;
  disabledAt: number | null;
}

export const OFFICES = ["system-admin", "security-admin", "auditor"] as const;
export type Office = (typeof OFFICES)[number];
export const officeOf = (role: PersonRole): Office | null =>
  OFFICES.find((office) => office === role) ?? null;

/** As people type it: case and width do not matter. */
export const normalLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();

export const newUserId = (random: Random): string => Buffer.from(random(9)).toString("hex");

const COLUMNS =
  "id, public_id, login, name, role, office, unit, password, totp, totp_step, sso, created_at, expires_at, disabled_at";

const userFrom = (row: Row): User => ({
  id: Number(row.id),
  publicId: String(row.public_id),
  login: String(row.login),
  name: String(row.name),
  role: row.role as PersonRole,
  office: row.office as Office | null,
  unit: Number(row.unit),
  password: row.password as string | null,
  totp: row.totp as string | null,
  totpStep: row.totp_step as number | null,
  sso: row.sso as string | null,
  createdAt: Number(row.created_at),
  expiresAt: row.expires_at as number | null,
  disabledAt: row.disabled_at as number | null,
});

export async function findUser(
  db: Database,
  by: { login: string } | { publicId: string } | { id: number } | { sso: string },
): Promise<User | undefined> {
  const [[key, value] = ["id", 0]] = Object.entries(by);
  const column = { login: "login", publicId: "public_id", id: "id", sso: "sso" }[key] ?? "id";
  const [row] = await db.all(`SELECT ${COLUMNS} FROM users WHERE ${column} = ?`, [
    key === "login" ? normalLogin(String(value)) : value,
  ]);
  return row && userFrom(row);
}

/** Those whose unit is one of these. */
export async function usersOf(db: Database, units: readonly number[]): Promise<User[]> {
  const rows = await db.all(
    `SELECT ${COLUMNS} FROM users WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY login`,
    [JSON.stringify(units)],
  );
  return rows.map(userFrom);
}

export const isActive = ({ disabledAt, expiresAt }: User, now: number): boolean =>
  disabledAt === null && (expiresAt === null || expiresAt > now);

export interface NewUser {
  publicId: string;
  login: string;
  name: string;
  role: PersonRole;
  unit: number;
  expiresAt: number | null;
  sso: string | null;
  by: string;
  now: number;
}

export const userMade = (user: NewUser): Statement => ({
  sql: `INSERT INTO users(public_id, login, name, role, office, unit, sso, created_at, created_by, expires_at)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  args: [
    user.publicId,
    normalLogin(user.login),
    user.name,
    user.role,
    officeOf(user.role),
    user.unit,
    user.sso,
    user.now,
    user.by,
    user.expiresAt,
  ],
});

/** Whether one person would come to hold two of the three: by this account's past, or by another account of the same name. */
export async function holdsAnother(
  db: Database,
  {
    role,
    name,
    office,
    publicId,
  }: { role: PersonRole; name: string; office: Office | null; publicId: string | null },
): Promise<boolean> {
  const wanted = officeOf(role);
  if (wanted === null) return false;
  if (office !== null && office !== wanted) return true;
  const [other] = await db.values(
    "SELECT 1 FROM users WHERE name = ? AND office IS NOT NULL AND office <> ? AND public_id IS NOT ? AND disabled_at IS NULL LIMIT 1",
    [name, wanted, publicId],
  );
  return other !== undefined;
}

/** Security administrators who could still sign in if `but` could not. */
export async function otherSecurityAdmins(db: Database, but: number, now: number): Promise<number> {
  const [row] = await db.values(
    `SELECT count(*) FROM users WHERE role = 'security-admin' AND id <> ? AND disabled_at IS NULL
       AND (expires_at IS NULL OR expires_at > ?) AND (password IS NOT NULL OR sso IS NOT NULL)`,
    [but, now],
  );
  return Number(row?.[0]);
}
