import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "vitest";
import { ensureUnit } from "../../../service/access/units.ts";
import {
  type ImportOptions,
  type ImportResult,
  planImport,
} from "../../../service/import/import-file.ts";
import { type AService, NOW, aFolder, aService } from "../a-service.ts";

const LEDGER = [
  ["办件编号", "事项名称", "承办部门", "受理时间", "承诺时限", "办结时间", "办件状态"],
  ["QY20261001", "食品经营许可", "市场监管局", "2026-10-09", "5个工作日", "2026-10-14", "办结"],
  ["QY20261002", "食品经营许可", "市场监管局", "2026-10-12", "5个工作日", "2026-10-30", "办结"],
  ["QY20261003", "建设工程规划许可", "自然资源局", "2026-11-02", "5个工作日", "", "在办"],
  ["QY20261004", "建设工程规划许可", "自然资源局", "2026-11-19", "20个工作日", "", "在办"],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(",")}\r\n`).join("");

async function bring(
  service: AService,
  path: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const plan = await planImport({ path, map: {}, ...options }, NOW);
  return plan.into({
    db: service.db,
    log: service.app.log,
    keys: service.app.deps.keys,
    unit: (await ensureUnit(service.db, "青屿区")).id,
    now: NOW,
    random: service.app.deps.random,
    program: "0.1.0",
  });
}

const file = (name: string, content: string | Buffer): string => {
  const path = join(aFolder(), name);
  writeFileSync(path, content);
  return path;
};

/** Buckets of the overview as of a moment. */
async function overview(service: AService, asOf?: string): Promise<Record<string, number>> {
  const token = await service.token("青屿区");
  const query = asOf === undefined ? "" : `?asOf=${encodeURIComponent(asOf)}`;
  const response = await service.request(`/v1/reports/overview${query}`, { token });
  const { rows } = (await response.json()) as { rows: { cells: Record<string, number> }[] };
  const cells = rows[0]?.cells ?? {};
  const keys = ["total", "open", "closed-in-limit", "closed-late", "open-overdue", "open-in-limit"];
  return Object.fromEntries(keys.map((key) => [key, cells[key] ?? NaN]));
}

const TODAY = {
  total: 4,
  open: 2,
  "closed-in-limit": 1,
  "closed-late": 1,
  "open-overdue": 1,
  "open-in-limit": 1,
};

test("a 台账 is recognised by its words and values, without a mapping", async () => {
  const plan = await planImport({ path: file("台账.csv", csv(LEDGER)), map: {} }, NOW);
  expect(plan.mapping.events).toBe(false);
  expect(plan.mapping.columns.map(({ concept, by }) => `${concept} ${by}`)).toEqual([
    "caseNo sure",
    "item sure",
    "department sure",
    "acceptedAt sure",
    "promisedLimit sure",
    "closedAt sure",
    "status sure",
  ]);
});

test("its cases are judged like those of a page, and as of an earlier day by what was a fact then", async () => {
  const service = await aService();
  const result = await bring(service, file("台账.csv", csv(LEDGER)));
  expect(result).toMatchObject({ rows: 4, cases: 4, problems: 0, refused: {}, again: false });
  expect(await overview(service)).toEqual(TODAY);
  // the second was due on 19 October and still open on the 20th; the last two had not begun
  expect(await overview(service, "2026-10-20")).toEqual({
    total: 2,
    open: 1,
    "closed-in-limit": 1,
    "closed-late": 0,
    "open-overdue": 1,
    "open-in-limit": 0,
  });
});

test.each([
  {
    what: "GB 18030, as a Chinese Excel saves it",
    content: () => gb18030(csv(LEDGER)),
  },
  {
    what: "UTF-8 with its mark and tabs",
    content: () => Buffer.from(`\ufeff${LEDGER.map((row) => row.join("\t")).join("\n")}`),
  },
  {
    what: "UTF-16 with quotes and line breaks in cells",
    content: () =>
      Buffer.from(
        `\ufeff${csv(LEDGER.map((row, i) => (i === 1 ? row.with(1, '"食品""经营""\n许可"') : row)))}`,
        "utf16le",
      ),
  },
])("a CSV in $what is read", async ({ content }) => {
  const service = await aService();
  await bring(service, file("台账.csv", content()));
  expect(await overview(service)).toEqual(TODAY);
});

test("a workbook with a title above, typed dates and an empty row is read", async () => {
  const cell = (text: string) =>
    /^\d{4}-/.test(text)
      ? { value: new Date(`${text}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
      : { value: text, type: String };
  const rows = [
    [{ value: "青屿区2026年办件台账", type: String }],
    [],
    ...LEDGER.map((row) => row.map(cell)),
  ];
  const path = join(aFolder(), "台账.xlsx");
  await writeXlsxFile(rows as unknown as Parameters<typeof writeXlsxFile>[0]).toFile(path);
  const service = await aService();
  await bring(service, path);
  expect(await overview(service)).toEqual(TODAY);
});

test("a bad row is told by its line and costs nobody else", async () => {
  const rows = [
    ...LEDGER,
    ["", "食品经营许可", "市场监管局", "2026-11-02", "5个工作日", "", "在办"],
    ["QY20261005", "食品经营许可", "市场监管局", "某日", "5个工作日", "", "在办"],
    ["QY20261001", "食品经营许可", "市场监管局", "2026-10-10", "5个工作日", "2026-10-14", "办结"],
  ];
  const service = await aService();
  const result = await bring(service, file("台账.csv", csv(rows)));
  expect(result.shown).toEqual([
    { line: 6, code: "no-case-number" },
    { line: 7, field: "acceptedAt", code: "not-a-date" },
    { line: 8, code: "contradicts" },
  ]);
  expect(await overview(service)).toEqual({ ...TODAY, total: 5, open: 3 });
});

test("the same file again changes nothing; a newer one under the same name goes on with the same cases", async () => {
  const service = await aService();
  const path = file("台账.csv", csv(LEDGER));
  const first = await bring(service, path);
  const again = await bring(service, path);
  expect(again).toMatchObject({ accepted: 0, known: first.records, again: true });
  const newer = LEDGER.map((row, i) => (i === 3 ? row.with(5, "2026-11-18").with(6, "办结") : row));
  await bring(service, file("台账.csv", csv(newer)));
  expect(await overview(service)).toEqual({
    ...TODAY,
    open: 1,
    "closed-late": 2,
    "open-overdue": 0,
  });
});

test("a column that the person names is taken as named, and the case number itself is stored nowhere", async () => {
  const rows = LEDGER.map((row, i) => (i === 0 ? row.with(0, "自编码") : row));
  const service = await aService();
  await bring(service, file("台账.csv", csv(rows)), { map: { caseNo: "自编码" } });
  expect(await overview(service)).toEqual(TODAY);
  const stored = await service.db.values("SELECT group_concat(body) FROM records");
  expect(String(stored[0]?.[0])).not.toContain("QY20261");
});

test("a telephone number in a cell is left out, and its case is kept", async () => {
  const rows = LEDGER.map((row, i) => (i === 1 ? row.with(2, "市场监管局 13812345678") : row));
  const service = await aService();
  const result = await bring(service, file("台账.csv", csv(rows)), {
    map: { department: "承办部门" },
  });
  expect(result.refused).toEqual({});
  const stored = await service.db.values("SELECT group_concat(body) FROM records");
  expect(String(stored[0]?.[0])).not.toContain("13812345678");
  expect(await overview(service)).toEqual(TODAY);
});

test.each([
  { what: "an unknown meaning", map: { nonsense: "受理时间" }, says: /nonsense/ },
  { what: "a header that is not there", map: { due: "没有这列" }, says: /没有这列.*办件编号/s },
])("$what is refused with what there is instead", async ({ map, says }) => {
  const path = file("台账.csv", csv(LEDGER));
  await expect(planImport({ path, map: map as Record<string, string> }, NOW)).rejects.toThrow(says);
});

test("without --yes nothing is stored: the mapping is shown and the command fails", () => {
  const folder = aFolder();
  const path = file("台账.csv", csv(LEDGER));
  const cli = new URL("../../../service/cli.ts", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "import", path], {
    env: { ...process.env, DATABASE_URL: `file:${folder}/x.db`, SHIXIAN_DATA: folder },
    input: "",
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(/acceptedAt\s+= 受理时间/);
  expect(stderr).toContain("--yes");
}, 30_000);

/** GB 18030 from its decoder: Node can read it and not write it. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++)
      if (b !== 0x7f) codes.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return Buffer.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (codes.get(c) ?? []))),
  );
}

test("shixian import tells each column, those that are left out too, and stores nothing before it is accepted", () => {
  const path = file(
    "log.csv",
    [
      "Case ID,Activity,Start Timestamp,Resource,Variant,申请人",
      "A-1,Register,2011-10-11T13:42:22.688+02:00,560462,v1,赵溪汀",
      "A-1,Assess,2011-10-12T08:00:00.000+02:00,560462,v1,赵溪汀",
      "A-2,Register,2011-10-12T13:42:22.688+02:00,560463,v1,孙竹溪",
    ].join("\n"),
  );
  const cli = new URL("../../../service/cli.ts", import.meta.url).pathname;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, "import", path, ...args], {
      encoding: "utf8",
      env: { ...process.env, SHIXIAN_DATA: aFolder(), DATABASE_URL: "" },
    });
  const said = [
    ["--map", "caseNo=Case ID"],
    ["--map", "step=Activity"],
    ["--map", "enteredAt=Start Timestamp"],
    ["--map", "other=Resource"],
    ["--map", "other=Variant"],
  ].flat();
  const asked = run(...said);
  expect([asked.status, asked.stdout]).toEqual([
    1,
    expect.stringMatching(
      /事件日志[^]*– += Resource {2}\[不采用[^]*– += Variant {2}\[不采用[^]*申请人 {2}\[个人信息/,
    ),
  ]);
  expect(asked.stdout + asked.stderr).not.toContain("赵溪汀");
  const done = run(...said, "--yes");
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining("已读 3 行，2 件")]);
});
