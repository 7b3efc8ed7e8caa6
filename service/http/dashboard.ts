import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { Context } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

interface Page {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** its name changes with its content */
  lasting: boolean;
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>时限 Shixian</title>
<body style="font:16px/1.7 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em">
<h1>时限 Shixian</h1>
<p>服务正在运行，但网页尚未构建。请在程序目录执行 <code>npm run build</code>，然后重新启动服务。</p>
<p lang="en">The service is running, but its pages are not built. Run <code>npm run build</code> and start it again.</p>
<p><a href="/openapi.json">/openapi.json</a></p>`;

/**
 * The built dashboard, read once: a request names a key of a map and never a path of the disk. An address that is no file is one
 * of its views.
 */
export function dashboardFrom(folder: string | undefined): (c: Context) => Response {
  const pages = new Map<string, Page>();
  if (folder !== undefined && existsSync(join(folder, "index.html")))
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath, file.name);
      const name = `/${relative(folder, path).split(sep).join("/")}`;
      pages.set(name, {
        bytes: new Uint8Array(readFileSync(path)),
        type: TYPES[extname(path)] ?? "application/octet-stream",
        lasting: name.startsWith("/assets/"),
      });
    }
  return (c) => {
    const found = pages.get(c.req.path) ?? pages.get("/index.html");
    if (!found) return c.html(NOT_BUILT, 503);
    return c.body(found.bytes, 200, {
      "content-type": found.type,
      "cache-control": found.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}
