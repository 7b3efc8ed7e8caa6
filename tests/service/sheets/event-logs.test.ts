import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { judgedSet } from "../../../service/facts/judged-set.ts";
import { reportDocument } from "../../../service/reports/document.ts";
import { reportOf } from "../../../service/reports/reports.ts";
import { populationQuery } from "../../../service/reports/population.ts";
import { tracesOf } from "../../../service/sheets/case-events.ts";
import { ocelOf } from "../../../service/sheets/ocel.ts";
import { parquetOf, parquetOfEvents } from "../../../service/sheets/parquet.ts";
import { xesOf } from "../../../service/sheets/xes.ts";
import { AS_OF, aCase } from "../reports/a-world.ts";
import { OCEL_SCHEMA } from "./ocel-schema.ts";
import { readXes, valueOf } from "./read-xes.ts";

const CASES = [
  aCase(2, {
    item: `食品经营许可 <"甲"&'乙'>\n二行`,
    department: "市场监管局",
    submittedAt: "2026-11-01T21:30",
    acceptedAt: "2026-11-02",
    due: "2026-11-09",
    closedAt: "2026-11-06T10:15:30",
    status: { text: "办结", kind: "finished" },
    steps: [
      {
        name: "审查",
        enteredAt: "2026-11-02T14:00",
        leftAt: "2026-11-04T09:00",
        department: "许可科",
      },
      { name: "决定", enteredAt: "2026-11-04T09:00" },
      { name: "制证" },
    ],
    pauses: [{ from: "2026-11-03", to: "2026-11-04", ground: "hearing" }],
  }),
  aCase(1, { acceptedAt: "2026-11-10", status: { text: "在办", kind: "processing" } }),
];
const META = {
  asOf: "2026-11-20T02:00:00.000Z",
  versions: { regime: "r 1", calendar: "c 1", program: "p 1" },
};
const traces = tracesOf(CASES);
/** What the first case's page stated, in order: nothing is invented for 制证, of which no time was shown. */
const EVENTS = [
  ["提交", "complete", "2026-11-01T21:30:00+08:00", "minute"],
  ["受理", "complete", "2026-11-02T00:00:00+08:00", "day"],
  ["审查", "start", "2026-11-02T14:00:00+08:00", "minute"],
  ["计时暂停", "suspend", "2026-11-03T00:00:00+08:00", "day"],
  ["计时暂停", "resume", "2026-11-04T00:00:00+08:00", "day"],
  ["审查", "complete", "2026-11-04T09:00:00+08:00", "minute"],
  ["决定", "start", "2026-11-04T09:00:00+08:00", "minute"],
  ["办结", "complete", "2026-11-06T10:15:30+08:00", "second"],
];

test("an XES log is valid and read back by a reader that knows only the standard", () => {
  const log = readXes([...xesOf(traces, META)].join(""));
  expect(log.attributes["xes.version"]).toBe("1849.2016");
  const [other, first] = log.children.filter(({ name }) => name === "trace");
  expect(valueOf(other!, "concept:name")).toBe(CASES[1]?.key);
  expect(valueOf(first!, "shixian:item")).toBe(`食品经营许可 <"甲"&'乙'>\n二行`);
  const events = first!.children.filter(({ name }) => name === "event");
  expect(
    events.map((event) =>
      ["concept:name", "lifecycle:transition", "time:timestamp", "shixian:precision"].map((key) =>
        valueOf(event, key),
      ),
    ),
  ).toEqual(EVENTS);
  expect(valueOf(events[2]!, "org:group")).toBe("许可科");
});

test("the reader refuses what is no XES", () => {
  const text = [...xesOf(traces, META)].join("");
  expect(() => readXes(text.replace("<trace>", "<case>"))).toThrow();
  expect(() => readXes(text.replace('key="time:timestamp"', 'name="x"'))).toThrow(/without key/);
  expect(() => readXes(text.replace("2026-11-06T10:15:30+08:00", "soon"))).toThrow(/not a date/);
});

test("an OCEL 2.0 log validates, and every relation points to an object that is there", () => {
  const log = ocelOf(traces);
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  expect(ajv.validate(OCEL_SCHEMA, JSON.parse(JSON.stringify(log))), ajv.errorsText()).toBe(true);
  const ids = new Set(log.objects.map(({ id }) => id));
  expect(ids.size).toBe(log.objects.length);
  expect(new Set(log.events.map(({ id }) => id)).size).toBe(log.events.length);
  const related = [...log.events, ...log.objects].flatMap(({ relationships }) => relationships);
  expect(related.filter(({ objectId }) => !ids.has(objectId))).toEqual([]);
  const declared = new Set(log.eventTypes.map(({ name }) => name));
  expect(log.events.filter(({ type }) => !declared.has(type))).toEqual([]);
  const own = log.events.filter(({ relationships }) =>
    relationships.some(({ objectId }) => objectId === `case:${CASES[0]?.key}`),
  );
  expect(own.map(({ type, time }) => [type, time])).toEqual(
    EVENTS.map(([activity, , time]) => [activity, time]),
  );
});

test("a Parquet table of events is read back with typed times", async () => {
  const file = buffer(parquetOfEvents(traces, { asOf: META.asOf }));
  const rows = await parquetReadObjects({ file });
  expect(
    rows.slice(1).map((row) => [row.activity, row.transition, row.time, row.precision]),
  ).toEqual(
    EVENTS.map(([activity, transition, time, precision]) => [
      activity,
      transition,
      new Date(time ?? ""),
      precision,
    ]),
  );
  expect(rows[0]).toMatchObject({ case: CASES[1]?.key, item: null, activity: "受理" });
});

test("a report in Parquet keeps null where there is no figure, and its definitions", async () => {
  const document = await reportDocument({
    report: reportOf("overview")!,
    cases: judgedSet(CASES, AS_OF),
    coverage: {} as never,
    filter: populationQuery.parse({}),
    carried: {},
    params: {},
    unit: null,
    now: AS_OF,
    language: "zh-CN",
    versions: META.versions,
  });
  const file = buffer(parquetOf(document));
  const [row] = await parquetReadObjects({ file });
  expect(row).toMatchObject({ key: "all", total: 2, open: 1, onTimeRate: 1, p90: null });
  const { key_value_metadata: meta = [] } = await parquetMetadataAsync(file);
  expect(meta.find(({ key }) => key === "definition")?.value).toBe(document.definition);
});

const buffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
