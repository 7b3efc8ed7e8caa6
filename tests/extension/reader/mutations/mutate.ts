import { harvest } from "./harness.ts";

/** `node tests/extension/reader/mutations/mutate.ts [COUNT] [SEED] [MUTATION…]`: what a run found, in full. */
const [count = "1000", seed = "1", ...kinds] = process.argv.slice(2);
const began = performance.now();
const { subjects, outcomes } = await harvest(
  Number(count),
  Number(seed),
  kinds,
  [],
  (name, { mutation, seed: own, wrong, threw }) => {
    if (threw !== undefined) console.log(`threw: ${name} · ${mutation} · ${own}: ${threw}`);
    for (const each of wrong)
      console.log(
        `wrong: ${name} · ${mutation} · ${own}: ${each.caseNo} ${each.kind} ${each.why.join()} ${process.env.FACTS ? JSON.stringify(each.facts) : ""}`,
      );
  },
);
const nameOf = (subject: number): string => subjects[subject]?.name ?? "";
const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 8);
for (const { subject, mutation, seed: own, ms, step, rows } of slowest)
  console.log(
    `slow: ${nameOf(subject)} · ${mutation} · ${own}: ${ms.toFixed(0)} ms, step ${step.toFixed(0)} ms, ${rows} rows`,
  );
const sum = (of: (each: (typeof outcomes)[number]) => number): number =>
  outcomes.reduce((all, each) => all + of(each), 0);
console.log(
  `${outcomes.length} mutants of ${subjects.length} pages in ${((performance.now() - began) / 1000).toFixed(0)} s: ` +
    `${sum(({ threw }) => (threw === undefined ? 0 : 1))} threw, ${sum(({ wrong }) => (wrong.length > 0 ? 1 : 0))} with a false overdue (${sum(({ wrong }) => wrong.length)} cases), ` +
    `slowest ${(slowest[0]?.ms ?? 0).toFixed(0)} ms, longest step ${Math.max(...outcomes.map(({ step }) => step)).toFixed(0)} ms, ` +
    `late cases still found ${sum(({ found }) => found)} of ${sum(({ late }) => late)}`,
);
