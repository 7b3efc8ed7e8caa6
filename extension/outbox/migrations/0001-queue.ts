import type { IDBPDatabase } from "idb";

/** The first shape: the queue in sequence order, what was last said of each case, and the device's own row. */
export function queue(db: IDBPDatabase<never>): void {
  const untyped = db as unknown as IDBPDatabase;
  const records = untyped.createObjectStore("records", { keyPath: "seq" });
  records.createIndex("byState", ["state", "seq"]);
  untyped.createObjectStore("cases", { keyPath: "caseKey" });
  untyped.createObjectStore("looks", { keyPath: "page" });
  untyped.createObjectStore("device");
}
