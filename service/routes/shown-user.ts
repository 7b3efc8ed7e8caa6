import { isoTime, isoTimeOrNull, lastDay, refOf } from "../access/reach.ts";
import type { Unit } from "../access/units.ts";
import type { User } from "../access/users.ts";
import type { Database } from "../db/database.ts";
import type { User as Shown } from "./shapes/people.ts";

/** A user as a security administrator sees it: never a secret, not even its hash. */
export const shownUser = (
  user: User,
  unit: Unit,
  { now, sessions, lastAt }: { now: number; sessions: number; lastAt: number | null },
): Shown => ({
  id: user.publicId,
  login: user.login,
  name: user.name,
  role: user.role,
  unit: refOf(unit),
  createdAt: isoTime(user.createdAt),
  until: lastDay(user.expiresAt),
  state:
    user.disabledAt !== null
      ? "disabled"
      : user.expiresAt !== null && user.expiresAt <= now
        ? "expired"
        : user.password === null && user.sso === null
          ? "invited"
          : "active",
  hasPassword: user.password !== null,
  sso: user.sso,
  secondFactor: user.totp !== null,
  sessions,
  lastSeenAt: isoTimeOrNull(lastAt),
});

/** Open sessions of each user, and when it last asked for anything. */
export async function presence(
  db: Database,
  now: number,
): Promise<Map<number, { sessions: number; lastAt: number }>> {
  const rows = await db.values(
    `SELECT user, sum(expires_at > ?), max(last_at) FROM sessions WHERE user IS NOT NULL GROUP BY user`,
    [now],
  );
  return new Map(
    rows.map(([user, sessions, last]) => [
      Number(user),
      { sessions: Number(sessions), lastAt: Number(last) },
    ]),
  );
}
