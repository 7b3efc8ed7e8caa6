import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import { foldTimeline } from "#shared/case/timeline.ts";
import { proof } from "#shared/limit/proof.ts";
import { proofSummary } from "#shared/limit/proof-summary.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { LANGUAGES, strings } from "#shared/strings/strings.ts";
import { verdictSentences } from "../../../extension/ui/sentence.ts";
import { at, workdays } from "../../shared/limit/a-case.ts";

test.each(LANGUAGES)("in %s a due date is proved in two to four whole sentences", (language) => {
  const words = strings(language);
  const added = (pauses: { from: string; to: string; ground: "hearing" }[], acceptedAt: string) => {
    const when = at("2026-09-24");
    const facts = { acceptedAt, limit: workdays(10), pauses };
    const t = foldTimeline([{ at: when, lastAt: when, facts, unreadable: [] }]);
    const world = { regime: national, calendar: CHINA, at: when };
    const verdict = judge(t, world);
    const plain = verdictSentences(verdict, words);
    const proved = verdictSentences(verdict, words, proofSummary(proof(t, world)));
    return proved.filter((line) => !plain.includes(line));
  };
  const all = added([{ from: "2026-09-21", to: "2026-09-23", ground: "hearing" }], "2026-09-17");
  expect(all).toHaveLength(4);
  expect(all.every((line) => /[。.]$/.test(line))).toBe(true);
  expect(all.join(" ")).toMatch(/2026-09-18.*国庆节.*2026-09-20/s);
  expect(added([], "2026-03-09")).toHaveLength(1);
});
