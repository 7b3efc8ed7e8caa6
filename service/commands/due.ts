import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { type DueAnswer, dueLine } from "./due-line.ts";

export { dueLine } from "./due-line.ts";

interface Options {
  batch?: string;
  accepted?: string;
  limit?: number;
  unit: string;
  pause: string[];
  closed?: string;
  declared?: string;
  status?: string;
  at?: string;
  regime?: string;
}

const number = (text: string): number => Number(text);
const gather = (each: string, all: string[]): string[] => [...all, each];

/** `from..to[:ground]`, the end left out while the pause lasts. */
function pauseOption(text: string): Record<string, string> {
  const [, from = "", to = "", ground = "special-procedure"] =
    /^(.+?)\.\.([^:]*(?:T[\d:]+)?)(?::([a-z-]+))?$/.exec(text) ?? [];
  return { from, ...(to && { to }), ground };
}

const single = (o: Options, now: string): Record<string, unknown> => ({
  at: o.at ?? now,
  ...(o.accepted !== undefined && { acceptedAt: o.accepted }),
  ...(o.limit !== undefined && { limit: { amount: o.limit, unit: o.unit } }),
  ...(o.unit === "immediate" && o.limit === undefined && { limit: { amount: 0, unit: o.unit } }),
  ...(o.pause.length > 0 && { pauses: o.pause.map(pauseOption) }),
  ...(o.closed !== undefined && { closedAt: o.closed }),
  ...(o.declared !== undefined && { due: o.declared }),
  ...(o.status !== undefined && { status: o.status }),
  ...(o.regime !== undefined && { regime: o.regime }),
});

function answer(line: string, now: string): DueAnswer {
  let input: unknown;
  try {
    input = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    return { error: "the line is not JSON" };
  }
  return dueLine(input, now);
}

/** One JSON object a line in, one a line out, in order. @returns how many lines could not be answered */
export async function dueBatch(
  lines: AsyncIterable<string>,
  write: (text: string) => unknown,
  now: string,
): Promise<number> {
  let bad = 0;
  let out: string[] = [];
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const said = answer(line, now);
    if ("error" in said) bad++;
    out.push(JSON.stringify(said));
    if (out.length >= 1000) {
      await write(`${out.join("\n")}\n`);
      out = [];
    }
  }
  if (out.length > 0) await write(`${out.join("\n")}\n`);
  return bad;
}

const toStdout = (text: string): Promise<void> =>
  new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once("drain", done);
  });

/** `shixian due`: the due date and the verdict of one case, or of a file of them. Exits 1 when a line could not be answered. */
export const dueCommand = (): Command =>
  new Command("due")
    .description("compute due dates and verdicts: one case by options, or --batch for JSON lines")
    .option("--batch <file>", "JSON lines in, JSON lines out, in order (- for standard input)")
    .option("--accepted <moment>", "YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]")
    .option("--limit <amount>", "the limit's amount", number)
    .option(
      "--unit <unit>",
      "workday day hour minute work-hour work-minute month year immediate",
      "workday",
    )
    .option(
      "--pause <from..to[:ground]>",
      "days that do not count, half-open; repeatable",
      gather,
      [],
    )
    .option("--closed <moment>", "when the case was closed")
    .option("--declared <moment>", "the due time that the portal shows")
    .option("--status <kind>", "the status, such as processing or paused")
    .option("--at <instant>", "judge at this instant, with its offset (default: now)")
    .option("--regime <id>", "the rule set (default: national)")
    .action(async (options: Options) => {
      const now = new Date().toISOString();
      if (options.batch === undefined) {
        const said = dueLine(single(options, now), now);
        if ("error" in said) {
          process.stderr.write(`due: ${said.error}\n`);
          process.exitCode = 1;
        } else await toStdout(`${JSON.stringify(said)}\n`);
        return;
      }
      const input = options.batch === "-" ? process.stdin : createReadStream(options.batch);
      try {
        const bad = await dueBatch(createInterface({ input, crlfDelay: Infinity }), toStdout, now);
        if (bad > 0) {
          process.stderr.write(`due: ${bad} line(s) could not be answered\n`);
          process.exitCode = 1;
        }
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        process.stderr.write(`due: cannot read ${options.batch}${code && ` (${code})`}\n`);
        process.exitCode = 1;
      }
    });
