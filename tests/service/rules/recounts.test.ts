import { expect, test } from "vitest";
import { recounts } from "../../../service/rules/recounts.ts";
import type { CalendarChanges } from "../../../service/routes/shapes/calendar.ts";
import type { Job } from "../../../service/routes/shapes/job.ts";
import type { RuleImport } from "../../../service/routes/shapes/rules.ts";
import { type AService, aLook, aService, aSight } from "../a-service.ts";

/** More than one chunk. */
const CASES = 600;
const closure = JSON.stringify({
  year: 2026,
  notices: [
    {
      title: "青屿区关于台风停工的通知",
      published: "2026-11-19",
      address: "https://www.example.gov.cn/typhoon",
      off: [["台风停工", "2026-11-19", "2026-11-20"]],
      makeUp: [],
    },
  ],
});

/** Every second case is due after the days that an import takes away. */
async function aCounty(): Promise<{ service: AService; admin: string; auditor: string }> {
  const service = await aService();
  const device = await service.device("省/东县");
  const sights = Array.from({ length: CASES }, (_, i) =>
    aSight(i + 2, i, {
      acceptedAt: i % 2 === 0 ? "2026-11-18" : "2026-11-02",
      promisedLimit: { amount: 5, unit: "workday" },
    }),
  );
  await device.send([aLook(1), ...sights]);
  await service.device("省/西县");
  const [admin, auditor] = [await service.token("省", "system-admin"), await service.token("省")];
  return { service, admin, auditor };
}

const ask = async <T>(
  { request }: AService,
  path: string,
  token: string,
  json?: unknown,
): Promise<T> =>
  (await (await request(path, { token, ...(json !== undefined && { json }) })).json()) as T;

async function finished(service: AService, token: string, id: number): Promise<Job[]> {
  const seen: Job[] = [];
  for (;;) {
    const job = await ask<Job>(service, `/v1/jobs/${id}`, token);
    seen.push(job);
    if (job.state !== "running") return seen;
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

test("an import answers at once; every case is judged again behind it, progress is told, and both values of each changed date are listed as if they were counted now", async () => {
  const { service, admin, auditor } = await aCounty();
  const imported = await ask<RuleImport>(service, "/v1/rules/files", admin, {
    kind: "calendar",
    text: closure,
  });
  const first = await ask<Job>(service, `/v1/jobs/${imported.job}`, admin);
  expect(first).toMatchObject({
    file: imported.id,
    state: "running",
    finishedAt: null,
    changed: null,
  });
  const path = `/v1/calendar/changes?file=${imported.id}&most=700`;
  const counted = await ask<CalendarChanges>(service, path, auditor);
  const states = await finished(service, auditor, imported.job);
  const done = states.map((each) => each.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(states.at(-1)).toMatchObject({
    state: "done",
    done: CASES,
    total: CASES,
    changed: { open: CASES / 2, closed: 0 },
  });
  const kept = await ask<CalendarChanges>(service, path, auditor);
  expect(kept).toEqual({ ...counted, generatedAt: kept.generatedAt });
  expect(kept.cases).toHaveLength(CASES / 2);
  expect(kept.cases[0]).toMatchObject({
    before: { due: "2026-11-25" },
    after: { due: "2026-11-27" },
  });
  // a later question shows the moment at which the cases were judged
  service.at("2027-01-20T10:00:00+08:00");
  const later = await ask<CalendarChanges>(service, path, auditor);
  expect(later.asOf).toBe(kept.asOf);
  // and another import of the same begins nothing anew
  const again = await ask<RuleImport>(service, "/v1/rules/files", admin, {
    kind: "calendar",
    text: closure,
  });
  expect(again.job).toBe(imported.job);
}, 60_000);

test("what a stop has cut off goes on after the next start from where it was left, and counts nothing twice", async () => {
  const { service, admin, auditor } = await aCounty();
  const { db, app } = service;
  await app.deps.recounts.stop();
  const imported = await ask<RuleImport>(service, "/v1/rules/files", admin, {
    kind: "calendar",
    text: closure,
  });
  expect(await ask(service, `/v1/jobs/${imported.job}`, admin)).toMatchObject({ done: 0 });
  let chunks = 0;
  const interrupted = recounts({
    ...app.deps,
    cases: {
      ...app.deps.cases,
      opened: async (...asked) => {
        if (++chunks === 2) throw new Error("the process dies here");
        return app.deps.cases.opened(...asked);
      },
    },
    db: {
      ...db,
      // it can write down nothing any more
      write: async (statements) => {
        if (chunks >= 2) throw new Error("gone");
        return db.write(statements);
      },
    },
  });
  await expect(interrupted.goOn()).rejects.toThrow("gone");
  await db.write([{ sql: "DELETE FROM leases" }]);
  expect(await ask(service, `/v1/jobs/${imported.job}`, admin)).toMatchObject({
    state: "running",
    done: 500,
    total: CASES,
  });
  await recounts(app.deps).goOn();
  expect((await finished(service, auditor, imported.job)).at(-1)).toMatchObject({
    state: "done",
    done: CASES,
    changed: { open: CASES / 2, closed: 0 },
  });
  const listed = await ask<CalendarChanges>(service, "/v1/calendar/changes?most=2000", auditor);
  expect(listed).toMatchObject({ judged: CASES, changed: { open: CASES / 2, closed: 0 } });
}, 60_000);

test("each unit's cases are judged by its own rules, and nobody learns how far another unit's are", async () => {
  const { service, admin } = await aCounty();
  const imported = await ask<RuleImport>(service, "/v1/rules/files", admin, {
    kind: "calendar",
    text: closure,
  });
  const west = await service.token("省/西县");
  expect(await ask(service, `/v1/jobs/${imported.job}`, west)).toMatchObject({ code: "not-found" });
  const own = await ask<Job>(service, "/v1/jobs", west, { file: imported.id });
  expect(own.id).not.toBe(imported.job);
  expect((await finished(service, west, own.id)).at(-1)).toMatchObject({
    state: "done",
    changed: { open: 0, closed: 0 },
  });
  expect(await ask(service, "/v1/jobs", west, { file: imported.id })).toMatchObject({ id: own.id });
  expect(await ask(service, "/v1/jobs", west, { file: 99 })).toMatchObject({ code: "not-found" });
}, 60_000);
