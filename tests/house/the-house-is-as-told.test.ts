import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, files, read, sources } from "./tree.ts";

test("the top level is fixed", () => {
  const top = new Set(files().map((file) => file.split("/")[0] ?? ""));
  const allowed = [
    "extension",
    "service",
    "shared",
    "tests",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "wxt.config.ts",
  ];
  expect(
    [...top].filter(
      (name) =>
        !allowed.includes(name) &&
        !name.startsWith(".") &&
        !/^(README|SECURITY)(\.zh-CN)?\.md$/.test(name),
    ),
  ).toEqual([]);
});

/** A list that switches things on is explicit; a file that nobody listed would be a room without a door. */
test.each([
  {
    folder: "extension/features",
    list: "extension/features/features.ts",
    besides: ["feature", "features", "toolbar-count"],
  },
  { folder: "service/reports", list: "service/reports/reports.ts", besides: ["report", "reports"] },
  { folder: "shared/calendar/years", list: "shared/calendar/years/index.ts", besides: ["index"] },
])("every file of $folder stands in $list", ({ folder, list, besides }) => {
  const listed = read(list);
  const names = readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => entry.name.replace(/\.ts$/, ""))
    .filter((name) => !besides.includes(name));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !listed.includes(`./${name}.ts`))).toEqual([]);
});

test("every path that a README cites exists", () => {
  const missing = files()
    .filter((file) => /(^|\/)(README|SECURITY)(\.zh-CN)?\.md$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/`((?:extension|service|shared|tests)\/[\w./-]*)`/g)]
        .map(([, path]) => path ?? "")
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${file}: ${path}`),
    );
  expect(missing).toEqual([]);
});

test("every npm script that a README cites exists", () => {
  const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
  const missing = files()
    .filter((file) => /README(\.zh-CN)?\.md$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/npm run (?:--silent )?([\w:-]+)/g)]
        .map(([, name]) => name ?? "")
        .filter((name) => !scripts.includes(name)),
    );
  expect(missing).toEqual([]);
});

test("no source file is longer than 300 lines", () => {
  const long = ["shared/", "extension/", "service/"]
    .flatMap(sources)
    .filter((file) => read(file).split("\n").length > 301);
  expect(long).toEqual([]);
});

test("no test is switched off", () => {
  const off = sources("tests/").filter((file) =>
    /\b(?:it|test|describe)\.(?:only|todo)\(/.test(read(file)),
  );
  expect(off).toEqual([]);
});
