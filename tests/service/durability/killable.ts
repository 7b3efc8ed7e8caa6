import { fileURLToPath } from "node:url";
import { type ChildProcess, spawn } from "node:child_process";

const MAIN = fileURLToPath(new URL("../../../service/main.ts", import.meta.url));

export interface Killable {
  address: string;
  child: ChildProcess;
  /** resolves when the process is gone */
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** The real service in a process of its own, on a port of its own. */
export async function killable(env: Record<string, string>): Promise<Killable> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...env, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let errors = "";
  child.stderr.on("data", (bytes: Buffer) => void (errors += bytes.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    let out = "";
    child.stdout.on("data", (bytes: Buffer) => {
      out += bytes.toString();
      const found = /"event":"listening","address":"([^"]+)"/.exec(out)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the service ended (${code}): ${errors}`)));
  });
  return {
    address,
    child,
    async kill(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
