import { settingsOf } from "../access/settings.ts";
import { unitsUnder } from "../access/units.ts";
import { usersOf } from "../access/users.ts";
import { route } from "../http/route.ts";
import { userList } from "./shapes/people.ts";
import { presence, shownUser } from "./shown-user.ts";

/** Security administrators see the people of their subtree. */
export const getUsers = route(
  ["security-admin"],
  {
    method: "get",
    path: "/v1/users",
    summary: "用户与角色 · people and their roles",
    answer: userList,
    people: true,
  },
  async ({ deps, caller }) => {
    const units = new Map((await unitsUnder(deps.db, caller.unit)).map((unit) => [unit.id, unit]));
    const users = await usersOf(deps.db, [...units.keys()]);
    const now = deps.now();
    const there = await presence(deps.db, now);
    return {
      users: users.flatMap((user) => {
        const unit = units.get(user.unit);
        const { sessions = 0, lastAt = null } = there.get(user.id) ?? {};
        return unit ? [shownUser(user, unit, { now, sessions, lastAt })] : [];
      }),
      settings: await settingsOf(deps.db),
    };
  },
);
