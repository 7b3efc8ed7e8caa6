import { readFileSync, readdirSync, statSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keyFor } from "../../../service/access/seal.ts";
import { linksOf, namesToday, versionOf } from "../../../service/access/case-names.ts";
import { verifyAudit } from "../../../service/audit/verify-audit.ts";
import { backup, restore } from "../../../service/db/backup.ts";
import { configFrom } from "../../../service/config.ts";
import { openDatabase } from "../../../service/db/open.ts";
import { verifyLog } from "../../../service/db/verify.ts";
import { serve } from "../../../service/serve.ts";
import { NATIONAL } from "../../../service/derived/judging.ts";
import { rebuild } from "../../../service/derived/rebuild.ts";
import { keysIn } from "../../../service/keys.ts";
import { reports } from "../../../service/reports/reports.ts";
import { forgetFormer } from "../../../service/rotation/rotate.ts";
import { aPerson } from "../a-person.ts";
import type { AService } from "../a-service.ts";
import {
  aDataFolder,
  copyOf,
  numberOf,
  rotateIn,
  seen,
  serviceIn,
  urlIn,
  wireName,
} from "./a-named-service.ts";

const COUNT = 40;
/** `SHIXIAN_ROTATE_AT_ALL=1` kills at every single write. */
const STEP = process.env.SHIXIAN_ROTATE_AT_ALL === "1" ? 1 : 3;

/** Everything that a report, a list and a case say, by address. */
async function told(
  service: AService,
  keys: readonly string[],
  ids: readonly string[],
): Promise<Record<string, string>> {
  const token = await service.token("青屿区");
  const paths = [
    ...ids.map((id) => `/v1/reports/${id}`),
    "/v1/cases",
    "/v1/event-logs?format=xes",
    ...keys.slice(0, 3).map((key) => `/v1/cases/${key}`),
  ];
  const answers: Record<string, string> = {};
  for (const [i, path] of paths.entries()) {
    const response = await service.request(path, { token });
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    answers[`${i} ${path.replace(/[0-9a-f]{64}/, "…")}`] = await response.text();
  }
  return answers;
}

/** What is alike but for the name is listed in the order of the names. */
const inOrder = (text: string): string =>
  text
    .split(/(?=\{"key":"|<trace>|<\/log>)/)
    .map((piece) => piece.trim())
    .toSorted()
    .join("\n");

const caseKeysIn = async (service: AService): Promise<string[]> =>
  (await service.db.values("SELECT key FROM cases ORDER BY id")).map(([key]) => String(key));

async function aSeenFolder(old: boolean): Promise<{ folder: string; token: string }> {
  const folder = aDataFolder(old);
  const service = await serviceIn(folder);
  const device = await service.device("青屿区");
  expect((await device.send(await seen(service.app.deps.keys, { count: COUNT }))).status).toBe(200);
  await service.app.cases.catchUp();
  await service.db.close();
  return { folder, token: device.token };
}

test.each([
  ["from before store keys", true, "sha256"],
  ["that is new", false, "sha256"],
  ["that must use SM3 from now on", true, "sm3"],
] as const)(
  "after a rotation of an installation %s every figure, list and case says the same, under names that are all new",
  async (_, old, hash) => {
    // every report once, some of them for the other installations
    const ids = reports.map(({ id }) => id).filter((_, i) => hash === "sm3" || i % 9 === 0);
    const { folder } = await aSeenFolder(old);
    const before = await serviceIn(folder);
    const names = await caseKeysIn(before);
    const said = await told(before, names, ids);
    const log = await before.db.values("SELECT device, seq, batch, kind FROM records");
    await before.db.close();

    expect(await rotateIn(folder, { hash })).toBe("new");
    const after = await serviceIn(folder);
    const { keys } = after.app.deps;
    expect([versionOf(keys), linksOf(keys).at(-1)?.hash, keys.store?.cipher]).toEqual([
      2,
      hash,
      hash === "sm3" ? "sm4" : "aes256",
    ]);
    const renamed = await caseKeysIn(after);
    expect(renamed.filter((name) => names.includes(name))).toEqual([]);
    const back = (text: string): string =>
      text.replace(/[0-9a-f]{64}/g, (name) => names[renamed.indexOf(name)] ?? name);
    const now = await told(after, renamed, ids);
    expect(Object.keys(now)).toEqual(Object.keys(said));
    const other = Object.keys(said).filter(
      (path) => inOrder(back(now[path] ?? "")) !== inOrder(said[path] ?? ""),
    );
    expect(other).toEqual([]);
    // an old link still leads to its case
    const token = await after.token("青屿区");
    expect((await after.request(`/v1/cases/${names[0]}`, { token })).status).toBe(200);

    expect(await after.db.values("SELECT device, seq, batch, kind FROM records")).toEqual(log);
    expect((await verifyLog(after.db)).faults).toEqual([]);
    const tables = await after.db.values("SELECT * FROM cases ORDER BY id");
    await rebuild(after.db, NATIONAL.fold);
    expect(await after.db.values("SELECT * FROM cases ORDER BY id")).toEqual(tables);
    await expect(after.db.write([{ sql: "DELETE FROM records" }])).rejects.toThrow(/append-only/);
    await expect(after.db.write([{ sql: "UPDATE records SET seq = 9" }])).rejects.toThrow(
      /append-only/,
    );
  },
);

test("a rotation is an act: who, how many records and cases, and the digest of all that stayed; the chain of acts is whole", async () => {
  const { folder } = await aSeenFolder(true);
  await rotateIn(folder);
  const service = await serviceIn(folder);
  const [row] = await service.db.values(
    "SELECT actor, detail FROM audit WHERE act = 'keys.rotated'",
  );
  expect([row?.[0], JSON.parse(String(row?.[1]))]).toEqual([
    "t",
    {
      from: 1,
      to: 2,
      hash: "sha256",
      records: COUNT + 1,
      cases: COUNT,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
  ]);
  const key = keyFor(service.app.deps.keys.seal, "audit");
  expect((await verifyAudit(service.db, key)).faults).toEqual([]);
});

test("a number is found, stated and read after a rotation as before; acts upon its former name are found under the new one", async () => {
  const { folder } = await aSeenFolder(true);
  const before = await serviceIn(folder);
  const auditor = await aPerson(before, "auditor", "青屿区");
  const supervisor = await aPerson(before, "supervisor", "青屿区");
  const json = { number: numberOf(7) };
  const { key } = (await (await auditor.request("/v1/cases/lookup", { json })).json()) as {
    key: string;
  };
  await auditor.request(`/v1/cases/${key}/escalation`, { json: { reason: "群众反映久拖不决" } });
  expect((await supervisor.request(`/v1/cases/${key}/number`, { json })).status).toBe(200);
  await before.db.close();

  await rotateIn(folder);
  const after = await serviceIn(folder);
  const ask = (path: string, body?: object): Promise<Response> =>
    after.request(path, { headers: { cookie: auditor.cookie }, ...(body && { json: body }) });
  const found = (await (await ask("/v1/cases/lookup", json)).json()) as { key: string };
  expect(found.key).not.toBe(key);
  for (const name of [found.key, key]) {
    expect(await (await ask(`/v1/cases/${name}/number`)).json()).toEqual(json);
    const acts = (await (await ask(`/v1/audit?object=${name}`)).json()) as {
      entries: { act: string; object: string }[];
    };
    if (name === found.key) expect(acts.entries.map(({ act }) => act)).toContain("case.escalated");
  }
});

test("browsers from before and after a rotation, with or without the new secret, name the same cases; a repeated batch is known; newer secrets than the service has are refused", async () => {
  const { folder, token } = await aSeenFolder(true);
  await rotateIn(folder);
  await rotateIn(folder, { hash: "sm3" });
  const service = await serviceIn(folder);
  const { keys } = service.app.deps;
  const send = async (version: number, from: number): Promise<Response> =>
    service.request("/v1/observations", {
      token,
      json: {
        version: 1,
        sentAt: service.now(),
        ...(version > 1 && { keyVersion: version }),
        records: await seen(keys, { count: COUNT, version: Math.min(version, 3), from }),
      },
    });
  const counts = async (response: Response): Promise<unknown> => {
    const { accepted, known, refused } = (await response.json()) as Record<string, unknown>;
    return [accepted, known, refused];
  };
  // the same bytes as before the rotations
  expect(await counts(await send(1, 1))).toEqual([0, COUNT + 1, []]);
  expect(await counts(await send(1, 101))).toEqual([COUNT + 1, 0, []]);
  expect(await counts(await send(2, 201))).toEqual([COUNT + 1, 0, []]);
  expect(await counts(await send(3, 301))).toEqual([COUNT + 1, 0, []]);
  const newer = await send(4, 401);
  expect([newer.status, await newer.json()]).toMatchObject([409, { code: "key-version" }]);
  await service.app.cases.catchUp();
  expect((await caseKeysIn(service)).length).toBe(COUNT);

  const told = await (await service.request("/v1/case-keys", { token })).json();
  const links = (keys.links ?? []).map(({ secret, hash }) => ({
    secret: Buffer.from(secret).toString("base64"),
    hash,
  }));
  expect(told).toEqual({ caseKeyLinks: links });
  // no window is ever told what the database is sealed with
  expect(JSON.stringify(told)).not.toContain(
    Buffer.from(keys.store?.secret ?? []).toString("base64"),
  );
});

test("one window's secrets and a copy of the database do not tell which case a number is", async () => {
  const { folder } = await aSeenFolder(false);
  const service = await serviceIn(folder);
  const { keys } = service.app.deps;
  await service.db.values("PRAGMA wal_checkpoint(TRUNCATE)");
  const stored = readFileSync(join(folder, "shixian.db")).toString("latin1");
  const names = await caseKeysIn(service);
  expect(stored).toContain(names[0]);
  for (let n = 1; n <= COUNT; n++) expect(stored).not.toContain(await wireName(keys, n, 1));
});

test("killed at any moment, the database is whole under the old keys or the new ones, and the same command goes on", async () => {
  const { folder } = await aSeenFolder(true);
  const whole = await serviceIn(folder);
  const said = await whole.db.values("SELECT mask, timeline FROM cases ORDER BY id");
  await whole.db.close();
  let kills = 0;
  for (let moment = 1; ; moment += STEP) {
    const copy = copyOf(folder);
    let left = moment;
    const cut = await rotateIn(copy, { crash: () => --left === 0 }).catch((error: unknown) => {
      expect(String(error)).toBe("Error: killed");
      return "killed";
    });
    if (cut === "new") break;
    kills++;
    // what was cut off may be served: it takes in more, and what it says is the same
    const between = await serviceIn(copy);
    const device = await between.device("青屿区");
    const more = await seen(between.app.deps.keys, { count: 3 });
    expect((await device.send(more)).status).toBe(200);
    await between.app.cases.catchUp();
    expect((await between.db.values("SELECT mask FROM cases ORDER BY id")).length).toBe(COUNT);
    const version = versionOf(between.app.deps.keys);
    await between.db.close();
    expect(["resumed", "cleaned", "new"]).toContain(await rotateIn(copy));
    const after = await serviceIn(copy);
    expect(versionOf(after.app.deps.keys)).toBeGreaterThanOrEqual(Math.max(2, version));
    expect((await verifyLog(after.db)).faults).toEqual([]);
    expect((await after.db.values("SELECT count(*) FROM records")).flat()).toEqual([
      COUNT + 1 + more.length,
    ]);
    expect(await after.db.values("SELECT mask FROM cases ORDER BY id")).toEqual(
      said.map(([mask]) => [mask]),
    );
    const left2 = await after.db.values("SELECT name FROM sqlite_master WHERE name LIKE 'rekey%'");
    expect([left2, readdirSync(copy).filter((name) => name.includes("next"))]).toEqual([[], []]);
    await after.db.close();
  }
  expect(kills).toBeGreaterThan(12 / STEP);
});

test("no former name is left in the database file or its WAL, and the key files are for the service's user alone", async () => {
  const { folder } = await aSeenFolder(true);
  const before = await serviceIn(folder);
  const names = await caseKeysIn(before);
  await before.db.close();
  await rotateIn(folder);
  const service = await serviceIn(folder);
  await service.token("青屿区");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of files) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path).toString("latin1");
    expect([name, names.filter((each) => text.includes(each))]).toEqual([name, []]);
    if (/\.secret$|\.db(-|$)/.test(name))
      expect([name, statSync(path).mode & 0o777]).toEqual([name, 0o600]);
  }
  expect(files).toContain("case-keys.secret");
});

test("a backup from before a rotation is refused by its key version, comes up to today's keys, and after the former keys are destroyed is refused for good", async () => {
  const { folder } = await aSeenFolder(false);
  const old = join(folder, "..", "old.db");
  const before = await serviceIn(folder);
  await backup(before.db, old);
  const names = await caseKeysIn(before);
  await before.db.close();
  await rotateIn(folder);
  const again = (): Promise<unknown> =>
    restore(old, urlIn(folder), { replace: true, now: Math.floor(Math.random() * 1e12) });
  await again();
  await expect(serviceIn(folder)).rejects.toThrow(
    /第 1 版.*第 2 版.*version 1.*version 2.*rotate/s,
  );
  expect(await rotateIn(folder)).toBe("restored");
  const up = await serviceIn(folder);
  const { keys } = up.app.deps;
  expect([versionOf(keys), await caseKeysIn(up)]).toEqual([
    2,
    names.map((name) => namesToday(keys, name)[1]),
  ]);
  await up.db.close();
  await again();
  expect(forgetFormer(folder)).toBe(1);
  await expect(serviceIn(folder)).rejects.toThrow(/version 1, which the key files \(version 2\)/);
  await expect(rotateIn(folder)).rejects.toThrow(/version 1/);
});

test("key files that are older than the database, or another's, are refused by the key version", async () => {
  const { folder } = await aSeenFolder(false);
  const older = copyOf(folder);
  await rotateIn(folder);
  const mixed = copyOf(folder);
  const { writeAddedKeys, addedKeys } = await import("../../../service/key-files.ts");
  writeAddedKeys(mixed, addedKeys(older) ?? {});
  await expect(serviceIn(mixed)).rejects.toThrow(/第 2 版.*version 2/s);
  const foreign = copyOf(folder);
  writeAddedKeys(foreign, {
    links: [],
    store: { cipher: "sm4", secret: randomBytes(32) },
    former: [],
  });
  await expect(serviceIn(foreign)).rejects.toThrow(/version 2/);
});

test("a service whose database was given other keys meanwhile, by another machine, stops before it stores more", async () => {
  const { folder } = await aSeenFolder(false);
  const events: string[] = [];
  const running = serve(configFrom({ SHIXIAN_DATA: folder, PORT: "0" }), {
    signal: new AbortController().signal,
    keysEvery: 50,
    print: ({ event }) => {
      events.push(event);
      if (event !== "listening") return;
      const other = openDatabase(urlIn(folder));
      void other
        .write([{ sql: "INSERT INTO case_keys(version, mark, at) VALUES(2, 'other', 0)" }])
        .then(() => other.close());
    },
  });
  await running;
  expect(events).toContain("case-keys-changed");
});

test("a rotation to another hash is not begun while one is half done", async () => {
  const { folder } = await aSeenFolder(true);
  let left = 5;
  await expect(rotateIn(folder, { crash: () => --left === 0 })).rejects.toThrow("killed");
  await expect(rotateIn(folder, { hash: "sm3" })).rejects.toThrow(/--hash/);
  expect(await rotateIn(folder)).toBe("resumed");
  expect(linksOf(keysIn(folder, randomBytes)).map(({ hash }) => hash)).toEqual([
    "sha256",
    "sha256",
  ]);
});
