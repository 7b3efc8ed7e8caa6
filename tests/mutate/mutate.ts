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
import { EQUIVALENT } from "./equivalent.ts";

/**
 * Does a changed boundary get noticed? Flips one comparison, one ±1 or one connective at a time in the clock, the calendar and the
 * timeline, in a copy, and runs their tests. `node tests/mutate/mutate.ts [how many] [seed]`; without a number, all of them.
 * `MUTATE_ONLY="file:line file:line"` asks again about some lines.
 */
const ROOT = new URL("../..", import.meta.url).pathname;
const UNDER = ["shared/limit", "shared/calendar", "shared/time", "shared/case"];
const QUICK = [
  "tests/shared/limit",
  "tests/shared/calendar",
  "tests/shared/time",
  "tests/shared/case",
  "--exclude",
  "**/oracle*.test.ts",
];
const SLOW = ["tests/shared/limit/oracle.test.ts", "tests/shared/limit/oracle-regimes.test.ts"];
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
  line: number;
  code: string;
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
        /rules\/|years\/|overlays\/|festivals|england|personal|transfer|time\/period/.test(name)
      )
        continue;
      const file = join(under, name);
      let offset = 0;
      for (const [i, line] of readFileSync(join(ROOT, file), "utf8").split("\n").entries()) {
        for (const [from, to] of FLIPS)
          for (let at = line.indexOf(from); at >= 0; at = line.indexOf(from, at + 1))
            if (isCode(line, at))
              all.push({ file, line: i + 1, code: line.trim(), at: offset + at, from, to });
        offset += line.length + 1;
      }
    }
  return all;
}

const run = promisify(execFile);

/** A change that makes a loop endless is noticed; a busy machine is not a change. */
async function passes(copy: string, tests: readonly string[], most = 600_000): Promise<boolean> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const args = [
    vitest,
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--bail",
    "1",
    "--no-isolate",
    "--test-timeout",
    "120000",
    ...tests,
  ];
  try {
    await run(process.execPath, args, { cwd: copy, timeout: most });
    return true;
  } catch (error) {
    // failed by its own verdict or killed for its time; anything else says nothing about the change
    if (error instanceof Error && ("stdout" in error || "killed" in error)) return false;
    throw error;
  }
}

const [howMany = "Infinity", seed = "1"] = process.argv.slice(2);
const next = random(Number(seed));
const only = process.env["MUTATE_ONLY"]?.split(" ");
const isEquivalent = ({ file, code, from }: Mutant): boolean =>
  EQUIVALENT.some((each) => each.file === file && each.line === code && each.from === from);
const every = mutants().filter(({ file, line }) => only?.includes(`${file}:${line}`) ?? true);
for (const { file, line } of EQUIVALENT)
  if (!only && !every.some((each) => each.file === file && each.code === line))
    throw new Error(`called equivalent and not there: ${file}: ${line}`);
const chosen = every
  .filter((each) => !isEquivalent(each))
  .map((mutant) => ({ mutant, order: next() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, Number(howMany))
  .map(({ mutant }) => mutant);

const copy = mkdtempSync(join(tmpdir(), "mutate-"));
try {
  for (const each of ["shared", "service", "tests", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, each), join(copy, each), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const begin = performance.now();
  if (!(await passes(copy, QUICK)) || !(await passes(copy, SLOW)))
    throw new Error("the tests fail without any change");
  const most = Math.ceil(60_000 + 6 * (performance.now() - begin));
  let noticed = 0;
  for (const [i, { file, line, code, at, from, to }] of chosen.entries()) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    const survived = (await passes(copy, QUICK, most)) && (await passes(copy, SLOW, most));
    writeFileSync(path, text);
    if (survived)
      process.stdout.write(`survived ${file}:${line} "${from}" -> "${to}" in: ${code}\n`);
    else noticed++;
    if (i % 20 === 19) process.stdout.write(`… ${noticed} of ${i + 1} noticed\n`);
  }
  if (!(await passes(copy, QUICK, most)))
    throw new Error("the tests now fail without any change: what was noticed proves nothing");
  const share = ((noticed / chosen.length) * 100).toFixed(1);
  process.stdout.write(
    `mutation score: ${noticed} of ${chosen.length} changes noticed (${share} %); ${every.filter(isEquivalent).length} that change nothing left out\n`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
