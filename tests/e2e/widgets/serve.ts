import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { CaseList } from "./list.ts";
import type { Library } from "./library.ts";

const modules = new URL("../../../node_modules/", import.meta.url).pathname;
const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".gif": "image/gif",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** The libraries' own files from node_modules and one page for each library, on loopback. */
export async function serveWidgets(
  libraries: readonly Library[],
  list: CaseList,
): Promise<{ address(library: Library): string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? "/").split("?")[0] ?? "/");
    const library = libraries[Number(/^\/list\/(\d+)$/.exec(path)?.[1] ?? -1)];
    if (library) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(html(library, list));
      return;
    }
    const type = TYPES[extname(path)];
    const file = path.startsWith("/lib/") && type ? normalize(path.slice("/lib".length)) : "";
    readFile(join(modules, file)).then(
      (body) => {
        response.writeHead(200, { "content-type": type, "cache-control": "max-age=600" });
        response.end(body);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: (library) => `http://lb.qingyu.gov.cn:${port}/list/${libraries.indexOf(library)}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const html = ({ name, assets, css = "", body = "", script }: Library, list: CaseList): string => {
  const of = (ext: string) => assets.filter((path) => path.endsWith(ext));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>办件列表</title><link rel="icon" href="data:,">
${of(".css")
  .map((path) => `<link rel="stylesheet" href="/lib/${path}">`)
  .join("\n")}
<style>body { margin: 0; padding: 12px; font: 14px/1.5 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; } ${css}</style></head>
<body><h3>办件列表（${name}）</h3>${body === "" ? '<div id="app"></div>' : body}
${of(".js")
  .map((path) => `<script src="/lib/${path}"></script>`)
  .join("\n")}
<script>${list.preamble}\n${script}</script></body></html>`;
};
