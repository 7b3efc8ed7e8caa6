import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { CONFIG_KEYS, type Settings, wrongConfiguration } from "./config.ts";

/** Where it is looked for unless `SHIXIAN_CONFIG` names another: in the folder in which the service was started. */
export const DEFAULT_FILE = "shixian.env";

/**
 * The environment laid over the one configuration file (`KEY=value` lines, `#` comments: the form of a systemd environment
 * file). A file that was named and is not there, a line that is no setting and a name that nobody knows are errors: a setting
 * that silently does nothing is worse than none.
 * @throws Error naming the file, the line or key, and the fix; never a value
 */
export function settingsFrom(env: Settings): Settings {
  const named = env.SHIXIAN_CONFIG;
  const path = resolve(named === undefined || named === "" ? DEFAULT_FILE : named);
  if (!existsSync(path)) {
    if (named === undefined || named === "") return env;
    throw wrongConfiguration([
      `SHIXIAN_CONFIG: 找不到文件 ${path}，请改正路径或取消该设置。There is no such file: mend the path or unset it.`,
    ]);
  }
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const faults = faultsOf(text);
  if (faults.length > 0) throw wrongConfiguration(faults.map((fault) => `${path} ${fault}`));
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
  return { ...parseEnv(text), ...Object.fromEntries(set) };
}

function faultsOf(text: string): string[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return [];
    const at = `第 ${index + 1} 行 line ${index + 1}`;
    const key = /^\s*([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
    if (key === undefined)
      return [`${at}: 应为“名称=值”，注释以 # 开头。NAME=value; comments begin with #.`];
    if (!CONFIG_KEYS.includes(key))
      return [
        `${at}: ${key} 不是配置项，可用：${CONFIG_KEYS.join("、")}。Not a setting: see the list.`,
      ];
    if (seen.has(key)) return [`${at}: ${key} 重复设置，请只保留一行。Set twice: keep one line.`];
    seen.add(key);
    return [];
  });
}
