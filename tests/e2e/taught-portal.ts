import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A portal of plain pages that a test writes itself; it tells how often it was clicked. */
export interface PlainPortal {
  /** the address of a path on any host that the browser maps to this machine */
  at(path: string, host?: string): string;
  /** what the path shows from now on */
  show(path: string, html: string): void;
  /** every request, in order */
  requests: string[];
  close(): Promise<void>;
}

export async function plainPortal(host = "tz.qingyu.gov.cn"): Promise<PlainPortal> {
  const pages = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    requests.push(`${request.method} ${request.url}`);
    const html = pages.get(path);
    response.writeHead(html === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
    });
    response.end(html ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path, on = host) => `http://${on}:${port}${path}`,
    show: (path, html) => void pages.set(path, html),
    requests,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** A list page; scripts of the portal count what reaches them. */
export const listPage = (
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  more: { title?: string; pager?: string; table?: "table" | "divs" } = {},
): string => {
  const { title = "审批台账", pager = `共 ${rows.length} 条`, table = "table" } = more;
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${cell}</${tag}>`).join("");
  const body =
    table === "table"
      ? `<table id="list"><thead><tr>${cells("th", headers)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("")}</tbody></table>`
      : `<div id="list"><div class="hd">${cells("span", headers)}</div>${rows.map((row) => `<div class="ln">${cells("span", row)}</div>`).join("")}</div>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
    <style>th,td,span{padding:4px 10px} .hd,.ln{display:flex} .hd span,.ln span{flex:0 0 150px}</style></head><body>
    <h1>${title}</h1>${body}<div class="pager">${pager}</div>
    <script>window.reached = []; for (const kind of ["click", "mousedown", "keydown", "change", "input"])
      document.addEventListener(kind, (event) => window.reached.push(kind + " " + event.target.localName));</script></body></html>`;
};
