import { randomBytes } from "node:crypto";
import { Command, InvalidArgumentError } from "commander";
import { commandActor } from "../access/caller.ts";
import { makeEnrolment } from "../access/enrolments.ts";
import { ensureUnit } from "../access/units.ts";
import { account } from "./rule-text.ts";
import { withWorld } from "./world.ts";

const hours = (text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 720)
    throw new InvalidArgumentError("须为 1–720 的整数 · an integer 1–720");
  return n;
};

/** `shixian enroll --unit PATH`: the code alone on standard output, what it is for on standard error. */
export const enrollCommand = (): Command =>
  new Command("enroll")
    .description("生成一次性接入码 · make a one-time code that enrols one browser")
    .requiredOption(
      "--unit <path>",
      "单位路径，如 青屿区/政务服务中心；不存在则新建 · made when missing",
    )
    .option("--hours <n>", "有效小时数 · hours until it dies", hours, 24)
    .action(async (options: { unit: string; hours: number }) =>
      withWorld(async ({ app, db }) => {
        const unit = await ensureUnit(db, options.unit);
        const { code, expiresAt } = await makeEnrolment(db, {
          unit: unit.id,
          hours: options.hours,
          now: Date.now(),
          random: randomBytes,
        });
        await app.deps.audit.write({
          actor: commandActor(account()),
          act: "device.code",
          object: unit.path,
          detail: { hours: options.hours },
        });
        process.stderr.write(
          `${unit.path}：在扩展中填写服务地址和下列接入码，一次有效，${new Date(expiresAt).toISOString()} 前使用。\n` +
            `${unit.path}: paste the service's address and this code into the extension, once, before then.\n`,
        );
        process.stdout.write(`${code}\n`);
      }),
    );
