import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The real service in a process of its own over an embedded libSQL file, as an office runs it. */
export interface Service {
  address: string;
  /** the folder with database and keys */
  data: string;
  start(): Promise<void>;
  /** asks it to stop, and waits until it has */
  stop(): Promise<void>;
  /** what it has printed, over all its lives */
  log(): string;
  /** `shixian …` on the same data: what it printed. @throws Error with its words when it fails */
  cli(...args: string[]): string;
  get(path: string, token: string): Promise<Response>;
}

const script = (name: string): string =>
  fileURLToPath(new URL(`../../service/${name}.ts`, import.meta.url));

/** A service over that folder, not yet started. `port` 0 takes a free one and keeps it over restarts. */
export async function aService(data: string, port = 0): Promise<Service> {
  mkdirSync(data, { recursive: true });
  const kept = port || (await freePort());
  const address = `http://127.0.0.1:${kept}`;
  const env = {
    ...process.env,
    SHIXIAN_DATA: data,
    PORT: String(kept),
    HOST: "127.0.0.1",
    DATABASE_URL: "",
  };
  let running: ChildProcess | undefined;
  let log = "";
  return {
    address,
    data,
    async start() {
      const child = spawn(process.execPath, [script("main")], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      running = child;
      // Whatever ends this process, the service does not outlive it.
      process.once("exit", () => child.kill("SIGKILL"));
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => void (log += chunk.toString()));
      for (let tries = 0; !(await answers(`${address}/healthz`)); tries += 1) {
        if (child.exitCode !== null || tries > 200)
          throw new Error(`the service does not start:\n${log}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop() {
      const child = running;
      running = undefined;
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
    log: () => log,
    cli(...args) {
      const done = spawnSync(process.execPath, [script("cli"), ...args], { env, encoding: "utf8" });
      if (done.status !== 0) throw new Error(`shixian ${args.join(" ")}: ${done.stderr}`);
      return done.stdout.trim();
    },
    get: (path, token) =>
      fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

/** Every byte that the database holds, its write-ahead log too. */
export const databaseBytes = (service: Service): string =>
  ["shixian.db", "shixian.db-wal"]
    .map((name) => {
      try {
        return readFileSync(join(service.data, name)).toString("utf8");
      } catch (error) {
        if (name === "shixian.db-wal") return ""; // written back at close
        throw error;
      }
    })
    .join("");

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false, // refused: not there yet
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
