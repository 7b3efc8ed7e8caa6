import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aFolder } from "./a-service.ts";

const CLI = fileURLToPath(new URL("../../service/cli.ts", import.meta.url));

const shixian = (folder: string, args: string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    env: { PATH: process.env.PATH, SHIXIAN_DATA: folder, ...env },
    timeout: 20_000,
  });
  return { status, out: stdout.toString(), err: stderr.toString() };
};

test("an administrator's first steps: a code, a token, a report; secrets alone on standard output", () => {
  const folder = aFolder();
  const code = shixian(folder, ["enroll", "--unit", "青屿区/政务服务中心"]);
  expect(code).toMatchObject({ status: 0 });
  expect(code.out).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}\n$/);
  const token = shixian(folder, ["token", "--unit", "青屿区"]);
  expect(token.out).toMatch(/^aud_[0-9a-f]{18}_[\w-]{43}\n$/);
  const report = shixian(folder, [
    "report",
    "delays-by-department",
    "--from",
    "2026-01-01",
    "--to",
    "2026-12-31",
    "--format",
    "csv",
  ]);
  expect(report).toMatchObject({ status: 0, err: "" });
  expect(report.out.startsWith("\ufeff承办部门,办件总数,")).toBe(true);
  const json = shixian(folder, [
    "report",
    "time-per-step",
    "--unit",
    "青屿区/政务服务中心",
    "--lang",
    "en",
  ]);
  expect(JSON.parse(json.out)).toMatchObject({
    title: "Time per step",
    filters: { unit: "青屿区/政务服务中心" },
  });
  expect(statSync(join(folder, "case-key.secret")).mode & 0o777).toBe(0o600);
}, 60_000);

test.each<[string[], Record<string, string>, RegExp]>([
  [["nope"], {}, /unknown command/],
  [["enroll"], {}, /--unit/],
  [["enroll", "--unit", "甲", "--hours", "0"], {}, /1–720/],
  [["token", "--unit", "甲", "--role", "king"], {}, /auditor/],
  [["report", "nope"], {}, /没有报表 nope/],
  [["report", "time-per-step", "--from", "2026-02-30"], {}, /YYYY-MM-DD/],
  [["report", "time-per-step", "--from", "2026-03-01", "--to", "2026-02-01"], {}, /before `from`/],
  [["report", "time-per-step", "--unit", "没有"], {}, /未找到该单位/],
  [["report", "time-per-step", "--as-of", "soon"], {}, /asOf/],
  [["report", "time-per-step", "--param", "rank=1"], {}, /unrecognized key/],
  [["serve"], { PORT: "eighty" }, /PORT: 须为/],
  [["token", "--unit", "甲"], { DATABASE_URL: "mysql://x" }, /DATABASE_URL: 须以/],
  [["token", "--unit", "甲"], { DATABASE_URL: "file:/proc/no/where.db" }, /无法建立目录/],
])("%j with %j ends non-zero with one clear line and no stack", (args, env, said) => {
  const { status, out, err } = shixian(aFolder(), args, env);
  expect(status).not.toBe(0);
  expect(out).toBe("");
  expect(err).toMatch(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err.trim().split("\n").length).toBeLessThanOrEqual(3);
});
