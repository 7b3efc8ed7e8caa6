import { createReadStream } from "node:fs";
import { ImportRefused } from "./refused.ts";
import { LIMITS, type SheetRow } from "./sheet-row.ts";

/** Rows of a CSV file (RFC 4180, with the separators and encodings that Excel writes), read in pieces. @throws ImportRefused */
export async function* csvRows(path: string): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder(await encodingOf(path));
  const parser = csvParser();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text.includes("\0")) throw notText();
    yield* parser.push(text);
  }
  yield* parser.push(decoder.decode());
  yield* parser.end();
}

const notText = (): ImportRefused =>
  new ImportRefused("文件不是文本，无法按 CSV 读取。", "The file is not text and is no CSV.");

/** By its mark, else UTF-8 where the whole file is UTF-8, else GB 18030: what a Chinese Excel saves as CSV. */
async function encodingOf(path: string): Promise<string> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = chunk as Buffer;
    if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
    if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
    first = false;
    try {
      strict.decode(bytes, { stream: true });
    } catch {
      return "gb18030";
    }
  }
  try {
    strict.decode();
  } catch {
    return "gb18030";
  }
  return "utf-8";
}

/** Takes text in any pieces and gives the rows that are complete. */
export function csvParser(): {
  push(text: string): Generator<SheetRow>;
  end(): Generator<SheetRow>;
} {
  let separator = "";
  let held = "";
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  let afterQuote = false;
  let [line, begun] = [1, 1];

  function closeCell(): void {
    row.push(cell);
    cell = "";
    afterQuote = false;
    if (row.length > LIMITS.columns)
      throw new ImportRefused(
        `第 ${begun} 行超过 ${LIMITS.columns} 列，文件未导入。`,
        `Line ${begun} has more than ${LIMITS.columns} columns; nothing was imported.`,
      );
  }

  function* take(text: string): Generator<SheetRow> {
    for (let i = 0; i < text.length; i++) {
      const c = text[i] ?? "";
      if (quoted) {
        if (c === '"') {
          quoted = false;
          afterQuote = true;
        } else {
          cell += c;
          if (c === "\n") line++;
        }
      } else if (c === '"' && afterQuote) {
        cell += '"';
        quoted = true;
        afterQuote = false;
      } else if (c === '"' && cell === "") quoted = true;
      else if (c === separator) closeCell();
      else if (c === "\n") {
        closeCell();
        if (row.length > 1 || row[0] !== "") yield { line: begun, cells: row };
        row = [];
        begun = ++line;
      } else cell += c;
      if (cell.length > LIMITS.cell)
        throw new ImportRefused(
          `第 ${begun} 行有超过 ${LIMITS.cell} 字的单元格，可能缺少引号，文件未导入。`,
          `Line ${begun} has a cell of more than ${LIMITS.cell} characters, perhaps for want of a quote; nothing was imported.`,
        );
    }
  }

  return {
    *push(text) {
      let fresh = held + text;
      held = "";
      // a carriage return may belong to a line feed that comes with the next piece
      if (fresh.endsWith("\r")) {
        held = "\r";
        fresh = fresh.slice(0, -1);
      }
      fresh = fresh.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
      if (separator === "") {
        if (!fresh.includes("\n") && fresh.length < 65_536) {
          held = fresh + held;
          return;
        }
        separator = separatorOf(fresh);
      }
      yield* take(fresh);
    },
    *end() {
      if (separator === "") separator = separatorOf(held);
      yield* take(`${held.replace(/\r\n?/g, "\n").replace(/\n$/, "")}`);
      held = "";
      if (quoted)
        throw new ImportRefused(
          `第 ${begun} 行的引号没有结束，文件未导入。`,
          `The quote that begins on line ${begun} never ends; nothing was imported.`,
        );
      if (cell !== "" || row.length > 0) yield* take("\n");
    },
  };
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, 65_536).split("\n", 1)[0] ?? "";
  const plain = first.replace(/"[^"]*"/g, "");
  const count = (c: string): number => plain.split(c).length - 1;
  return [",", "\t", ";"].reduce((best, c) => (count(c) > count(best) ? c : best), ",");
}
