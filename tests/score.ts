import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type ReadPage, calibration } from "./score/calibration.ts";
import { explain } from "./score/explained.ts";

const ROOT = new URL("..", import.meta.url).pathname;

export interface Score {
  holds: boolean;
  /** what the scorer printed: the misses, each with its reason, then one line of measures */
  text: string;
  /** of what is said at each confidence, how much is right */
  confidence: string[];
  unexplained: number;
}

/** Reads a corpus folder with the command line and scores it; undefined when the corpus is absent. */
export function score(folder = join(ROOT, "../shared/corpus/dev"), misses = 60): Score | undefined {
  const scorer = join(ROOT, "../shared/corpus/score.mjs");
  if (!existsSync(folder) || !existsSync(scorer)) return undefined;
  const work = mkdtempSync(join(tmpdir(), "shixian-score-"));
  try {
    const batch = readdirSync(folder)
      .filter((name) => name.endsWith(".html"))
      .map((name) => {
        const { asOf } = JSON.parse(
          readFileSync(join(folder, name.replace(/html$/, "json")), "utf8"),
        ) as { asOf: string };
        return JSON.stringify({
          file: join(folder, name),
          at: `${asOf.length === 16 ? `${asOf}:00` : asOf}+08:00`,
        });
      });
    writeFileSync(join(work, "batch.jsonl"), batch.join("\n"));
    const read = spawnSync(
      process.execPath,
      [join(ROOT, "service/cli.ts"), "read", "--batch", join(work, "batch.jsonl")],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (read.status !== 0)
      return { holds: false, text: read.stderr, confidence: [], unexplained: 0 };
    writeFileSync(join(work, "read.jsonl"), read.stdout);
    const scored = spawnSync(
      process.execPath,
      [scorer, folder, join(work, "read.jsonl"), "--misses", String(misses)],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    const pages = read.stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as ReadPage);
    return {
      holds: scored.status === 0,
      ...explain(scored.stdout + scored.stderr),
      confidence: calibration(folder, pages),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.url === `file://${process.argv[1] ?? ""}`) {
  const [first, second] = process.argv.slice(2);
  if (first === "--leave-one-out") {
    const { leaveOneOut } = await import("./score/leave-one-out.ts");
    await leaveOneOut(second);
  } else {
    const result = score(first);
    console.log(result?.confidence.join("\n") ?? "");
    console.log(result?.text ?? "The corpus is not beside this checkout: nothing to score.");
    process.exitCode = result && !result.holds ? 1 : 0;
  }
}
