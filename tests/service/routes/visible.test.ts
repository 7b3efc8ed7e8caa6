import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseKeyText } from "#shared/case/case-key.ts";
import { keyedHash } from "../../../service/access/keyed-hash.ts";
import { reports } from "../../../service/reports/reports.ts";
import { aPerson } from "../a-person.ts";
import { type AService, aKey, aLook, aService, aSight } from "../a-service.ts";
import { type Headers, everybody } from "./everybody.ts";
import { MATRIX } from "./matrix.ts";
import { NOT_ASKED, VISIBLE } from "./visible.ts";

const PORTAL = "xzsp.qingyu.gov.cn";
const NUMBER = "XK-2026-000123";
const REASON = { reason: "群众反映久拖不决" };

/** What is asked of each route that is not a plain GET of its address; a route that needs a file or a provider is tried elsewhere. */
type Ask = { path?: string; json?: unknown };

interface World {
  service: AService;
  callers: Record<string, Headers>;
  raised: string;
  asks: Record<string, (letter: string) => Ask[]>;
}

/** A service in which every kind of thing is there: raised and other cases, own browsers, rules, portal files, tokens, acts. */
async function aFullService(): Promise<World> {
  const service = await aService();
  const { db } = service;
  const callers = await everybody(service, "青屿区");
  const raised = keyedHash(
    service.app.deps.keys,
    caseKeyText({ portal: PORTAL, caseNo: NUMBER }) ?? "",
  );
  const post = async (who: string, path: string, json: unknown): Promise<unknown> => {
    const response = await service.request(path, { headers: callers[who] ?? {}, json });
    if (!response.ok) throw new Error(`${who} ${path}: ${await response.text()}`);
    return response.json();
  };
  const facts = {
    item: "食品经营许可",
    itemCode: "000131012000",
    department: "市监局",
    caseKind: "承诺件",
    channel: "窗口",
    step: "审查",
    submittedAt: "2026-10-08",
    receivedAt: "2026-10-08",
    acceptedAt: "2026-10-09",
    due: "2026-11-30",
    promisedLimit: { amount: 5, unit: "workday" as const },
    statutoryLimit: { amount: 20, unit: "workday" as const },
    remaining: { amount: 3, unit: "workday" as const },
    pauses: [{ from: "2026-10-12", to: "2026-10-14", ground: "hearing" as const }],
    steps: [
      { name: "受理", department: "窗口", enteredAt: "2026-10-08", leftAt: "2026-10-09" },
      { name: "审查", enteredAt: "2026-10-09" },
    ],
  };
  const sights = (from: number): unknown[] => [
    aLook(from, { portal: PORTAL, unreadable: [{ field: "due", why: "ambiguous" }] }),
    aSight(from + 1, 1, facts, { caseKey: raised, look: from, caseMask: "…0123" }),
    aSight(
      from + 2,
      2,
      { ...facts, closedAt: "2026-10-20", deliveredAt: "2026-10-21" },
      { look: from },
    ),
    aSight(
      from + 3,
      3,
      {},
      { look: from, unreadable: [{ field: "acceptedAt", why: "ambiguous" }] },
    ),
  ];
  await post("D", "/v1/observations", { version: 1, sentAt: service.now(), records: sights(1) });
  service.at("2026-11-20T10:10:00+08:00");
  for (const [letter, role] of [
    ["V", "supervisor"],
    ["O", "observer"],
  ] as const) {
    const own = await service.device("青屿区");
    await db.write([
      {
        sql: `UPDATE devices SET name = '三号窗口', owner = (SELECT id FROM users WHERE role = ?) WHERE public_id = ?`,
        args: [role, own.id],
      },
    ]);
    const said = sights(1).map((each) => ({
      ...(each as object),
      at: service.now(),
      lastAt: service.now(),
    }));
    expect([letter, (await own.send(said)).status]).toEqual([letter, 200]);
  }
  await service.app.cases.catchUp();
  await post("A", `/v1/cases/${raised}/escalation`, REASON);
  await post("V", `/v1/cases/${raised}/number`, { number: NUMBER });
  await post("D", "/v1/portal-files", PORTAL_FILE);
  await post("S", "/v1/portal-files/decisions", { revision: 1, decision: "accept" });
  const regime = { kind: "regime", text: JSON.stringify(await ownRegime()) };
  const { job } = (await post("S", "/v1/rules/files", regime)) as { job: number | null };
  await expect
    .poll(
      async () => {
        const far = await service.request(`/v1/jobs/${job}`, { headers: callers.A ?? {} });
        return ((await far.json()) as { state: string }).state;
      },
      { timeout: 20_000 },
    )
    .toBe("done");
  const [unit] = await db.values("SELECT id FROM units WHERE parent IS NULL");
  const here = Number(unit?.[0]);
  await post("S", "/v1/rules/choices", { unit: here, regime: "qingyu" });
  await post("S", "/v1/units", { name: "临港分中心", parent: here });
  const [below] = await db.values("SELECT id FROM units WHERE name = '临港分中心'");
  await post("S", `/v1/units/${Number(below?.[0])}`, { name: "临港中心" });
  await post("E", "/v1/tokens", { name: "周报", unit: here, reports: ["overview"] });
  // somebody else: a changed account is signed out everywhere
  const { publicId: user } = await aPerson(service, "reviewer", "青屿区");
  const own = await db.values("SELECT public_id FROM devices WHERE owner IS NOT NULL ORDER BY id");
  let made = 0;
  return {
    service,
    callers,
    raised,
    asks: {
      "get /v1/reports/:id": (letter) =>
        letter === "R"
          ? [{ path: "/v1/reports/delays-by-department" }]
          : reports.map(({ id }) => ({
              path: `/v1/reports/${id}?compare=previous&from=2026-10-01&to=2026-11-20`,
            })),
      "get /v1/cases/:key": () => [
        { path: `/v1/cases/${aKey(2)}` },
        { path: `/v1/cases/${aKey(3)}` },
      ],
      "get /v1/cases/:key raised": () => [{ path: `/v1/cases/${raised}` }],
      "get /v1/jobs/:id": () => [{ path: `/v1/jobs/${job}` }],
      "get /v1/cases/:key/number": () => [{ path: `/v1/cases/${raised}/number` }],
      "get /v1/calendar/changes": () => [{ path: "/v1/calendar/changes?file=1" }],
      "post /v1/cases/lookup": () => [{ json: { number: NUMBER } }],
      "post /v1/cases/:key/escalation": () => [
        { path: `/v1/cases/${aKey(2)}/escalation`, json: REASON },
      ],
      "post /v1/cases/:key/number": () => [
        { path: `/v1/cases/${raised}/number`, json: { number: NUMBER } },
      ],
      "post /v1/observations": () => [
        {
          json: {
            version: 1,
            sentAt: service.now(),
            records: [aLook(1, { view: "x" }), aLook(90), {}],
          },
        },
      ],
      "post /v1/enrolments": () => [{ json: { unit: here } }],
      "post /v1/devices/:id": (letter) => [
        {
          path: `/v1/devices/${String(own[letter === "O" ? 1 : 0]?.[0])}`,
          json: { name: "三号窗口" },
        },
      ],
      "post /v1/users": () => [
        { json: { login: `new-${++made}`, name: "新", role: "observer", unit: here } },
      ],
      "post /v1/users/:id": () => [{ path: `/v1/users/${user}`, json: { name: "阅" } }],
      "post /v1/users/:id/link": () => [{ path: `/v1/users/${user}/link`, json: {} }],
      "post /v1/tokens": () => [{ json: { name: "月报", unit: here } }],
      "post /v1/settings": () => [{ json: {} }],
      "post /v1/units": (letter) => [{ json: { name: `窗口${letter}`, parent: here } }],
      "post /v1/units/:id": () => [
        { path: `/v1/units/${Number(below?.[0])}`, json: { name: "临港中心" } },
      ],
      "post /v1/rules/check": () => [{ json: regime }, { json: { ...regime, text: "{}" } }],
      "post /v1/rules/files": () => [{ json: regime }],
      "post /v1/rules/choices": () => [{ json: { unit: here, regime: "qingyu" } }],
      "post /v1/portal-files": () => [{ json: PORTAL_FILE }],
      "post /v1/portal-files/decisions": () => [{ json: { revision: 1, decision: "accept" } }],
      "post /v1/account/totp": () => [{ json: {} }],
    },
  };
}

const PORTAL_FILE = {
  format: 1,
  id: "taught-xzsp-1",
  version: 1,
  verifiedOn: "2026-11-20",
  matches: [{ host: PORTAL, path: "/list/*" }],
  views: [{ id: "taught", headers: ["LSH"], columns: [{ header: "LSH", concept: "caseNo" }] }],
};

async function ownRegime(): Promise<object> {
  const { national } = await import("#shared/limit/rules/national.ts");
  return { ...national, id: "qingyu", version: "2026-11-22" };
}

/** Keys of these are data, not columns: one `*` stands for all. */
const BY_DATA =
  /(^|\.)(cells|open|empty|filters|params|of|content|file|refused|schema|detail|regime)$/;
/** How a browser is called for who may not know which one it is. */
const MASKED = /^#\d+$/;

/** Paths of everything that an answer tells: what is null, empty or masked tells nothing. */
function told(value: unknown, path = ""): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((each) => told(each, path));
  if (typeof value !== "object") return MASKED.test(String(value)) ? [] : [path];
  return Object.entries(value).flatMap(([name, own]) => {
    if (BY_DATA.test(path))
      return told(own, "").length > 0 || typeof own === "number" ? [`${path}.*`] : [];
    return told(own, path === "" ? name : `${path}.${name}`);
  });
}

/** `unit.id unit.name` as `unit{id name}`. */
function brief(paths: readonly string[]): string {
  const heads = Map.groupBy(paths, (path) => path.split(".")[0] ?? "");
  return [...heads]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([head, all]) => {
      const inside = all.flatMap((path) => (path === head ? [] : [path.slice(head.length + 1)]));
      return inside.length === 0 ? head : `${head}{${brief(inside)}}`;
    })
    .join(" ");
}

test("for each route and each role: which columns are told, as written, of a service in which everything is there", async () => {
  const { service, callers, asks } = await aFullService();
  const seen: Record<string, Record<string, string>> = {};
  const unasked: string[] = [];
  const routes = Object.keys(MATRIX).flatMap((name) =>
    name === "get /v1/cases/:key" ? [name, `${name} raised`] : [name],
  );
  for (const name of routes) {
    const [method = "", address = ""] = name.split(" ");
    const allowed = MATRIX[name.replace(" raised", "")]?.split(" ") ?? [];
    const ask =
      asks[name] ?? (method === "get" && !address.includes(":") ? (): Ask[] => [{}] : undefined);
    if (allowed.includes("anyone")) continue;
    if (!ask) {
      unasked.push(name);
      continue;
    }
    const byColumn = new Map<string, string[]>();
    for (const letter of allowed) {
      const columns = new Set<string>();
      for (const { path = address, json } of ask(letter)) {
        const response = await service.request(path, {
          method: method.toUpperCase(),
          headers: callers[letter] ?? {},
          ...(json !== undefined && { json }),
        });
        if (!response.headers.get("content-type")?.includes("application/json")) continue;
        for (const column of told(await response.json())) columns.add(column);
      }
      for (const column of columns) byColumn.set(column, [...(byColumn.get(column) ?? []), letter]);
    }
    const byRoles = Map.groupBy(byColumn.keys(), (column) => byColumn.get(column)?.join(" ") ?? "");
    seen[name] = Object.fromEntries(
      [...byRoles].map(([roles, columns]) => [roles, brief(columns)]),
    );
  }
  const write = process.env.SHIXIAN_WRITE_COLUMNS;
  if (write !== undefined) writeFileSync(write, JSON.stringify(seen, null, 2));
  const what = "a column is told to other roles than tests/service/routes/visible.ts says";
  expect(seen, what).toEqual(VISIBLE);
  expect(unasked.toSorted()).toEqual(NOT_ASKED.toSorted());
});
