import { Command, Option } from "commander";
import { attemptsIn } from "../access/attempts.ts";
import { commandActor } from "../access/caller.ts";
import { linkAddress, makeLink } from "../access/links.ts";
import { endOfDay, lastDay } from "../access/reach.ts";
import { PEOPLE, type PersonRole } from "../access/roles.ts";
import { secondFactorRemoved } from "../access/second-factor.ts";
import { sessionsEnded } from "../access/sessions.ts";
import { ensureUnit, unitsUnder } from "../access/units.ts";
import {
  type User,
  findUser,
  holdsAnother,
  newUserId,
  userMade,
  usersOf,
} from "../access/users.ts";
import { settingsFrom } from "../config-file.ts";
import { configFrom } from "../config.ts";
import type { Statement } from "../db/database.ts";
import type { World } from "../world.ts";
import { Failure } from "./failure.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

/** `shixian user`: the way back in when nobody can sign in any more. Whoever runs it has the machine already; each act is written down. */
export const userCommand = (): Command =>
  new Command("user")
    .description(
      "用户（恢复途径；日常请用网页） · users; for recovery, the pages are for every day",
    )
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(linkCommand())
    .addCommand(
      changeCommand(
        "disable",
        "停用并退出其所有登录 · shut out and sign out everywhere",
        (user) => [
          { sql: "UPDATE users SET disabled_at = ? WHERE id = ?", args: [Date.now(), user.id] },
          sessionsEnded(user.id),
        ],
      ),
    )
    .addCommand(
      changeCommand("enable", "恢复使用 · let in again", (user) => [
        { sql: "UPDATE users SET disabled_at = NULL WHERE id = ?", args: [user.id] },
      ]),
    )
    .addCommand(
      changeCommand("reset-factor", "取消双因素验证 · remove the second factor", (user) => [
        ...secondFactorRemoved(user.id),
        sessionsEnded(user.id),
      ]),
    )
    .addCommand(unlockCommand());

interface Add {
  login: string;
  name: string;
  role: PersonRole;
  unit: string;
  until?: string;
  sso?: string;
}

const addCommand = (): Command =>
  new Command("add")
    .description("新增用户，输出设置密码的一次性链接 · make a user; prints a one-time link")
    .requiredOption("--login <login>", "登录名 · how it signs in")
    .requiredOption("--name <name>", "姓名 · the person's name")
    .addOption(new Option("--role <role>", "角色 · the role").choices(PEOPLE).makeOptionMandatory())
    .requiredOption("--unit <path>", "单位路径；不存在则新建 · made when missing")
    .option("--until <day>", "最后可用日 YYYY-MM-DD；查阅员必填 · last day; needed for a reviewer")
    .option("--sso <account>", "统一身份认证账号 · its name at the organisation's own sign-in")
    .action(async ({ login, name, role, unit: path, until, sso }: Add) => {
      const address = await withWorld(async (world) => {
        const { app, db } = world;
        const { random } = app.deps;
        if (role === "reviewer" && until === undefined)
          throw new Failure("查阅员须设定 --until。A reviewer needs --until.");
        if (await findUser(db, { login }))
          throw new Failure(`登录名 ${login} 已被使用。${login} is taken.`);
        if (await holdsAnother(db, { role, name, office: null, publicId: null }))
          throw new Failure(
            "系统管理员、安全管理员、审计员不得由同一人兼任。Nobody may hold two of the three administrative roles.",
          );
        const unit = await ensureUnit(db, path);
        const publicId = newUserId(random);
        const expiresAt = endOfDay(until ?? null);
        const [now, by] = [Date.now(), account()];
        await written(world, "user.made", publicId, { login, name, role, unit: unit.path }, [
          userMade({
            publicId,
            login,
            name,
            role,
            unit: unit.id,
            expiresAt,
            sso: sso ?? null,
            by,
            now,
          }),
        ]);
        return link(world, await known(world, login));
      });
      process.stdout.write(`${address}\n`);
    });

const listCommand = (): Command =>
  new Command("list").description("列出用户 · list the users").action(async () => {
    const lines = await withWorld(async ({ db }) => {
      const units = new Map((await unitsUnder(db, null)).map(({ id, path }) => [id, path]));
      const users = await usersOf(db, [...units.keys()]);
      return users.map((user) =>
        [
          user.disabledAt === null ? "✓" : "✗",
          user.login,
          user.name,
          user.role,
          units.get(user.unit) ?? "",
          user.totp === null ? "" : "2FA",
          user.expiresAt === null ? "" : `≤ ${lastDay(user.expiresAt) ?? ""}`,
        ].join("\t"),
      );
    });
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
  });

const linkCommand = (): Command =>
  new Command("link")
    .description("重新签发设置密码的一次性链接 · a new one-time link to choose a password")
    .argument("<login>")
    .action(async (login: string) => {
      const address = await withWorld(async (world) => link(world, await known(world, login)));
      process.stdout.write(`${address}\n`);
    });

const unlockCommand = (): Command =>
  new Command("unlock")
    .description("解除登录失败锁定 · forget the failed attempts")
    .argument("<login>")
    .action(async (login: string) =>
      withWorld(async (world) => {
        const user = await known(world, login);
        await attemptsIn(world.db).forget(user.login);
        await written(world, "user.changed", user.publicId, { unlocked: true }, []);
      }),
    );

const changeCommand = (
  name: string,
  description: string,
  statements: (user: User) => Statement[],
): Command =>
  new Command(name)
    .description(description)
    .argument("<login>")
    .action(async (login: string) =>
      withWorld(async (world) => {
        const user = await known(world, login);
        await written(world, "user.changed", user.publicId, { [name]: true }, statements(user));
      }),
    );

async function known({ db }: World, login: string): Promise<User> {
  const user = await findUser(db, { login });
  if (!user) throw new Failure(`没有用户 ${login}。There is no user ${login}.`);
  return user;
}

async function link(world: World, user: User): Promise<string> {
  const { now, random } = world.app.deps;
  const { secret, statements } = makeLink(user.id, { now: now(), random });
  await written(world, "user.link", user.publicId, {}, statements);
  const { publicUrl, port } = configFrom(settingsFrom(process.env));
  return linkAddress(publicUrl?.href ?? `http://127.0.0.1:${port}`, secret);
}

const written = (
  { app }: World,
  act: "user.made" | "user.changed" | "user.link",
  object: string,
  detail: Record<string, unknown>,
  statements: readonly Statement[],
): Promise<unknown> =>
  app.deps.audit.write({ actor: commandActor(account()), act, object, detail }, statements);
