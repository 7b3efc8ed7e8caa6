import { inflateRawSync } from "node:zlib";
import { ImportRefused } from "./refused.ts";
import { LIMITS } from "./sheet-row.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;

const broken = (): ImportRefused =>
  new ImportRefused(
    "文件不是完好的 .xlsx（压缩包损坏或被加密）。",
    "The file is no sound .xlsx (its archive is broken or encrypted).",
  );

const tooBig = (): ImportRefused =>
  new ImportRefused(
    `文件解压后超过 ${LIMITS.unpacked / 1024 / 1024} MB，已拒绝；请另存为 CSV 后导入。`,
    `The file unpacks to more than ${LIMITS.unpacked / 1024 / 1024} MB and was refused; save it as CSV.`,
  );

/**
 * Refuses an archive that would unpack to more than a ledger can be. Each part is unpacked once under a cap, because the sizes that
 * an archive declares are the word of whoever made it. @throws ImportRefused
 */
export function checkZip(bytes: Buffer): void {
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw broken();
  const parts = bytes.readUInt16LE(end + 10);
  if (parts > LIMITS.parts) throw tooBig();
  let at = bytes.readUInt32LE(end + 16);
  let left: number = LIMITS.unpacked;
  for (let i = 0; i < parts; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken();
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (flags & 1 || local + 30 > bytes.length) throw broken();
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + packed > bytes.length) throw broken();
    left -= method === 0 ? packed : sizeOf(bytes.subarray(from, from + packed), left);
    if (left < 0) throw tooBig();
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function sizeOf(packed: Buffer, most: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw code === "ERR_BUFFER_TOO_LARGE" ? tooBig() : broken();
  }
}
