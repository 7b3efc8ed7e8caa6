import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { csvParser } from "../../../service/import/csv-rows.ts";
import { planImport } from "../../../service/import/import-file.ts";
import { checkZip } from "../../../service/import/zip-guard.ts";
import { NOW, aFolder } from "../a-service.ts";

const plan = (name: string, content: string | Buffer): Promise<unknown> => {
  const path = join(aFolder(), name);
  writeFileSync(path, content);
  return planImport({ path, map: {} }, NOW);
};

/** An archive of one part, whose header may lie about its size. */
function archive(part: Buffer, declared = part.length, copies = 1): Buffer {
  const packed = deflateRawSync(part);
  const name = Buffer.from("a");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(1, 28);
  const directory = Buffer.concat(Array.from({ length: copies }, () => [entry, name]).flat());
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + 1 + packed.length, 16);
  return Buffer.concat([local, name, packed, directory, end]);
}

test("a workbook that unpacks to more than a ledger can be is refused, also when it declares a small size", () => {
  const megabytes = Buffer.alloc(64 * 1024 * 1024);
  expect(() => checkZip(archive(megabytes, 10))).not.toThrow();
  // twelve parts share the same packed bytes: 768 MB out of 64 kB
  expect(() => checkZip(archive(megabytes, 10, 12))).toThrow(/600 MB/);
}, 60_000);

test.each([
  {
    what: "a cut archive",
    name: "a.xlsx",
    content: archive(Buffer.from("x")).subarray(0, 40),
    says: /xlsx/,
  },
  {
    what: "an old .xls or an encrypted workbook",
    name: "a.xlsx",
    content: Buffer.from("d0cf11e0a1b11ae1", "hex"),
    says: /\.xls/,
  },
  {
    what: "an archive that is no workbook",
    name: "a.xlsx",
    content: archive(Buffer.from("x")),
    says: /xlsx/,
  },
  { what: "no text", name: "a.csv", content: Buffer.from("a,b\n1,\0\n"), says: /不是文本/ },
  {
    what: "a quote without an end",
    name: "a.csv",
    content: 'a,b\n1,"2\n3,4\n',
    says: /第 2 行.*line 2/s,
  },
  {
    what: "a cell without an end",
    name: "a.csv",
    content: `a,b\n1,${"x".repeat(40_000)}\n`,
    says: /第 2 行/,
  },
  {
    what: "a row of columns without an end",
    name: "a.csv",
    content: `a,b\n${",".repeat(2000)}\n`,
    says: /第 2 行/,
  },
  { what: "nothing", name: "a.csv", content: "", says: /没有数据行/ },
  { what: "a header alone", name: "a.csv", content: "办件编号,受理时间\n", says: /没有数据行/ },
])("$what is refused with a clear sentence", async ({ name, content, says }) => {
  await expect(plan(name, content)).rejects.toThrow(says);
});

test("a file that is not there is told by its code, not by a stack", async () => {
  await expect(planImport({ path: join(aFolder(), "no.csv"), map: {} }, NOW)).rejects.toThrow(
    /ENOENT/,
  );
});

test("rows are the same however the text is cut into pieces", () => {
  const text = 'a,"b ""q"" \r\nc",d\r\n\r\n1,2,3\r\n"x",,\r\n4,5,6';
  const whole = [...parse([text])];
  expect(whole.map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, "a", 'b "q" \nc', "d"],
    [4, "1", "2", "3"],
    [5, "x", "", ""],
    [6, "4", "5", "6"],
  ]);
  for (let cut = 1; cut < text.length; cut++)
    expect([...parse([text.slice(0, cut), text.slice(cut)])], `cut at ${cut}`).toEqual(whole);
});

function* parse(pieces: readonly string[]) {
  const parser = csvParser();
  for (const piece of pieces) yield* parser.push(piece);
  yield* parser.end();
}
