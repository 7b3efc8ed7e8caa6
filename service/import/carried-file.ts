import { createHmac } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import { type Batch, batch } from "#shared/case/observation.ts";
import { type TransferHeader, transferHeader } from "#shared/case/transfer.ts";
import { verifies } from "../access/device-keys.ts";
import { sameHash } from "../access/secrets.ts";
import type { Database } from "../db/database.ts";
import { ImportRefused } from "./refused.ts";

/** A browser's whole queue of 90 days has a tenth of this. */
const MOST_BYTES = 400 * 1024 * 1024;

export interface CarriedFile {
  device: {
    id: number;
    name: string;
    unit: number;
    /** the device's clock less ours as it was last known over the network, ms */
    skew: number | null;
  };
  batches: Batch[];
  records: number;
  exportedAt: number;
}

/** Whether the file says of itself that it is an outbox carried by hand, of whatever version. */
export async function isCarried(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  // what cannot be opened is told by whoever reads it as a sheet
  if (!file) return false;
  const head = Buffer.alloc(64);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  return /^\s*\{\s*"format"\s*:\s*"shixian-outbox\//.test(head.toString("latin1"));
}

/**
 * An outbox file (`shared/case/transfer.ts`), whole and signed by a device that may still send. The same bytes are checked and used: nothing
 * is believed, and nothing can be stored, before the signature over all of them is right.
 * @throws ImportRefused
 */
export async function carriedFile(
  db: Database,
  path: string,
  /** the units whose devices may be spoken for; all when absent */
  units?: ReadonlySet<number>,
): Promise<CarriedFile> {
  if ((await stat(path)).size > MOST_BYTES)
    throw new ImportRefused(
      `文件超过 ${MOST_BYTES / 1024 / 1024} MB，不是由浏览器导出的上报文件。`,
      `The file has more than ${MOST_BYTES / 1024 / 1024} MB: no browser exports one like that.`,
    );
  const bytes = await readFile(path);
  const newline = bytes.indexOf(0x0a);
  const header = headerIn(bytes.subarray(0, newline < 0 ? bytes.length : newline).toString("utf8"));
  const body = bytes.subarray(newline < 0 ? bytes.length : newline + 1);
  const { key, ...device } = await signerOf(db, header.deviceId, units);

  if (!signedBy(key, body, header.signature)) {
    const lines = body.toString("utf8").split("\n");
    const whole = lines.length - 1;
    if (newline < 0 || whole < header.batches || lines.at(-1) !== "")
      throw new ImportRefused(
        `文件不完整：应有 ${header.batches} 批，只读到完整的 ${Math.min(whole, header.batches)} 批。请重新拷贝或重新导出。未导入任何记录。`,
        `The file is cut: of its ${header.batches} batches ${Math.min(whole, header.batches)} are whole. Copy or export it again. Nothing was imported.`,
      );
    throw new ImportRefused(
      "签名不符：文件导出后被改动，或并非由该终端导出。请重新导出。未导入任何记录。",
      "The signature is wrong: the file was changed after it was exported, or another device made it. Export it again. Nothing was imported.",
    );
  }
  const batches = body
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map(batchIn);
  const records = batches.reduce((n, each) => n + each.records.length, 0);
  return { device, batches, records, exportedAt: header.exportedAt };
}

function headerIn(line: string): TransferHeader {
  const found = transferHeader.safeParse(json(line));
  if (found.success) return found.data;
  throw new ImportRefused(
    "上报文件的首行有误，或版本不受支持（应为 shixian-outbox/1）。请用同一版本的扩展重新导出。未导入任何记录。",
    "The first line of the outbox file is damaged or of a version that is not known (shixian-outbox/1 is). Nothing was imported.",
  );
}

async function signerOf(
  db: Database,
  publicId: string,
  units: ReadonlySet<number> | undefined,
): Promise<CarriedFile["device"] & { key: SigningKey }> {
  const [row] = await db.all<{
    id: number;
    name: string;
    unit: number;
    secret_hash: string;
    public_key: string | null;
    revoked_at: number | null;
    skew: number | null;
  }>(
    "SELECT id, name, unit, secret_hash, public_key, revoked_at, skew FROM devices WHERE public_id = ?",
    [publicId],
  );
  // of a device elsewhere not even that it exists is told
  if (!row || (units && !units.has(row.unit)))
    throw new ImportRefused(
      "导出该文件的终端未在本服务登记。请确认选对了服务，或先登记终端。未导入任何记录。",
      "The device that exported this file is not enrolled at this service. Nothing was imported.",
    );
  if (row.revoked_at !== null)
    throw new ImportRefused(
      "导出该文件的终端已被停用，其文件不再接受。未导入任何记录。",
      "The device that exported this file was revoked: its files are no longer taken. Nothing was imported.",
    );
  return {
    id: row.id,
    name: row.name === "" ? publicId : row.name,
    unit: row.unit,
    skew: row.skew,
    key: { publicKey: row.public_key, secretHash: row.secret_hash },
  };
}

interface SigningKey {
  publicKey: string | null;
  secretHash: string;
}

/** A device with a key of its own signs with nothing else: what the database holds would not do. */
const signedBy = ({ publicKey, secretHash }: SigningKey, body: Buffer, signature: string) =>
  publicKey === null
    ? sameHash(createHmac("sha256", secretHash).update(body).digest("hex"), signature)
    : verifies(publicKey, body, signature);

/** Signed and still no batch: a program that is newer than this one wrote it. */
function batchIn(line: string, index: number): Batch {
  const found = batch.safeParse(json(line));
  if (found.success) return found.data;
  throw new ImportRefused(
    `第 ${index + 2} 行不是本版本可读的批次，请先升级服务。未导入任何记录。`,
    `Line ${index + 2} is no batch that this version can read: update the service first. Nothing was imported.`,
  );
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // undefined fits no schema: the caller says what was expected instead
    return undefined;
  }
}
