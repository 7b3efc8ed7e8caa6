import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("..", import.meta.url).pathname;

export interface Score {
  holds: boolean;
  /** what the scorer printed: the misses, then one line of measures */
  text: string;
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
    if (read.status !== 0) return { holds: false, text: read.stderr };
    writeFileSync(join(work, "read.jsonl"), read.stdout);
    const scored = spawnSync(
      process.execPath,
      [scorer, folder, join(work, "read.jsonl"), "--misses", String(misses)],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    return { holds: scored.status === 0, text: scored.stdout + scored.stderr };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.url === `file://${process.argv[1] ?? ""}`) {
  const result = score(process.argv[2]);
  console.log(result?.text ?? "The corpus is not beside this checkout: nothing to score.");
  process.exitCode = result && !result.holds ? 1 : 0;
}
