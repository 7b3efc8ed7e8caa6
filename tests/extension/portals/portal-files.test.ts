import { existsSync, readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PORTALS } from "../../../extension/portals/portals.ts";
import { portalFile } from "../../../shared/reading/portal-file.ts";
import { type ReaderPage, readerPage } from "../teaching/reader-page.ts";

const PAGES = new URL("../../pages/portals/", import.meta.url);
const pagesOf = (id: string): string[] =>
  existsSync(new URL(`${id}/`, PAGES))
    ? readdirSync(new URL(`${id}/`, PAGES)).filter((name) => name.endsWith(".html"))
    : [];

/** What a careful person reads off the page; `verdict` null: said elsewhere, not asked here. */
interface Expected {
  path: string;
  at: string;
  kind: string;
  columns: Record<string, string>;
  cases: {
    caseNo: string;
    acceptedAt?: string;
    closedAt?: string;
    status?: string;
    limit?: number;
    verdict: string | null;
  }[];
  unreadable: string[];
}

let reader: ReaderPage;
beforeAll(async () => void (reader = await readerPage()), 60_000);
afterAll(() => reader?.close());

test.each(PORTALS)("$id is a portal file as the schema says, and JSON", (file) => {
  expect(portalFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
});

test.each(PORTALS)("$id has two saved pages at least", ({ id }) => {
  expect(pagesOf(id).length).toBeGreaterThanOrEqual(2);
});

const saved = PORTALS.flatMap((file) =>
  pagesOf(file.id).map((name) => ({ file, name, id: file.id })),
);

test.each(saved)("$id reads $name as a person does", async ({ file, name, id }) => {
  const expected = JSON.parse(
    readFileSync(new URL(`${id}/${name.replace(/html$/, "json")}`, PAGES), "utf8"),
  ) as Expected;
  const at = Date.parse(expected.at);
  await reader.open(new URL(`${id}/${name}`, PAGES).href);
  const host = file.matches[0]?.host.replace("*.", "xzsp.") ?? "";
  const { reading, verdicts } = await reader.call("read", at, [file], host, expected.path);
  expect(reading.kind).toBe(expected.kind);
  const columns = Object.fromEntries(
    reading.columns.map(({ header, concept }) => [header, concept]),
  );
  expect(columns).toMatchObject(expected.columns);
  expect(reading.cases.map(({ caseNo }) => caseNo)).toEqual(
    expected.cases.map(({ caseNo }) => caseNo),
  );
  expected.cases.forEach((each, i) => {
    const facts = reading.cases[i]?.facts;
    expect([facts?.acceptedAt, facts?.closedAt]).toEqual([each.acceptedAt, each.closedAt]);
    if (each.status) expect(facts?.status?.kind).toBe(each.status);
    if (each.limit) expect(facts?.promisedLimit).toEqual({ amount: each.limit, unit: "workday" });
    if (each.verdict) expect(verdicts[i]).toBe(each.verdict);
  });
  expect(reading.unreadable.map(({ field }) => field)).toEqual(expected.unreadable);
  // applicants were never read
  expect(JSON.stringify(reading)).not.toMatch(/1380000000\d|钱溪汀|岚屿建设/);
});

test("without its file the first page of the ledger is not read as cases: the file is needed", async () => {
  await reader.open(new URL("dancheng-ledger/ledger.html", PAGES).href);
  const { reading } = await reader.call("read", Date.parse("2026-11-22T10:00:00+08:00"));
  expect(reading.cases).toEqual([]);
});

test("a file speaks of no other host and no other path", async () => {
  await reader.open(new URL("dancheng-ledger/ledger.html", PAGES).href);
  const at = Date.parse("2026-11-22T10:00:00+08:00");
  const read = async (host: string, path: string) =>
    (await reader.call("read", at, [...PORTALS], host, path)).reading.cases.length;
  expect(await read("xzsp.dancheng.gov.cn", "/sptz/ledger.jsp")).toBe(5);
  expect(await read("xzsp.qingyu.gov.cn", "/sptz/ledger.jsp")).toBe(0);
  expect(await read("dancheng.gov.cn.evil.example", "/sptz/ledger.jsp")).toBe(0);
  expect(await read("xzsp.dancheng.gov.cn", "/other/ledger.jsp")).toBe(0);
});
