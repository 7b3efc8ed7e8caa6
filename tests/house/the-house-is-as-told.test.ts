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
  { folder: "extension/features", list: "extension/features/features.ts", isOne: /: Feature = \{/ },
  { folder: "service/reports", list: "service/reports/reports.ts", isOne: /: Report<[^>]*> = \{/ },
  { folder: "service/routes", list: "service/routes/routes.ts", isOne: /= (?:open)?[rR]oute\(/ },
  { folder: "service/commands", list: "service/cli.ts", isOne: /Command = \(/ },
  {
    folder: "shared/calendar/years",
    list: "shared/calendar/years/index.ts",
    isOne: /: CalendarYear = \{/,
  },
  { folder: "shared/limit/rules", list: "shared/limit/rules/index.ts", isOne: /: Regime = \{/ },
])("every one of $folder stands in $list", ({ folder, list, isOne }) => {
  const listed = read(list);
  const ones = readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => entry.name)
    .filter((name) => isOne.test(read(`${folder}/${name}`)));
  expect(ones.length).toBeGreaterThan(1);
  expect(ones.filter((name) => !listed.includes(`/${name}"`))).toEqual([]);
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
