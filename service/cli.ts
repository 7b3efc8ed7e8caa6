import { Command, CommanderError } from "commander";
import { dueCommand } from "./commands/due.ts";
import { enrollCommand } from "./commands/enroll.ts";
import { readCommand } from "./commands/read.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { reportCommand } from "./commands/report.ts";
import { serveCommand } from "./commands/serve.ts";
import { tokenCommand } from "./commands/token.ts";
import { failureText } from "./commands/failure.ts";
import { PROGRAM } from "./program.ts";

/** What is switched on. */
const commands = [
  serveCommand,
  enrollCommand,
  tokenCommand,
  reportCommand,
  rebuildCommand,
  dueCommand,
  readCommand,
];

/** Runs one command. @returns the exit code; what went wrong is one clear line on standard error */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("shixian")
    .description("时限：办理时效监督服务 · the service that turns what was seen into delay reports")
    .version(PROGRAM)
    .showHelpAfterError("（--help 查看用法 · --help for usage）")
    .exitOverride();
  for (const make of commands) program.addCommand(inherit(make()));
  try {
    await program.parseAsync([...args], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // commander has already said what was wrong with the arguments
    if (error instanceof CommanderError) return error.exitCode;
    process.stderr.write(`${failureText(error)}\n`);
    return 1;
  }
}

/** Commander's settings do not reach commands that were made on their own. */
const inherit = (command: Command): Command =>
  command.exitOverride().showHelpAfterError("（--help 查看用法 · --help for usage）");

if (import.meta.main) {
  const args = process.argv.slice(2);
  process.exitCode = await run(args.length > 0 ? args : ["--help"]);
}
