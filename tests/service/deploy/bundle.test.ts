import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { userInfo } from "node:os";
import { expect, test } from "vitest";
import { bundle } from "../../../service/deploy/bundle.ts";
import { digestOf } from "../../../service/import/file-device.ts";
import { aFolder } from "../a-service.ts";
import { carriedOut } from "./contained.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const WITHOUT_NETWORK = fileURLToPath(new URL("without-network.ts", import.meta.url));
const MOST_MS = 60_000;

const run = (command: string, args: string[], cwd: string, env: Record<string, string> = {}) => {
  const done = spawnSync(command, args, {
    cwd,
    // no node, npm or anything of this work tree is found by name
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", HOME: cwd, ...env },
    timeout: 120_000,
  });
  return { status: done.status, out: String(done.stdout), err: String(done.stderr) };
};

const ONLY_LOOPBACK = ["-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];

test("the bundle installs and runs on a machine without internet", async (context) => {
  const skip = (why: string): void => {
    process.stderr.write(`\nNOT TESTED: installing the bundle without a network: ${why}\n`);
    context.skip(why);
  };
  if (
    !existsSync(join(ROOT, "service/dashboard/dist/index.html")) ||
    !existsSync(join(ROOT, ".output/chrome-mv3"))
  )
    return skip("the pages or the extension are not built (npm run build)");
  const folder = aFolder();
  if (run("unshare", [...ONLY_LOOPBACK, "true"], folder).status !== 0)
    return skip("this system gives no network namespace (unshare -rn)");

  const began = Date.now();
  const archive = await bundle(folder);
  expect(readFileSync(`${archive}.sha256`, "utf8")).toBe(
    `${await digestOf(archive)}  ${basename(archive)}\n`,
  );
  if (Date.now() - began > MOST_MS) return skip(`making it took ${Date.now() - began} ms here`);
  expect(run("tar", ["-xzf", archive], folder).status).toBe(0);
  const unpacked = join(folder, basename(archive, ".tar.gz"));
  const [prefix, data, units] = ["to/shixian", "to/data", "to/units"].map((each) =>
    join(folder, each),
  ) as [string, string, string];
  const installed = run(
    "unshare",
    [
      ...ONLY_LOOPBACK,
      join(unpacked, "install.sh"),
      "--prefix",
      prefix,
      "--data",
      data,
      "--units",
      units,
      "--user",
      userInfo().username,
    ],
    folder,
  );
  expect(installed).toMatchObject({ status: 0, err: "" });
  expect(statSync(data).mode & 0o777).toBe(0o700);

  const unit = readFileSync(join(units, "shixian.service"), "utf8");
  expect(unit).not.toMatch(/^[^#\n]*@/m);
  for (const line of [
    `ExecStart=${prefix}/shixian serve`,
    `Environment=SHIXIAN_DATA=${data}`,
    `WorkingDirectory=${prefix}`,
  ])
    expect(unit.split("\n")).toContain(line);
  expect(readdirSync(join(prefix, "extension/chrome-mv3"))).toContain("manifest.json");

  const seen = run(
    "unshare",
    [...ONLY_LOOPBACK, join(prefix, "runtime/node"), WITHOUT_NETWORK, join(prefix, "shixian")],
    folder,
    { SHIXIAN_DATA: data },
  );
  expect(seen).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(seen.out)).toEqual({
    reached: "ENETUNREACH",
    ready: 200,
    answer: { accepted: 1, known: 0, refused: [], highWater: 1, gaps: [] },
    page: 200,
    script: "text/javascript; charset=utf-8",
    accepted: "1",
    exit: 0,
  });

  const image = carriedOut(join(ROOT, "service/deploy/Containerfile"), unpacked);
  if (image === undefined)
    process.stderr.write("\nNOT TESTED: the Containerfile: one may not mount here\n");
  else expect(image).toMatchObject({ status: 0, out: "health 200\ndata 700 10001\nstopped\n" });
}, 240_000);

test("the unit is one that systemd accepts, and the installation refuses a path that would break it", (context) => {
  const install = join(ROOT, "service/deploy/install.sh");
  const bad = run("sh", [install, "--prefix", "/opt/a b#c"], aFolder());
  expect(bad.status).toBe(2);
  expect(bad.err).toContain("路径和用户名只能含");
  expect(run("sh", [install, "--nope", "x"], aFolder()).status).toBe(2);
  if (run("systemd-analyze", ["--version"], "/").status !== 0) {
    process.stderr.write("\nNOT TESTED: the systemd unit: systemd-analyze is not here\n");
    context.skip("no systemd-analyze");
  }
  const folder = aFolder();
  const unit = join(folder, "shixian.service");
  const filled = run(
    "sh",
    [
      "-c",
      `sed -e "s#@PREFIX@/shixian#/bin/true#; s#@PREFIX@#/usr#; s#@DATA@#/var#; s#@USER@#root#" "$1" > "$2"`,
      "sh",
      join(ROOT, "service/deploy/shixian.service"),
      unit,
    ],
    folder,
  );
  expect(filled.status).toBe(0);
  const verified = run("systemd-analyze", ["verify", "--man=no", unit], folder);
  expect(verified.err.split("\n").filter((line) => line.includes("shixian.service"))).toEqual([]);
});
