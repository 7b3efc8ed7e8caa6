import { randomBytes } from "node:crypto";
import { Command, InvalidArgumentError, Option } from "commander";
import { TOKEN_ROLES, type TokenRole } from "../access/roles.ts";
import { commandActor } from "../access/caller.ts";
import { newAccessToken } from "../access/tokens.ts";
import { ensureUnit } from "../access/units.ts";
import { reportOf } from "../reports/reports.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

const days = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 3660)
    throw new InvalidArgumentError("须为 1–3660 的整数 · an integer 1–3660");
  return n;
};

const reportIds = (text: string): string[] => {
  const ids = text.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !reportOf(id));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`没有报表 ${unknown} · there is no report ${unknown}`);
  return ids;
};

interface Options {
  unit: string;
  role: TokenRole;
  name: string;
  days: number;
  reports?: string[];
}

/** `shixian token --unit PATH`: the token alone on standard output. It is shown this once. */
export const tokenCommand = (): Command =>
  new Command("token")
    .description("签发访问令牌 · make a token for the dashboard or the API")
    .requiredOption(
      "--unit <path>",
      "可查看的单位及其下级；不存在则新建 · the subtree that it may see",
    )
    .addOption(
      new Option("--role <role>", "auditor 看报表，system-admin 管终端 · who it is for")
        .choices(TOKEN_ROLES)
        .default("auditor"),
    )
    .option("--name <name>", "用途，勿填个人姓名 · what it is for, never a person's name", "")
    .option("--days <n>", "有效天数 · days until it expires", days, 365)
    .option(
      "--reports <ids>",
      "只能取这些报表，逗号分隔 · only these reports, separated by commas",
      reportIds,
    )
    .action(async (options: Options) =>
      withWorld(async ({ app, db }) => {
        const unit = await ensureUnit(db, options.unit);
        const now = Date.now();
        const { text, publicId, statement } = newAccessToken({
          role: options.role,
          unit: unit.id,
          name: options.name,
          now,
          expiresAt: now + options.days * 86_400_000,
          random: randomBytes,
          reports: options.reports ?? null,
          by: account(),
        });
        const { role, name, reports = null, days: until } = options;
        await app.deps.audit.write(
          {
            actor: commandActor(account()),
            act: "token.made",
            object: publicId,
            detail: { name, role, unit: unit.path, reports, days: until },
          },
          [statement],
        );
        process.stderr.write(
          `${unit.path}：${options.role} 令牌只显示这一次，请妥善保存。\n` +
            `${unit.path}: this ${options.role} token is shown only once.\n`,
        );
        process.stdout.write(`${text}\n`);
      }),
    );
