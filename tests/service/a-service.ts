import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterEach } from "vitest";
import { makeEnrolment } from "../../service/access/enrolments.ts";
import type { TokenRole } from "../../service/access/roles.ts";
import { makeAccessToken } from "../../service/access/tokens.ts";
import { ensureUnit } from "../../service/access/units.ts";
import { type App, type AppOptions, createApp } from "../../service/app.ts";
import type { Database } from "../../service/db/database.ts";
import { migrate } from "../../service/db/migrate.ts";
import { openDatabase } from "../../service/db/open.ts";
import { NOW } from "./a-record.ts";
import type { LogLine } from "../../service/http/deps.ts";

export { NOW, aKey, aLook, aSight } from "./a-record.ts";

export interface AService {
  app: App;
  db: Database;
  url: string;
  folder: string;
  lines: LogLine[];
  /** moves the service's clock */
  at(instant: string): void;
  now(): number;
  request(path: string, init?: RequestInit & { token?: string; json?: unknown }): Promise<Response>;
  code(unit: string): Promise<string>;
  device(unit: string): Promise<ADevice>;
  token(unit: string, role?: TokenRole, expiresAt?: number): Promise<string>;
}

export interface ADevice {
  token: string;
  id: string;
  unit: number;
  /** posts records as one batch; returns the answer's JSON */
  send(records: unknown[], sentAt?: number): Promise<Response>;
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "shixian-"));
  open.push({ close: async () => rmSync(folder, { recursive: true, force: true }) });
  return folder;
};

/** A service over a database file of its own, with a clock that stands. */
export async function aService(
  options: Partial<AppOptions> & { url?: string } = {},
): Promise<AService> {
  const folder = aFolder();
  const url = options.url ?? `file:${join(folder, "test.db")}`;
  const db = options.db ?? openDatabase(url);
  await migrate(db, NOW);
  let now = NOW;
  const lines: LogLine[] = [];
  const app = createApp({
    db,
    now: () => now,
    keys: { caseKey: new Uint8Array(32).fill(7), seal: new Uint8Array(32).fill(8) },
    random: randomBytes,
    print: (line) => void lines.push(line),
    ...options,
  });
  open.unshift({ close: () => db.close() });
  const request: AService["request"] = async (path, { token, json, ...init } = {}) => {
    const body = json === undefined ? init.body : JSON.stringify(json);
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (json !== undefined) headers.set("content-type", "application/json");
    if (typeof body === "string" && !headers.has("content-length"))
      headers.set("content-length", String(Buffer.byteLength(body)));
    return app.request(path, {
      ...init,
      method: init.method ?? (json === undefined ? "GET" : "POST"),
      headers,
      ...(body !== undefined && { body }),
    });
  };
  const code = async (path: string): Promise<string> => {
    const unit = await ensureUnit(db, path);
    return (await makeEnrolment(db, { unit: unit.id, hours: 24, now, random: randomBytes })).code;
  };
  return {
    app,
    db,
    url,
    folder,
    lines,
    at: (instant) => void (now = Date.parse(instant)),
    now: () => now,
    request,
    code,
    async device(unit) {
      const response = await request("/v1/enrol", { json: { code: await code(unit) } });
      const body = (await response.json()) as {
        token: string;
        deviceId: string;
        unit: { id: number };
      };
      return {
        token: body.token,
        id: body.deviceId,
        unit: body.unit.id,
        send: (records, sentAt = now) =>
          request("/v1/observations", { token: body.token, json: { version: 1, sentAt, records } }),
      };
    },
    async token(path, role = "auditor", expiresAt) {
      const unit = await ensureUnit(db, path);
      return makeAccessToken(db, {
        role,
        unit: unit.id,
        name: "",
        now,
        expiresAt: expiresAt ?? null,
        random: randomBytes,
      });
    },
  };
}
