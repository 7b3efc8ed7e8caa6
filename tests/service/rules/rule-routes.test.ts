import { describe, expect, test } from "vitest";
import { REGIMES } from "#shared/limit/rules/index.ts";
import { national } from "#shared/limit/rules/national.ts";
import type { CalendarChanges } from "../../../service/routes/shapes/calendar.ts";
import type { RuleBookShape, RuleCheck } from "../../../service/routes/shapes/rules.ts";
import { type AService, aLook, aService, aSight } from "../a-service.ts";

const year2027 = {
  year: 2027,
  notices: [
    {
      title: "国务院办公厅关于2027年部分节假日安排的通知",
      published: "2026-11-10",
      address: "https://www.gov.cn/zhengce/2027.htm",
      off: [["元旦", "2027-01-01", "2027-01-03"]],
      makeUp: [],
    },
  ],
};
const own = {
  ...national,
  id: "qingyu",
  version: "2026-11-22",
  name: { "zh-CN": "青屿区规则", en: "Rules of Qingyu" },
};
const file = (kind: "calendar" | "regime", content: unknown, lang?: string) => ({
  kind,
  text: JSON.stringify(content),
  ...(lang !== undefined && { lang }),
});

async function twoCounties() {
  const service = await aService();
  service.at("2026-12-29T10:00:00+08:00");
  const device = await service.device("省/东县");
  const at = { at: service.now(), lastAt: service.now() };
  const facts = {
    acceptedAt: "2026-12-28",
    promisedLimit: { amount: 5, unit: "workday" as const },
  };
  await device.send([aLook(1, at), aSight(2, 1, facts, at), aSight(3, 2, facts, at)]);
  await service.device("省/西县");
  return {
    service,
    east: await service.token("省/东县", "system-admin"),
    province: await service.token("省", "system-admin"),
    auditor: await service.token("省"),
  };
}
const ask = async <T>(service: AService, path: string, token: string, json?: unknown) => {
  const response = await service.request(path, { token, ...(json !== undefined && { json }) });
  return { status: response.status, body: (await response.json()) as T };
};

describe("the book of rules", () => {
  test("holds every year with its notices, every rule set, and what holds now", async () => {
    const { service, auditor, east, province } = await twoCounties();
    const { body } = await ask<RuleBookShape>(service, "/v1/rules", auditor);
    expect(body.now).toMatchObject({ from: "2013-01-01", to: "2026-12-31" });
    expect(body.regimes.map(({ content }) => content.id)).toEqual(REGIMES.map(({ id }) => id));
    expect(body.years.at(-1)?.content.notices[0]?.number).toBe("国办发明电〔2025〕7号");
    expect([body.imports, body.files]).toEqual(["none", []]);
    const mayImport = async (token: string) =>
      (await ask<RuleBookShape>(service, "/v1/rules", token)).body.imports;
    expect([await mayImport(east), await mayImport(province)]).toEqual(["new", "all"]);
  });

  test("a year that is imported stands with who brought it, and its changes are counted and listed", async () => {
    const { service, auditor, province } = await twoCounties();
    const done = await ask<{ id: number }>(
      service,
      "/v1/rules/files",
      province,
      file("calendar", year2027),
    );
    expect(done).toMatchObject({ status: 200, body: { kind: "year", name: "2027", fresh: true } });
    const again = await ask(service, "/v1/rules/files", province, file("calendar", year2027));
    expect(again.body).toMatchObject({ fresh: false, id: done.body.id });
    const { body } = await ask<RuleBookShape>(service, "/v1/rules", auditor);
    expect(body.years.at(-1)).toMatchObject({
      content: { year: 2027 },
      imported: { file: done.body.id, versions: 1 },
    });
    const changes = await ask<CalendarChanges>(
      service,
      `/v1/calendar/changes?file=${done.body.id}&most=1`,
      auditor,
    );
    expect(changes.body).toMatchObject({ judged: 2, changed: { open: 2, closed: 0 } });
    expect(changes.body.cases).toHaveLength(1);
    expect(changes.body.cases[0]).toMatchObject({
      before: { due: null },
      after: { due: "2027-01-05" },
    });
  });

  test("a corrected file of the same year replaces it, and both are told", async () => {
    const { service, province } = await twoCounties();
    await ask(service, "/v1/rules/files", province, file("calendar", year2027));
    const [notice] = year2027.notices;
    const mended = {
      year: 2027,
      notices: [{ ...notice, off: [["元旦", "2027-01-01", "2027-01-04"]] }],
    };
    await ask(service, "/v1/rules/files", province, file("calendar", mended));
    const { body } = await ask<RuleBookShape>(service, "/v1/rules", province);
    expect(body.files.map(({ replaced }) => replaced)).toEqual([false, true]);
    expect(body.years.at(-1)?.imported?.versions).toBe(2);
  });
});

describe("what concerns everybody is for whoever looks after everybody", () => {
  test("a county may bring a rule set under a new name, and neither a year nor another version", async () => {
    const { service, east, province } = await twoCounties();
    const post = async (token: string, body: unknown) =>
      (await ask<{ code?: string }>(service, "/v1/rules/files", token, body)).body;
    expect(await post(east, file("calendar", year2027))).toMatchObject({ code: "not-for-all" });
    expect(await post(east, file("regime", own))).toMatchObject({ fresh: true, name: "qingyu" });
    const next = { ...own, version: "2026-11-23", startDayCounts: true };
    expect(await post(east, file("regime", next))).toMatchObject({ code: "not-for-all" });
    expect(await post(province, file("regime", next))).toMatchObject({ fresh: true });
  });

  test("a unit's rule set is chosen within the own subtree only", async () => {
    const { service, east, auditor } = await twoCounties();
    const { body: list } = await ask<{ units: { id: number; path: string }[] }>(
      service,
      "/v1/units",
      auditor,
    );
    const idOf = (path: string): number => list.units.find((unit) => unit.path === path)?.id ?? 0;
    const choose = (path: string, regime: string) =>
      ask<{ code?: string }>(service, "/v1/rules/choices", east, { unit: idOf(path), regime });
    expect((await choose("省/西县", "strict")).body.code).toBe("unknown-unit");
    expect((await choose("省/东县", "nowhere")).body.code).toBe("unknown-regime");
    expect((await choose("省/东县", "strict")).body).toMatchObject({ regime: "strict@2026-11-22" });
    const { body } = await ask<RuleBookShape>(service, "/v1/rules", east);
    expect(body.now.regime).toBe("strict@2026-11-22");
    expect(body.choices).toMatchObject([{ unit: { path: "省/东县" }, regime: "strict" }]);
  });
});

describe("a file is checked while it is written", () => {
  test.each<[string, unknown, string, RegExp, RegExp]>([
    ["calendar", { year: 2027, notices: [] }, "notices", /数值过小|过少|至少|>=/, /Too small/],
    ["regime", { ...own, boundary: "late" }, "boundary", /无效选项/, /Invalid option/],
    ["regime", { ...own, zone: "Mars" }, "zone", /^不是有效的时区名称。$/, /^not a time zone$/],
    ["regime", { ...own, id: "national" }, "", /内置规则/, /ships/],
    ["calendar", { ...year2027, year: 2031 }, "", /./, /./],
  ])(
    "%s %j: the fault at «%s» is told in the reader's language",
    async (kind, content, path, zh, en) => {
      const { service, province } = await twoCounties();
      const check = async (lang: string) =>
        (
          await ask<RuleCheck>(
            service,
            "/v1/rules/check",
            province,
            file(kind as "calendar", content, lang),
          )
        ).body;
      const [chinese, english] = [await check("zh-CN"), await check("en")];
      const at = ({ faults }: RuleCheck) =>
        faults.find((fault) => path === "" || fault.path === path)?.message ?? "";
      expect(at(chinese)).toMatch(zh);
      expect(at(english)).toMatch(en);
      expect(at(english)).not.toMatch(/[\u4e00-\u9fff]。/);
      const { body } = await ask<RuleBookShape>(service, "/v1/rules", province);
      expect(body.files).toEqual([]);
    },
  );

  test("without fault it is told what it is, and nothing is kept", async () => {
    const { service, province } = await twoCounties();
    const { body } = await ask<RuleCheck>(
      service,
      "/v1/rules/check",
      province,
      file("regime", own),
    );
    expect(body).toMatchObject({
      faults: [],
      file: { kind: "regime", name: "qingyu", known: false },
      regime: { id: "qingyu" },
    });
    const refused = await ask<{ errors: { pointer: string }[] }>(
      service,
      "/v1/rules/files",
      province,
      file("regime", { ...own, warn: { kind: "never", n: 1 } }),
    );
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/warn" }] } });
  });
});
