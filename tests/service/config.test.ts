import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingsFrom } from "../../service/config-file.ts";
import { CONFIG_KEYS, configFrom } from "../../service/config.ts";
import { aFolder } from "./a-service.ts";

const file = (text: string): string => {
  const path = join(aFolder(), "shixian.env");
  writeFileSync(path, text);
  return path;
};

test("settings come from one file, and the environment wins over it", () => {
  const SHIXIAN_CONFIG = file(`\uFEFF# 本机设置\nPORT=9000\r\nHOST="0.0.0.0"\n\n`);
  expect(configFrom(settingsFrom({ SHIXIAN_CONFIG }))).toMatchObject({
    port: 9000,
    host: "0.0.0.0",
  });
  expect(configFrom(settingsFrom({ SHIXIAN_CONFIG, PORT: "1" })).port).toBe(1);
  expect(configFrom(settingsFrom({ SHIXIAN_CONFIG, PORT: "" })).port).toBe(9000);
});

test.each([
  ["a line that is no setting", "PORT=1\nlisten here", /第 2 行.*名称=值/],
  ["a name that nobody knows", "PROT=8787", /第 1 行.*PROT 不是配置项/],
  ["a name set twice", "PORT=1\nPORT=2", /第 2 行.*PORT 重复/],
])("%s is told with its line", (_, text, told) => {
  expect(() => settingsFrom({ SHIXIAN_CONFIG: file(text) })).toThrow(told);
});

test("a file that was named and is not there is an error, and without one the environment stands alone", () => {
  expect(() => settingsFrom({ SHIXIAN_CONFIG: join(aFolder(), "none.env") })).toThrow(
    /SHIXIAN_CONFIG: 找不到文件/,
  );
  expect(settingsFrom({ PORT: "5" })).toEqual({ PORT: "5" });
});

test("every wrong value is named at once, with its fix and without itself", () => {
  const env = { PORT: "secret-1", DATABASE_URL: "secret-2", HOST: "secret 3" };
  const told = ((): string => {
    try {
      configFrom(env);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  })();
  for (const key of Object.keys(env)) expect(told).toContain(`${key}: `);
  expect(told).not.toMatch(/secret/);
  expect(told).toMatch(/例如 PORT=8787/);
});

test("every key stands in the table of the README", () => {
  const readme = readFileSync(new URL("../../service/README.md", import.meta.url), "utf8");
  for (const key of CONFIG_KEYS) expect(readme).toContain(`\`${key}\``);
});
