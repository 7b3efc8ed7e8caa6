import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { TokenRole } from "../../../service/access/roles.ts";
import { makeAccessToken } from "../../../service/access/tokens.ts";
import { makeEnrolment } from "../../../service/access/enrolments.ts";
import { ensureUnit } from "../../../service/access/units.ts";
import { createApp } from "../../../service/app.ts";
import type { Database } from "../../../service/db/database.ts";
import { firstRunText } from "../../../service/first-run.ts";
import { migrate } from "../../../service/db/migrate.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { builtPages } from "./built-pages.ts";
import { NOW, batchOf } from "./seed.ts";

export interface Running {
  address: string;
  auditor: string;
  admin: string;
  /** the one-time link that the first run prints */
  firstLink(): Promise<string>;
  /** the first window becomes the own browser of that account */
  owns(login: string): Promise<void>;
  stop(): Promise<void>;
}

const WINDOWS = ["青屿区/政务服务中心", "青屿区/临港新城分中心"];

/** The real service over a real file with the pages as they are built now, and two windows that have sent what they saw. */
export async function startService(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "shixian-dashboard-"));
  const dashboard = await builtPages();
  const db = openDatabase(`file:${join(folder, "shixian.db")}`);
  await migrate(db, NOW);
  const app = createApp({
    db,
    now: () => NOW,
    keys: { caseKey: randomBytes(32), seal: randomBytes(32) },
    dashboard,
  });

  for (const [part, path] of WINDOWS.entries()) {
    const unit = await ensureUnit(db, path);
    const { code } = await makeEnrolment(db, {
      unit: unit.id,
      hours: 1,
      now: NOW,
      random: randomBytes,
    });
    const enrolled = await post(app, "/v1/enrol", { code, name: `${part + 1}号窗口` });
    const { token } = (await enrolled.json()) as { token: string };
    const sent = await post(app, "/v1/observations", batchOf(part, WINDOWS.length), token);
    const { refused } = (await sent.json()) as { refused: unknown[] };
    if (!sent.ok || refused.length > 0) throw new Error(`not stored: ${JSON.stringify(refused)}`);
  }
  await troubled(app, db);
  const root = await ensureUnit(db, "青屿区");
  const tokenOf = (role: TokenRole, name: string): Promise<string> =>
    makeAccessToken(db, {
      role,
      unit: root.id,
      name,
      now: NOW,
      expiresAt: null,
      random: randomBytes,
    });
  const auditor = await tokenOf("auditor", "区纪委监委第二室");
  const admin = await tokenOf("system-admin", "系统管理员");

  const server = serve({ fetch: timeless(app.fetch), port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    firstLink: async () => /http\S+/.exec((await firstRunText(app.deps, address)) ?? "")?.[0] ?? "",
    owns: async (login) =>
      void (await db.write([
        {
          sql: "UPDATE devices SET owner = (SELECT id FROM users WHERE login = ?) WHERE name = '1号窗口'",
          args: [login],
        },
      ])),
    auditor,
    admin,
    async stop() {
      await new Promise((closed) => server.close(closed));
      await app.log.drained();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A third window: its page changed, records are missing, its clock is wrong, its profile was copied; and it offers a portal file. */
async function troubled(app: ReturnType<typeof createApp>, db: Database): Promise<void> {
  const unit = await ensureUnit(db, "青屿区/旧城分中心");
  const code = await makeEnrolment(db, { unit: unit.id, hours: 1, now: NOW, random: randomBytes });
  const enrolled = await post(app, "/v1/enrol", { code: code.code, name: "3号窗口" });
  const { token } = (await enrolled.json()) as { token: string };
  const look = (seq: number, daysAgo: number, more: object) => ({
    type: "look",
    seq,
    at: NOW - daysAgo * 86_400_000,
    lastAt: NOW - daysAgo * 86_400_000,
    times: 1,
    portal: "tz.qingyu.gov.cn",
    view: "/ledger/list",
    kind: "list",
    cases: 20,
    unidentified: 20,
    coverage: { shown: 20, total: 213 },
    unreadable: [],
    reader: "0.1.0",
    ...more,
  });
  const drift = {
    cases: 0,
    unidentified: 0,
    unreadable: [{ field: "page", why: "drift-columns" }],
  };
  const send = (sentAt: number, records: object[]) =>
    post(app, "/v1/observations", { version: 1, sentAt, records }, token);
  await send(NOW, [look(1, 3, {}), look(4, 1, drift)]);
  await send(NOW + 3 * 3_600_000, [look(4, 2, drift)]);
  const offered = await post(
    app,
    "/v1/portal-files",
    {
      format: 1,
      id: "taught-tz-1",
      version: 1,
      verifiedOn: "2026-11-19",
      matches: [{ host: "tz.qingyu.gov.cn", path: "/ledger/*" }],
      views: [
        {
          id: "taught",
          headers: ["LSH", "SJRQ"],
          columns: [
            { header: "LSH", concept: "caseNo" },
            { header: "SJRQ", concept: "acceptedAt" },
          ],
          statuses: { 1: "processing" },
        },
      ],
    },
    token,
  );
  if (!offered.ok) throw new Error(await offered.text());
}

const post = async (
  app: ReturnType<typeof createApp>,
  path: string,
  body: unknown,
  token?: string,
): Promise<Response> => {
  const text = JSON.stringify(body);
  return app.request(path, {
    method: "POST",
    body: text,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(text)),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
};

/** The service stands at a moment of the past, the browser's cookie jar at the true one: there the session would have ended. */
const timeless =
  (fetch: ReturnType<typeof createApp>["fetch"]) =>
  async (request: Request): Promise<Response> => {
    const answer = await fetch(request);
    const cookie = answer.headers.get("set-cookie");
    if (cookie !== null) answer.headers.set("set-cookie", cookie.replace(/; Expires=[^;]+/, ""));
    return answer;
  };
