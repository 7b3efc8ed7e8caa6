import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFrom } from "../../../service/config.ts";
import { PATIENCE, serve } from "../../../service/serve.ts";
import type { LogLine } from "../../../service/http/deps.ts";
import { aFolder } from "../a-service.ts";

/** What a server says to somebody who sends a little and then nothing, until it hangs up. */
const dawdling = (port: number, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    let heard = "";
    socket.on("data", (bytes) => (heard += String(bytes)));
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });

test("whoever sends head or body drop by drop is hung up on, and others are served meanwhile; as configured that takes seconds, not minutes", async () => {
  expect(PATIENCE.headersTimeout).toBeLessThanOrEqual(20_000);
  expect(PATIENCE.requestTimeout).toBeLessThanOrEqual(60_000);
  expect(PATIENCE.connectionsCheckingInterval).toBeLessThanOrEqual(5_000);
  const folder = aFolder();
  const stop = new AbortController();
  const heard: LogLine[] = [];
  const listening = Promise.withResolvers<number>();
  const running = serve(configFrom({ SHIXIAN_DATA: join(folder, "data"), PORT: "0" }), {
    signal: stop.signal,
    print: (line) => {
      heard.push(line);
      if (line.event === "listening") listening.resolve(Number(new URL(String(line.address)).port));
    },
    patience: { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 },
  });
  const port = await listening.promise;
  const post =
    "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{";
  const slow = Promise.all([
    dawdling(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "),
    dawdling(port, post),
  ]);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  const [head] = await slow;
  expect(head).toMatch(/^HTTP\/1\.1 408 /);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  stop.abort();
  await running;
  // it is nobody's failure, and fills no log
  expect(heard.filter(({ event }) => event === "internal")).toEqual([]);
}, 30_000);
