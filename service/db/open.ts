import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import { openFile } from "./file.ts";
import { ensureFolder } from "../folder.ts";
import { openRemote } from "./remote.ts";
import { readingFrom } from "./replicated.ts";

/**
 * Opens `file:path` (embedded) or `http:`, `https:`, `libsql:`, `ws:`, `wss:` (a libSQL server). The same code runs on both.
 * @throws Error naming the address's scheme when it is none of these; DatabaseError when it cannot be opened.
 */
export function openDatabase(
  url: string,
  options: { authToken?: string | undefined; readOnly?: boolean } = {},
): Database {
  if (/^(https?|libsql|wss?):/.test(url)) return openRemote(url, { authToken: options.authToken });
  if (!url.startsWith("file:"))
    throw new Error(
      `DATABASE_URL 须以 file:、http(s):、libsql: 或 ws(s): 开头。DATABASE_URL must start with file:, http(s):, libsql: or ws(s):.`,
    );
  const path = url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
  ensureFolder(dirname(resolve(path)));
  return openFile(path, { readOnly: options.readOnly ?? false });
}

export interface Places {
  url: string;
  /** a copy of the server at `url` to read from */
  replicaUrl?: string | undefined;
  authToken?: string | undefined;
}

/** What reports are read from: a copy where there is one. */
export function openReading({ url, replicaUrl, authToken }: Places): Database {
  const db = openDatabase(url, { authToken, readOnly: true });
  return replicaUrl === undefined ? db : readingFrom(db, openRemote(replicaUrl, { authToken }));
}
