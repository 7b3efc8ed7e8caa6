import { type CaseKey, keyedHash } from "../access/keyed-hash.ts";
import { caseKeyText, caseMask } from "#shared/case/case-key.ts";
import type { Look, Observation, Unreadable } from "#shared/case/observation.ts";
import type { Instant } from "#shared/time/instant.ts";
import type { GatheredCase } from "./gathered-case.ts";
import { sightsOfCase } from "./sights-of-case.ts";
import { withoutPersonal } from "./without-personal.ts";

export interface RecordsOf {
  cases: Iterable<GatheredCase>;
  size: number;
  /** `file:<name>` */
  portal: string;
  /** rows that name no case */
  unidentified: number;
  rows: number;
  /** columns that could not be read in some row */
  unreadable: readonly Unreadable[];
  until: Instant;
  /** the first one: on receipt the name becomes what the database calls the case */
  caseKey: CaseKey;
  reader: string;
}

/** The records that a file becomes: one look, and what was known of each case from moment to moment. The same file gives the same. */
export function* recordsOf(source: RecordsOf): Generator<Look | Observation> {
  const { portal, until } = source;
  let seq = 1;
  yield {
    type: "look",
    seq,
    at: until,
    lastAt: until,
    times: 1,
    portal,
    view: "file",
    kind: "list",
    cases: source.size,
    unidentified: source.unidentified,
    coverage: { shown: source.size, total: source.size },
    unreadable: source.unreadable.slice(0, 200),
    reader: source.reader.slice(0, 60),
  };
  for (const one of source.cases) {
    const { caseNo, masked, facts } = one;
    const since = facts.acceptedAt ?? facts.receivedAt ?? facts.submittedAt;
    const text = caseKeyText({
      portal,
      caseNo,
      masked,
      ...(facts.item !== undefined && { item: facts.item }),
      ...(since !== undefined && { since }),
    });
    if (text === undefined) continue;
    const caseKey = keyedHash(source.caseKey, text);
    for (const sight of sightsOfCase(one, until)) {
      const clean = withoutPersonal(sight.facts);
      yield {
        type: "observation",
        seq: ++seq,
        at: sight.at,
        lastAt: sight.lastAt,
        times: 1,
        look: 1,
        caseKey,
        caseMask: caseMask(caseNo),
        facts: clean.facts,
        unreadable: [...one.unreadable, ...clean.withheld].slice(0, 60),
      };
    }
  }
}
