import { execFile } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { random } from "../shared/limit/oracle.ts";

/**
 * Does a changed boundary get noticed? Flips one comparison, one ±1 or one connective at a time in the clock, the calendar and the
 * timeline, in a copy, and runs their tests. `node tests/mutate/mutate.ts [how many] [seed]`; without a number, all of them.
 */
const ROOT = new URL("../..", import.meta.url).pathname;
const UNDER = ["shared/limit", "shared/calendar", "shared/time", "shared/case"];
const QUICK = [
  "tests/shared/limit",
  "tests/shared/calendar",
  "tests/shared/time",
  "tests/shared/case",
  "--exclude",
  "**/oracle.test.ts",
];
const SLOW = ["tests/shared/limit/oracle.test.ts"];
/** [what, becomes]: oxfmt puts spaces around binary operators and none into type arguments, so text is enough. */
const FLIPS: readonly (readonly [string, string])[] = [
  [" < ", " <= "],
  [" <= ", " < "],
  [" > ", " >= "],
  [" >= ", " > "],
  [" === ", " !== "],
  [" !== ", " === "],
  [" && ", " || "],
  [" + 1", " + 2"],
  [" - 1", " - 0"],
  [", 1)", ", 2)"],
  [", -1)", ", 0)"],
  ["Math.min(", "Math.max("],
  ["Math.max(", "Math.min("],
  ["Math.ceil(", "Math.floor("],
];

interface Mutant {
  file: string;
  at: number;
  from: string;
  to: string;
}

/** Offsets that are inside a comment, a text or a type. */
function isCode(line: string, column: number): boolean {
  if (/^\s*(\*|\/\*|\/\/|import |export type |export interface |throw |"zh-CN"|en:|\|)/.test(line))
    return false;
  const before = line.slice(0, column);
  return (
    (before.match(/["`]/g)?.length ?? 0) % 2 === 0 &&
    !before.includes("//") &&
    !before.includes("/**")
  );
}

function mutants(): Mutant[] {
  const all: Mutant[] = [];
  for (const under of UNDER)
    for (const name of readdirSync(join(ROOT, under), { recursive: true, encoding: "utf8" })) {
      if (
        !name.endsWith(".ts") ||
        /rules\/|years\/|overlays\/|festivals|england|personal/.test(name)
      )
        continue;
      const file = join(under, name);
      let offset = 0;
      for (const line of readFileSync(join(ROOT, file), "utf8").split("\n")) {
        for (const [from, to] of FLIPS)
          for (let at = line.indexOf(from); at >= 0; at = line.indexOf(from, at + 1))
            if (isCode(line, at)) all.push({ file, at: offset + at, from, to });
        offset += line.length + 1;
      }
    }
  return all;
}

const run = promisify(execFile);

async function passes(copy: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const args = [
    vitest,
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--bail",
    "1",
    "--no-isolate",
    ...tests,
  ];
  try {
    await run(process.execPath, args, { cwd: copy, timeout: 90_000 });
    return true;
  } catch {
    return false;
  }
}

const [howMany = "Infinity", seed = "1"] = process.argv.slice(2);
const next = random(Number(seed));
const chosen = mutants()
  .map((mutant) => ({ mutant, order: next() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, Number(howMany))
  .map(({ mutant }) => mutant);

const copy = mkdtempSync(join(tmpdir(), "mutate-"));
try {
  for (const each of ["shared", "service", "tests", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, each), join(copy, each), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  if (!(await passes(copy, QUICK))) throw new Error("the tests fail without any change");
  let noticed = 0;
  for (const [i, { file, at, from, to }] of chosen.entries()) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    const survived = (await passes(copy, QUICK)) && (await passes(copy, SLOW));
    writeFileSync(path, text);
    if (survived) {
      const before = text.slice(0, at).split("\n");
      const line = text.split("\n")[before.length - 1]?.trim() ?? "";
      process.stdout.write(`survived ${file}:${before.length} "${from}" -> "${to}" in: ${line}\n`);
    } else noticed++;
    if (i % 20 === 19) process.stdout.write(`… ${noticed} of ${i + 1} noticed\n`);
  }
  const share = ((noticed / chosen.length) * 100).toFixed(1);
  process.stdout.write(
    `mutation score: ${noticed} of ${chosen.length} changes noticed (${share} %)\n`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
