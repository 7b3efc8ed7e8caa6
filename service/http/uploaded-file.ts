import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { Context } from "hono";
import { Problem } from "./problem.ts";

export const MOST_UPLOADED = 128 * 1024 * 1024;

/**
 * The body as a file that only this process can read, gone when `act` is done. Never in memory as a whole: what is said of its length is
 * counted again as it comes.
 * @throws Problem `length-required`, `file-too-large`
 */
export async function withUploadedFile<T>(
  c: Context,
  act: (path: string) => Promise<T>,
): Promise<T> {
  const length = c.req.header("content-length");
  if (length === undefined) throw new Problem("length-required");
  if (!(Number(length) <= MOST_UPLOADED)) throw new Problem("file-too-large");
  const { body } = c.req.raw;
  const folder = await mkdtemp(join(tmpdir(), "shixian-upload-"));
  try {
    const path = join(folder, "file");
    await pipeline(
      body ? Readable.fromWeb(body as NodeStream) : Readable.from([]),
      counted,
      createWriteStream(path, { mode: 0o600 }),
    );
    return await act(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let taken = 0;
  for await (const chunk of source) {
    taken += chunk.length;
    if (taken > MOST_UPLOADED) throw new Problem("file-too-large");
    yield chunk;
  }
}
