import type { Look, Observation } from "#shared/case/observation.ts";
import { caseMask } from "#shared/case/case-key.ts";
import { caseKeys, digest } from "./case-key.ts";
import type { Enrolment, LastLook, OutboxDatabase } from "./database.ts";
import type { LookDraft } from "./look-draft.ts";
import { guideWithoutPersonal, withoutPersonal } from "./without-personal.ts";

/** A case that still says the same is recorded anew after this long: it proves that nothing changed up to then. */
export const SAME_AGAIN_AFTER = 15 * 60_000;

type NamedCase = Pick<Observation, "caseKey" | "caseMask" | "facts" | "unreadable"> & {
  digest: string;
};

/**
 * Puts one look into the queue, in one transaction: killed at any point, the queue holds all of it or none.
 * A page that shows exactly the same again only moves `lastAt` while the first sight still waits to be sent.
 */
export async function recordLook(
  db: OutboxDatabase,
  enrolment: Enrolment,
  draft: LookDraft,
  at: number,
  reader: string,
): Promise<void> {
  const { named, unidentified } = await nameCases(enrolment, draft);
  const page = `${draft.portal}\n${draft.view}\n${draft.coverage.page ?? ""}`;
  const { cases: _, guide: read, ...plain } = draft;
  const guide = read && guideWithoutPersonal(read);
  const shape = { ...plain, ...(guide && { guide }) };
  const signature = await digest([
    shape,
    unidentified,
    named.map((each) => [each.caseKey, each.digest]),
  ]);

  const tx = db.transaction(["records", "cases", "looks", "device"], "readwrite", {
    durability: "strict",
  });
  const records = tx.objectStore("records");
  const looks = tx.objectStore("looks");
  const keyVersion = 1 + (enrolment.caseKeyLinks?.length ?? 0);
  const queue = (seq: number, what: Look | Observation): void =>
    void records.put({
      seq,
      state: "waiting",
      record: what,
      ...(keyVersion > 1 && { keyVersion }),
    });
  const said = tx.objectStore("cases");
  const device = tx.objectStore("device");

  const before = await looks.get(page);
  if (before?.digest === signature && (await seenAgain(before))) {
    await tx.done;
    return;
  }

  let seq = ((await device.get("nextSeq")) as number | undefined) ?? 1;
  const lookSeq = seq++;
  const sight = { at, lastAt: at, times: 1 };
  const record: Look = {
    type: "look",
    seq: lookSeq,
    ...sight,
    ...shape,
    cases: draft.cases.length,
    unidentified,
    reader,
  };
  queue(lookSeq, record);

  const observations: number[] = [];
  for (const { digest: what, ...one } of named) {
    const last = await said.get(one.caseKey);
    if (last?.digest === what && Math.abs(at - last.at) < SAME_AGAIN_AFTER) continue;
    const observation: Observation = {
      type: "observation",
      seq: seq++,
      look: lookSeq,
      ...sight,
      ...one,
    };
    queue(observation.seq, observation);
    void said.put({ caseKey: one.caseKey, digest: what, seq: observation.seq, at });
    observations.push(observation.seq);
  }
  void looks.put({ page, digest: signature, seq: lookSeq, observations });
  void device.put(seq, "nextSeq");
  await tx.done;

  async function seenAgain(last: LastLook): Promise<boolean> {
    const first = await records.get(last.seq);
    if (first?.state !== "waiting") return false;
    for (const each of [last.seq, ...last.observations]) {
      const queued = await records.get(each);
      if (queued?.state !== "waiting") continue;
      const { lastAt, times } = queued.record;
      queued.record = { ...queued.record, lastAt: Math.max(lastAt, at), times: times + 1 };
      void records.put(queued);
    }
    return true;
  }
}

/** Two rows with one number on one page are one case seen twice only when they say the same; otherwise neither is recorded. */
async function nameCases(
  enrolment: Enrolment,
  draft: LookDraft,
): Promise<{ named: NamedCase[]; unidentified: number }> {
  const keyOf = await caseKeys(
    enrolment.caseKeySecret,
    enrolment.caseKeyHash,
    enrolment.caseKeyLinks,
  );
  const byKey = new Map<string, NamedCase | "ambiguous">();
  let unidentified = 0;
  for (const one of draft.cases) {
    const since = one.facts.acceptedAt ?? one.facts.submittedAt;
    const caseKey =
      one.caseNo === undefined
        ? undefined
        : await keyOf({
            portal: draft.portal,
            caseNo: one.caseNo,
            ...(one.masked && { masked: true }),
            ...(one.facts.item !== undefined && { item: one.facts.item }),
            ...(since !== undefined && { since }),
          });
    if (caseKey === undefined) {
      unidentified++;
      continue;
    }
    const clean = withoutPersonal(one);
    const named = {
      caseKey,
      caseMask: caseMask(one.caseNo ?? ""),
      ...clean,
      digest: await digest(clean),
    };
    const twin = byKey.get(caseKey);
    if (twin === undefined) byKey.set(caseKey, named);
    else if (twin === "ambiguous") unidentified++;
    else if (twin.digest !== named.digest) {
      byKey.set(caseKey, "ambiguous");
      unidentified += 2;
    }
  }
  return { named: [...byKey.values()].filter((each) => each !== "ambiguous"), unidentified };
}
