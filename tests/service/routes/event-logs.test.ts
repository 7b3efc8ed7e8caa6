import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { type AService, aKey, aLook, aService, aSight } from "../a-service.ts";
import { OCEL_SCHEMA } from "../sheets/ocel-schema.ts";
import { readXes, valueOf } from "../sheets/read-xes.ts";

async function aTown(): Promise<{ service: AService; token: string }> {
  const service = await aService();
  const east = await service.device("省/东县");
  const west = await service.device("省/西县");
  await east.send([
    aLook(1),
    aSight(2, 1, { department: "甲局", acceptedAt: "2026-11-02", closedAt: "2026-11-06" }),
    aSight(3, 2, { department: "乙局", acceptedAt: "2026-10-09" }),
  ]);
  await west.send([aLook(1), aSight(2, 3, { acceptedAt: "2026-11-03" })]);
  return { service, token: await service.token("省/东县") };
}

const ask = ({ service, token }: { service: AService; token: string }, query: string) =>
  service.request(`/v1/event-logs?${query}`, { token });

test("XES over HTTP is read by a reader that knows only the standard, and holds the own subtree alone", async () => {
  const answer = await ask(await aTown(), "");
  expect(answer.headers.get("content-type")).toContain("xml");
  expect(answer.headers.get("content-disposition")).toContain('filename="events.xes"');
  const traces = readXes(await answer.text()).children.filter(({ name }) => name === "trace");
  expect(traces.map((trace) => valueOf(trace, "concept:name"))).toEqual([aKey(1), aKey(2)]);
});

test("OCEL 2.0 over HTTP validates against its schema", async () => {
  const answer = await ask(await aTown(), "format=ocel");
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  expect(ajv.validate(OCEL_SCHEMA, await answer.json()), ajv.errorsText()).toBe(true);
});

test("Parquet over HTTP keeps its times typed, and a window narrows the log", async () => {
  const answer = await ask(await aTown(), "format=parquet&period=2026-11");
  const rows = await parquetReadObjects({ file: await answer.arrayBuffer() });
  expect(rows.map(({ activity, time }) => [activity, time])).toEqual([
    ["受理", new Date("2026-11-02T00:00:00+08:00")],
    ["办结", new Date("2026-11-06T00:00:00+08:00")],
  ]);
});

test("who took a log along, and of what, is on record", async () => {
  const town = await aTown();
  await (await ask(town, "format=ocel&department=甲局")).text();
  const rows = await town.service.db.values("SELECT act, detail FROM audit");
  expect(rows.filter(([act]) => act === "data.exported").map(([, detail]) => detail)).toEqual([
    JSON.stringify({ cohort: "started", department: "甲局", format: "ocel" }),
  ]);
});

test.each(["format=pdf", "unit=省/西县", "period=2026-13"])("%s is refused", async (query) => {
  expect((await ask(await aTown(), query)).status).toBeGreaterThanOrEqual(400);
});
