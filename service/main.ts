import { run } from "./cli.ts";

/** `npm start`: the service alone, configured by the environment. */
process.exitCode = await run(["serve", ...process.argv.slice(2)]);
