import { createServer as createHttp, request } from "node:http";
import { type Socket, connect, createServer } from "node:net";

export interface Proxy {
  port: number;
  /** nothing passes any more, and nobody is told: as when a cable is drawn */
  cut(): void;
  /** what hung is broken off, what comes passes again */
  mend(): void;
  close(): Promise<void>;
}

/** A wire to a port that can be cut. */
export async function proxy(to: number): Promise<Proxy> {
  const pairs = new Set<[Socket, Socket]>();
  let whole = true;
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, into] of [pair, [far, near] as const]) {
      from.on("data", (bytes) => void (whole && into.write(bytes)));
      from.on("close", () => {
        pairs.delete(pair);
        if (whole) into.destroy();
      });
      // a broken line closes, and that is all there is to it
      from.on("error", () => from.destroy());
    }
  });
  const end = (): void => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    cut: () => void (whole = false),
    mend() {
      whole = true;
      end();
    },
    async close() {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What stands before a server with a namespace for each city: it gives every request the city's name. @returns its address */
export async function namedFor(
  city: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createHttp((asked, answer) => {
    const { method, url: path, headers } = asked;
    const passed = request(
      { port, host: "127.0.0.1", method, path, headers: { ...headers, host: `${city}.localhost` } },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
