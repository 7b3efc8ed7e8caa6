import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "#shared/case/observation.ts";
import { houseRules } from "#shared/limit/house-rules-schema.ts";
import { rulesOf } from "#shared/limit/house-rules.ts";
import { national } from "#shared/limit/rules/national.ts";
import { day } from "#shared/time/day.ts";
import { DatabaseError } from "../../../service/db/database.ts";
import { calendarFile, regimeFile } from "../../../service/rules/rule-file.ts";
import { addRuleFile, ruleFiles } from "../../../service/rules/rule-files.ts";
import { chooseRegime } from "../../../service/rules/rule-source.ts";
import { type AService, aFolder, aKey, aLook, aService, aSight } from "../a-service.ts";

/** Invented, in the shape of the State Council's: New Year's Day 2027 is a Friday. */
const year2027 = (over: object = {}) => ({
  year: 2027,
  notices: [
    {
      title: "国务院办公厅关于2027年部分节假日安排的通知",
      number: "国办发明电〔2026〕99号",
      published: "2026-11-10",
      address: "https://www.gov.cn/zhengce/2027.htm",
      off: [["元旦", "2027-01-01", "2027-01-03"]],
      makeUp: [],
      ...over,
    },
  ],
});
const text = (value: unknown): string => JSON.stringify(value);
const by = (now: number) => ({ now, by: "赵" });
const facts = (over: CaseFacts = {}): CaseFacts => ({
  acceptedAt: "2026-12-28",
  promisedLimit: { amount: 5, unit: "workday" },
  department: "住建局",
  ...over,
});

async function aCounty(): Promise<{ service: AService; auditor: string; device: string }> {
  const service = await aService();
  service.at("2026-12-29T10:00:00+08:00");
  const device = await service.device("青屿区/政务大厅");
  const at = { at: service.now(), lastAt: service.now() };
  await device.send([
    aLook(1, at),
    aSight(2, 1, facts(), at),
    aSight(3, 2, facts({ acceptedAt: "2026-12-21" }), at),
    aSight(4, 3, facts({ acceptedAt: "2026-11-02", closedAt: "2026-11-09" }), at),
  ]);
  return { service, auditor: await service.token("青屿区"), device: device.token };
}
const json = async (service: AService, path: string, token: string) => {
  const response = await service.request(path, { token });
  return (await response.json()) as Record<string, unknown>;
};
const verdictOf = async (service: AService, n: number, token: string) => {
  const { case: found } = await json(service, `/v1/cases/${aKey(n)}`, token);
  return (found as { verdict: { due: string | null; kind: string; range?: object } }).verdict;
};

describe("a notice that an office imports", () => {
  test("gives an open case its date; reports name the new calendar; both values can be read", async () => {
    const { service, auditor } = await aCounty();
    expect(await verdictOf(service, 1, auditor)).toMatchObject({
      due: null,
      range: { earliest: expect.stringMatching(/^2027-01-/) },
    });
    const report = "/v1/reports/delays-by-department";
    expect(await json(service, report, auditor)).toMatchObject({
      versions: { calendar: "cn@2025-11-04" },
    });

    const { file } = await addRuleFile(
      service.db,
      calendarFile(text(year2027())),
      by(service.now()),
    );
    expect(await verdictOf(service, 1, auditor)).toMatchObject({ due: "2027-01-05" });
    const { versions } = await json(service, report, auditor);
    expect(versions).toMatchObject({
      regime: "national@2026-11-22",
      calendar: expect.stringMatching(/^cn@2026-11-10\+[0-9a-f]{8}$/),
    });
    const changes = await json(service, `/v1/calendar/changes?file=${file.id}`, auditor);
    expect(changes).toMatchObject({
      before: { calendar: "cn@2025-11-04" },
      files: [{ kind: "year", name: "2027", importedBy: "赵" }],
      cases: [
        {
          case: { key: aKey(1) },
          open: true,
          before: { due: null, range: {} },
          after: { due: "2027-01-05" },
        },
      ],
    });
  });

  test("a corrected file stands in the place of the first, and both are kept", async () => {
    const { service, auditor } = await aCounty();
    const first = await addRuleFile(service.db, calendarFile(text(year2027())), by(1));
    const again = await addRuleFile(service.db, calendarFile(text(year2027())), by(2));
    expect(again).toMatchObject({ fresh: false, file: { id: first.file.id } });
    const before = await json(service, "/v1/reports/overview", auditor);
    const mended = year2027({ off: [["元旦", "2027-01-01", "2027-01-04"]] });
    await addRuleFile(service.db, calendarFile(text(mended)), by(3));
    expect(await verdictOf(service, 1, auditor)).toMatchObject({ due: "2027-01-06" });
    const after = await json(service, "/v1/reports/overview", auditor);
    // the same day of publication, and yet another calendar
    expect(after.versions).not.toEqual(before.versions);
    expect((await ruleFiles(service.db)).map(({ importedAt }) => importedAt)).toEqual([1, 3]);
    for (const sql of ["DELETE FROM rule_files", "UPDATE rule_files SET body = ''"])
      await expect(service.db.write([{ sql }])).rejects.toThrow(DatabaseError);
  });

  test("an amending notice of a year that ships is laid over it and removes nothing", async () => {
    const { service, auditor } = await aCounty();
    const amending = {
      year: 2026,
      notices: [
        {
          title: "国务院办公厅关于调整2026年元旦后放假安排的通知",
          published: "2026-12-25",
          address: "https://www.gov.cn/zhengce/amend.htm",
          off: [["临时放假", "2026-12-22", "2026-12-22"]],
          makeUp: [],
        },
      ],
    };
    expect(await verdictOf(service, 2, auditor)).toMatchObject({ due: "2026-12-28" });
    await addRuleFile(service.db, calendarFile(text(amending)), by(1));
    expect(await verdictOf(service, 2, auditor)).toMatchObject({ due: "2026-12-29" });
    const { files } = await json(service, "/v1/calendar/changes", auditor);
    expect(files).toHaveLength(1);
  });

  test("a year that leaves a gap is refused: every earlier date would be lost", async () => {
    const { db } = await aService();
    const far = year2027({ off: [], makeUp: [] });
    await expect(
      addRuleFile(db, calendarFile(text({ ...far, year: 2029 })), by(1)),
    ).rejects.toThrow(/不相连/);
    await addRuleFile(db, calendarFile(text(far)), by(1));
    await addRuleFile(db, calendarFile(text({ ...far, year: 2028 })), by(1));
    expect(await ruleFiles(db)).toHaveLength(2);
  });

  test.each<[string, RegExp]>([
    ["{", /JSON/],
    ["[]", /expected object/],
    [text({ year: 2027, notices: [] }), /notices/],
    [text(year2027({ makeUp: [["元旦", "2027-01-04"]] })), /no rest day/],
    [text({ id: "Guangxi!", name: "广西", years: [year2027()] }), /id/],
  ])("%s is refused with the place of the fault", (bad, said) => {
    expect(() => calendarFile(bad)).toThrow(said);
  });
});

describe("a rule set that an office makes by copying one", () => {
  const own = (over: object = {}) =>
    text({
      ...national,
      id: "qingyu",
      version: "2026-12-01",
      name: { "zh-CN": "青屿区规则", en: "Rules of Qingyu" },
      warn: { kind: "workdays-left", n: 5 },
      ...over,
    });

  test("an earlier warning changes verdicts, and reports name the rule set", async () => {
    const { service, auditor } = await aCounty();
    await addRuleFile(service.db, calendarFile(text(year2027())), by(1));
    await addRuleFile(service.db, regimeFile(own()), by(1));
    expect(await verdictOf(service, 1, auditor)).toMatchObject({ kind: "on-time" });
    const choice = { regime: "qingyu", unit: null, now: 2, by: "赵" };
    expect(await chooseRegime(service.db, choice)).toBe("qingyu@2026-12-01");
    expect(await verdictOf(service, 1, auditor)).toMatchObject({
      kind: "due-soon",
      regime: "qingyu@2026-12-01",
    });
    expect(await json(service, "/v1/reports/delays-by-department", auditor)).toMatchObject({
      versions: { regime: "qingyu@2026-12-01" },
    });
    // a later version under the same name holds from then on
    const milder = own({ version: "2026-12-02", warn: { kind: "never" } });
    const { file } = await addRuleFile(service.db, regimeFile(milder), by(3));
    expect(await verdictOf(service, 1, auditor)).toMatchObject({
      kind: "on-time",
      regime: "qingyu@2026-12-02",
    });
    expect(await json(service, `/v1/calendar/changes?file=${file.id}`, auditor)).toMatchObject({
      before: { regime: "qingyu@2026-12-01" },
      cases: [{ before: { kind: "due-soon" }, after: { kind: "on-time" } }],
    });
  });

  test("one organisation's choice holds for it and below, and for nobody else", async () => {
    const { service, auditor } = await aCounty();
    await addRuleFile(service.db, regimeFile(own()), by(1));
    const other = await service.token("临川区");
    const [unit] = await service.db.values("SELECT id FROM units WHERE name = '青屿区'");
    await chooseRegime(service.db, { regime: "qingyu", unit: Number(unit?.[0]), now: 2, by: "赵" });
    const regimeFor = async (token: string, query = "") =>
      ((await json(service, `/v1/reports/overview${query}`, token)).versions as { regime: string })
        .regime;
    expect(await regimeFor(auditor)).toBe("qingyu@2026-12-01");
    expect(await regimeFor(auditor, `?unit=${encodeURIComponent("青屿区/政务大厅")}`)).toBe(
      "qingyu@2026-12-01",
    );
    expect(await regimeFor(other)).toBe("national@2026-11-22");
  });

  test.each<[object, RegExp]>([
    [{ id: "national" }, /内置规则/],
    [{ calendar: { id: "cn", overlays: ["nowhere"] } }, /日历/],
    [{ calendar: { id: "mars", overlays: [] } }, /日历/],
  ])("%j cannot be imported", async (over, said) => {
    const { db } = await aService();
    await expect(addRuleFile(db, regimeFile(own(over)), by(1))).rejects.toThrow(said);
    expect(await ruleFiles(db)).toEqual([]);
  });

  test("one name and version is one content", async () => {
    const { db } = await aService();
    await addRuleFile(db, regimeFile(own()), by(1));
    await expect(addRuleFile(db, regimeFile(own({ startDayCounts: true })), by(1))).rejects.toThrow(
      /version/,
    );
  });

  test("a rule set that is not there cannot be chosen, and an unknown field is refused", async () => {
    const { db } = await aService();
    const choice = { regime: "nowhere", unit: null, now: 1, by: "赵" };
    await expect(chooseRegime(db, choice)).rejects.toThrow(RangeError);
    expect(() => regimeFile(own({ lateAfter: 3 }))).toThrow(/lateAfter/);
  });
});

test("a page judges by what the service tells it exactly as the service does", async () => {
  const { service, auditor, device } = await aCounty();
  const answer = await json(service, "/v1/calendar", device);
  expect(answer).toEqual({ calendar: "2025-11-04", years: [], overlays: [], regime: null });
  await addRuleFile(service.db, calendarFile(text(year2027())), by(1));
  const regional = {
    id: "qingyu",
    name: "青屿区",
    years: [year2027(), { ...year2027(), year: 2026 }],
  };
  regional.years[0] = year2027({ off: [["开渔节", "2027-01-05", "2027-01-05"]] });
  regional.years[1] = {
    year: 2026,
    notices: year2027({ off: [], makeUp: [] }).notices,
  };
  await addRuleFile(service.db, calendarFile(text(regional)), by(1));
  const rules = { ...national, id: "qingyu", calendar: { id: "cn", overlays: ["qingyu"] } };
  await addRuleFile(service.db, regimeFile(text(rules)), by(1));
  await chooseRegime(service.db, { regime: "qingyu", unit: null, now: 2, by: "赵" });
  const told = houseRules.parse(await json(service, "/v1/calendar", device));
  const { regime, calendar } = rulesOf(told);
  const { versions } = await json(service, "/v1/reports/overview", auditor);
  expect(versions).toMatchObject({
    regime: `${regime.id}@${regime.version}`,
    calendar: `cn+qingyu@${calendar.version}`,
  });
  expect(await verdictOf(service, 1, auditor)).toMatchObject({ due: "2027-01-06" });
  expect(calendar.kind(day("2027-01-05"))).toMatchObject({ kind: "holiday", name: "开渔节" });
});

describe("on the command line", () => {
  const CLI = fileURLToPath(new URL("../../../service/cli.ts", import.meta.url));
  const shixian = (folder: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      env: { PATH: process.env.PATH, SHIXIAN_DATA: folder },
      timeout: 30_000,
    });
    return { status, out: stdout.toString(), err: stderr.toString() };
  };
  const fileIn = (folder: string, name: string, value: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, text(value));
    return path;
  };

  test("a year is imported, shown with who and when, and lists what it changed", () => {
    const folder = aFolder();
    const ledger = join(folder, "台账.csv");
    writeFileSync(
      ledger,
      "办件编号,承办部门,受理时间,承诺时限,办件状态\nQY-2026-0099,住建局,2026-11-20,40个工作日,在办\n",
    );
    expect(shixian(folder, "import", ledger, "--yes")).toMatchObject({ status: 0 });
    const path = fileIn(folder, "2027.json", year2027());
    const done = shixian(folder, "calendar", "import", path, "--by", "赵");
    expect(done).toMatchObject({ status: 0, err: "" });
    expect(done.out).toMatch(/cn@2026-11-10\+[0-9a-f]{8}/);
    expect(done.out).toMatch(/1 open and 0 closed/);
    expect(done.out).toMatch(/0099 .*2027-01-\d\d….* → 2027-01-\d\d /);
    expect(shixian(folder, "calendar", "import", path).out).toMatch(/未重复导入/);
    const shown = shixian(folder, "calendar", "show");
    expect(shown.out).toMatch(/2013-01-01 – 2027-12-28/);
    expect(shown.out).toMatch(/2027 .*国办发明电〔2026〕99号 .*导入 imported .* 赵/);
    expect(shixian(folder, "calendar", "show", "2027").out).toMatch(
      /2027-01-01 – 2027-01-03 {2}元旦/,
    );
  }, 120_000);

  test("a rule set is shown, copied, imported, chosen and listed", () => {
    const folder = aFolder();
    const copy = JSON.parse(shixian(folder, "regime", "show", "national").out) as object;
    const path = fileIn(folder, "own.json", { ...copy, id: "own", warn: { kind: "never" } });
    expect(shixian(folder, "regime", "import", path)).toMatchObject({ status: 0 });
    expect(shixian(folder, "regime", "use", "own").out).toMatch(/own@2026-11-22/);
    const list = shixian(folder, "regime", "list").out.split("\n");
    expect(list.find((line) => line.startsWith("*"))).toMatch(/own@2026-11-22 .*imported/);
    expect(readFileSync(path, "utf8")).toContain("own");
  }, 120_000);

  test.each<[string[], RegExp]>([
    [["calendar", "import", "nowhere.json"], /Cannot read nowhere.json/],
    [["calendar", "show", "1999"], /1999/],
    [["regime", "use", "nowhere"], /没有规则 nowhere/],
    [["regime", "use", "strict", "--unit", "没有"], /没有/],
    [["regime", "show", "nowhere"], /没有规则/],
  ])(
    "%j ends non-zero with one clear line",
    (args, said) => {
      const { status, out, err } = shixian(aFolder(), ...args);
      expect([status, out]).toEqual([1, ""]);
      expect(err).toMatch(said);
      expect(err.trim().split("\n")).toHaveLength(1);
    },
    60_000,
  );
});
