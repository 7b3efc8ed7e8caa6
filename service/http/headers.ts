import type { MiddlewareHandler } from "hono";
import { isExtension } from "./route.ts";

/** Nothing from elsewhere, nothing inline that runs, nobody's frame: the pages need no third party and admit none. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // charts set sizes in style attributes
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  // on the headers themselves: `c.header` would make a new response of one that is made already
  const { headers } = c.res;
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("content-security-policy", POLICY);
  headers.set("cross-origin-opener-policy", "same-origin");
  if (c.req.path.startsWith("/v1/") && !headers.has("cache-control"))
    headers.set("cache-control", "no-store");
};

/** What an enrolled browser calls: from an extension's origin, with its token and without cookies. */
const FOR_EXTENSIONS = [
  "/v1/enrol",
  "/v1/observations",
  "/v1/calendar",
  "/v1/portal-files",
  "/v1/me",
  "/v1/case-keys",
];

export const extensionCors: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  if (!FOR_EXTENSIONS.includes(c.req.path) || origin === undefined || !isExtension(origin))
    return next();
  if (c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined)
    return c.body(null, 204, {
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers":
        "authorization, content-type, if-none-match, content-digest, signature, signature-input",
      "access-control-max-age": "86400",
      vary: "origin",
    });
  await next();
  c.header("access-control-allow-origin", origin);
  c.header("access-control-expose-headers", "retry-after, date, etag");
  c.header("vary", "origin");
};
