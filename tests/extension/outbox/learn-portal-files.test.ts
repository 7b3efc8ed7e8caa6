import { expect, test } from "vitest";
import type { Enrolment } from "../../../extension/outbox/database.ts";
import { learnPortalFiles } from "../../../extension/outbox/learn-portal-files.ts";
import { inEffect } from "../../../extension/portals/stored-portal.ts";
import type { PortalFile } from "../../../shared/reading/portal-file.ts";

const enrolment: Enrolment = {
  address: "http://shixian.example",
  deviceId: "d",
  token: "dev_1",
  unit: { id: "1", name: "青屿区" },
  caseKeySecret: "k",
  enrolledAt: 0,
};
const file = (id: string): PortalFile => ({
  format: 1,
  id,
  version: 1,
  verifiedOn: "2026-11-20",
  matches: [{ host: "xzsp.qingyu.gov.cn" }],
  views: [{ id: "taught", columns: [{ header: "LSH", concept: "caseNo" }] }],
});
const shared = (what: unknown, revision = 1) => ({
  revision,
  unit: { id: 1, name: "青屿区", path: "青屿区" },
  acceptedAt: "2026-11-20T02:00:00.000Z",
  file: what,
});
const answering =
  (status: number, body: unknown, asked: string[] = []): typeof fetch =>
  async (input, init) => {
    const headers = new Headers(init?.headers);
    asked.push(`${String(input)} ${headers.get("authorization")} ${headers.get("if-none-match")}`);
    return new Response(status === 304 ? null : JSON.stringify(body), {
      status,
      headers: { etag: '"t2"' },
    });
  };

test("what was accepted is asked for with the device's token and the last tag, and is checked like any file", async () => {
  const asked: string[] = [];
  const learnt = await learnPortalFiles(
    enrolment,
    '"t1"',
    answering(200, { files: [shared(file("a"), 7)] }, asked),
  );
  expect(asked).toEqual(['http://shixian.example/v1/portal-files Bearer dev_1 "t1"']);
  expect(learnt).toEqual({
    how: "changed",
    tag: '"t2"',
    files: [{ file: file("a"), source: "service", shared: { revision: 7, unit: "青屿区" } }],
  });
});

test("a file that this version does not understand costs none of the others", async () => {
  const newer = { ...file("b"), format: 2 };
  const learnt = await learnPortalFiles(
    enrolment,
    null,
    answering(200, { files: [shared(newer), shared(file("a")), shared("no file")] }),
  );
  expect(learnt.how === "changed" && learnt.files.map(({ file: { id } }) => id)).toEqual(["a"]);
});

test.each<[string, typeof fetch]>([
  ["nothing new", answering(304, null)],
  ["an older service", answering(404, {})],
  ["a revoked device", answering(401, {})],
  ["a page of a hotel's gateway", answering(200, "<html>")],
  ["no network", () => Promise.reject(new TypeError("offline"))],
])("%s leaves the files as they are", async (_, fetch) => {
  expect(await learnPortalFiles(enrolment, '"t1"', fetch)).toEqual({ how: "as-before" });
});

test("what was taught here counts before what colleagues share, and that before what ships; what is off does not count", () => {
  const stored = [
    { file: file("built-in"), source: "built-in" as const },
    { file: file("shared"), source: "service" as const },
    { file: file("off"), source: "service" as const, off: true as const },
    { file: file("here"), source: "local" as const },
  ];
  expect(inEffect(stored).map(({ id }) => id)).toEqual(["here", "shared", "built-in"]);
});
