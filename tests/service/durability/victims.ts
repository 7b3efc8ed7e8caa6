import { type ChildProcess, fork } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const VICTIM = fileURLToPath(new URL("victim.ts", import.meta.url));
/** Compiled modules: a hundred processes load the same ones. */
const NODE_COMPILE_CACHE = join(tmpdir(), "shixian-compiled");

export interface Victim {
  address: string;
  /** what the engine says of the database that the one before it left */
  whole: string;
  /** resolves when the process is gone */
  kill(): Promise<void>;
}

/** One process after another over one database; the next one loads while the last one lives. */
export function victims(url: string): { next(): Promise<Victim>; close(): Promise<void> } {
  let waiting = loaded();
  return {
    async next() {
      const child = await waiting;
      waiting = loaded();
      const said = answerOf<{ address: string; whole: string }>(child);
      child.send(url);
      return { ...(await said), kill: () => killed(child) };
    },
    close: async () => killed(await waiting),
  };
}

async function loaded(): Promise<ChildProcess> {
  const child = fork(VICTIM, {
    env: { ...process.env, NODE_COMPILE_CACHE },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await answerOf(child);
  return child;
}

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the victim ended by itself (${code})`));
    child.once("exit", onExit);
    child.once("message", (said: T) => {
      child.off("exit", onExit);
      resolve(said);
    });
  });

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
