import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import { type Expected, type PortalCase, type PortalOrder, casesOn, ordersOn } from "./cases.ts";
import { type HistoryRow, historyOn } from "./history.ts";
import { notices } from "./notices.ts";
import { answerCases, answerOrders } from "./queries.ts";

/** A demo portal: the approval back office and the 12345 hotline of 青屿区, a district that does not exist. */
export interface Portal {
  port: number;
  /** the shell with banner, menu and tabs */
  address: string;
  /** the pages that the shell shows in its frames, by what they are */
  views: Record<View, string>;
  cases: readonly Expected<PortalCase>[];
  orders: readonly Expected<PortalOrder>[];
  history: readonly Expected<HistoryRow>[];
  /** every request that has come, `METHOD host path?query`, in order */
  requests: string[];
  close(): Promise<void>;
}
export type View = "list" | "history" | "orders" | "notices";

const modules = new URL("../../node_modules/", import.meta.url).pathname;
const pages = new URL("pages/", import.meta.url).pathname;
const LIBRARIES: Record<string, string> = {
  "/lib/vue/": join(modules, "vue/dist/"),
  "/lib/element-ui/": join(modules, "element-ui/lib/"),
  "/lib/layui/": join(modules, "layui/dist/"),
};
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Serves the portal on loopback. `now` is the moment around which the cases lie; 0 as port takes a free one. */
export async function servePortal(options: { now: Date; port?: number }): Promise<Portal> {
  const today = dayInChina(options.now);
  const cases = casesOn(today);
  const orders = ordersOn(today);
  const history = historyOn(today);
  const requests: string[] = [];

  const data: Record<string, (query: URLSearchParams) => unknown> = {
    "/api/banjian/page": (query) => answerCases(cases, query),
    "/api/banjian/detail": (query) =>
      cases.find(({ row }) => String(row.id) === query.get("id"))?.row ?? null,
    "/api/gongdan/list": (query) => answerOrders(orders, query),
    "/api/lishi/list": () => history.map(({ row }) => row),
    "/api/tongzhi/list": () => notices(today),
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    requests.push(`${request.method} ${url.host} ${url.pathname}${url.search}`);
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(body);
    };
    const answer = data[url.pathname];
    if (answer) {
      // A back office takes its time: the page shows its loading mask for a moment.
      setTimeout(
        () => send(200, "application/json", JSON.stringify(answer(url.searchParams))),
        120,
      );
      return;
    }
    readFile(fileOf(url.pathname)).then(
      (body) => send(200, TYPES[extname(fileOf(url.pathname))] ?? "application/octet-stream", body),
      () => send(404, "text/plain; charset=utf-8", "未找到"),
    );
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(options.port ?? 0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  const office = `http://xzsp.qingyu.gov.cn:${port}`;
  return {
    port,
    address: `${office}/`,
    views: {
      list: `${office}/sp/list.html`,
      history: `${office}/sp/history.html`,
      notices: `${office}/sp/notices.html`,
      orders: `http://12345.qingyu.gov.cn:${port}/gd/orders.html`,
    },
    cases,
    orders,
    history,
    requests,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error ? failed(error) : done()));
        server.closeAllConnections();
      }),
  };
}

function fileOf(path: string): string {
  const safe = normalize(path);
  for (const [prefix, folder] of Object.entries(LIBRARIES))
    if (safe.startsWith(prefix)) return join(folder, safe.slice(prefix.length));
  if (safe === "/") return join(pages, "shell.html");
  return join(pages, safe.slice(safe.lastIndexOf("/") + 1));
}

const dayInChina = (now: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
