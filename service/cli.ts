import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { Command, CommanderError } from "commander";

// half of a command's time would else go into compiling the same files again
enableCompileCache();

/** What is switched on. Each is loaded only when it is asked for: a command line that answers at once is used. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).serveCommand(),
  enroll: async () => (await import("./commands/enroll.ts")).enrollCommand(),
  token: async () => (await import("./commands/token.ts")).tokenCommand(),
  user: async () => (await import("./commands/user.ts")).userCommand(),
  unit: async () => (await import("./commands/unit.ts")).unitCommand(),
  audit: async () => (await import("./commands/audit.ts")).auditCommand(),
  keys: async () => (await import("./commands/keys.ts")).keysCommand(),
  report: async () => (await import("./commands/report.ts")).reportCommand(),
  backup: async () => (await import("./commands/backup.ts")).backupCommand(),
  restore: async () => (await import("./commands/restore.ts")).restoreCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  calendar: async () => (await import("./commands/calendar.ts")).calendarCommand(),
  regime: async () => (await import("./commands/regime.ts")).regimeCommand(),
  rebuild: async () => (await import("./commands/rebuild.ts")).rebuildCommand(),
  due: async () => (await import("./commands/due.ts")).dueCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  export: async () => (await import("./commands/export.ts")).exportCommand(),
  read: async () => (await import("./commands/read.ts")).readCommand(),
};

const HINT = "（--help 查看用法 · --help for usage）";

/** Runs one command. @returns the exit code; what went wrong is one clear line on standard error */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("shixian")
    .description("时限：办理时效监督服务 · the service that turns what was seen into delay reports")
    .version(version())
    .showHelpAfterError(HINT)
    .exitOverride();
  const named = commands[args[0] ?? ""];
  for (const make of named ? [named] : Object.values(commands))
    // commander's settings do not reach commands that were made on their own
    program.addCommand((await make()).exitOverride().showHelpAfterError(HINT));
  try {
    await program.parseAsync([...args], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // commander has already said what was wrong with the arguments
    if (error instanceof CommanderError) return error.exitCode;
    const { failureText } = await import("./commands/failure.ts");
    process.stderr.write(`${failureText(error)}\n`);
    return 1;
  }
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  process.exitCode = await run(args.length > 0 ? args : ["--help"]);
}
