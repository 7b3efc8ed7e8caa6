import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { z } from "zod";
import type { Deps } from "../http/deps.ts";
import { type Route, route } from "../http/route.ts";
import { EXPOSITION_TYPE, exposition } from "../metrics/exposition.ts";
import { metricsOf } from "../metrics/metrics.ts";

const answered = async (c: Context, deps: Deps): Promise<Response> =>
  c.body(exposition(await metricsOf(deps)), 200, {
    "content-type": EXPOSITION_TYPE,
    "cache-control": "no-store",
  });

const forAdministrators = route(
  ["system-admin"],
  {
    method: "get",
    path: "/metrics",
    summary:
      "运行指标（Prometheus），本机免令牌 · metrics; a scraper on this machine needs no token",
    answer: z.string(),
    type: "text/plain",
  },
  ({ c, deps }) => answered(c, deps),
);

/** A scraper on the same machine, or an administrator's token from anywhere. It holds counts of the whole service and nothing of a person or a case. */
export const getMetrics: Route = {
  ...forAdministrators,
  mount(app, deps) {
    app.get("/metrics", (c, next) => (fromThisMachine(c) ? answered(c, deps) : next()));
    forAdministrators.mount(app, deps);
  },
};

/** Behind a proxy everybody comes from this machine: what was passed on, and what a page made a browser ask, does not count. */
function fromThisMachine(c: Context): boolean {
  const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via", "sec-fetch-site"];
  // a request without a connection is not from any machine
  if (passedOn.some((name) => c.req.header(name) !== undefined) || !hasConnection(c)) return false;
  const { address = "" } = getConnInfo(c).remote;
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

const hasConnection = (c: Context): boolean =>
  typeof c.env === "object" && c.env !== null && "incoming" in c.env;
