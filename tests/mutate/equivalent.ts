/**
 * Changes that no test can notice because nothing observable changes: the line as it stands, what is changed in it, and why.
 * They are told apart from survivors and left out of the score.
 */
export interface Equivalent {
  file: string;
  line: string;
  from: string;
  why: string;
}

const KEYS_DIFFER = "two entries never have the same key, so a tie does not come up";
const EMPTY = "it would only add or keep a stretch of no length";

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: "shared/case/fold.ts",
    line: ".sort((a, b) => a.firstAt - b.firstAt || (a.key < b.key ? -1 : 1))",
    from: " < ",
    why: KEYS_DIFFER,
  },
  {
    file: "shared/case/fold.ts",
    line: "(a, b) => a.lastAt - b.lastAt || a.firstAt - b.firstAt || (a.key < b.key ? -1 : 1),",
    from: " < ",
    why: KEYS_DIFFER,
  },
  {
    file: "shared/case/timeline.ts",
    line: ".sort((a, b) => (a.field < b.field ? -1 : 1));",
    from: " < ",
    why: KEYS_DIFFER,
  },
  {
    file: "shared/limit/standing.ts",
    line: ".sort((a, b) => (a.from < b.from ? -1 : 1));",
    from: " < ",
    why: "only the first moment is used, and it is the same for both",
  },
  {
    file: "shared/limit/office.ts",
    line: "if (hole.from > from) rest.push({ from, to: hole.from });",
    from: " > ",
    why: EMPTY,
  },
  {
    file: "shared/limit/office.ts",
    line: "if (hole.to <= from || hole.from >= whole.to) continue;",
    from: " <= ",
    why: EMPTY,
  },
  {
    file: "shared/limit/office.ts",
    line: "if (hole.to <= from || hole.from >= whole.to) continue;",
    from: " >= ",
    why: EMPTY,
  },
  {
    file: "shared/calendar/outlook.ts",
    line: "for (let i = 1; i <= HORIZON; i++) if ((bound[i] ?? 0) >= n) return addDays(first, i - 1);",
    from: " <= ",
    why: "the last day of a horizon of 800 is as far as any other",
  },
  {
    file: "shared/limit/judge-closed.ts",
    line: 'const both = theirs === "late" && ours === "late" && computed.kind === "at";',
    from: " && ",
    why: "where only one of the two is late the line is not reached, or the computed date is not the later one",
  },
  {
    file: "shared/case/legs.ts",
    line: "? said.every((other) => start > other && !start.startsWith(other))",
    from: " > ",
    why: "an equal start begins with the other one and is refused all the same",
  },
  {
    file: "shared/limit/judge-open.ts",
    line: 'dues.computed.kind === "at" || dues.computed.kind === "between"',
    from: " === ",
    why: "used up is said only where the computed date is certain",
  },
  {
    file: "shared/calendar/calendar.ts",
    line: "return worked === undefined ? undefined : workdays[n > 0 ? worked + n - 1 : worked + n];",
    from: " > ",
    why: "nothing to add was answered before",
  },
  {
    file: "shared/time/instant.ts",
    line: "const SINCE_1992 = Date.UTC(1992, 0, 1);",
    from: ", 1)",
    why: "the fast way and the long way say the same on that day",
  },
  {
    file: "shared/limit/warning.ts",
    line: 'return { amount: today > due.day && days > 0 ? -days : days, unit: "workday" };',
    from: " > ",
    why: "on the due day itself nothing lies between, and none of nothing is nothing",
  },
  {
    file: "shared/case/fold-pauses.ts",
    line: "a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;",
    from: " < ",
    why: "equal ones were answered before",
  },
  {
    file: "shared/limit/count.ts",
    line: "if (to <= covered.to || from < covered.from) return calendar.count({ from, to });",
    from: " <= ",
    why: "what ends with the coverage has nothing beyond it to add",
  },
  {
    file: "shared/limit/office.ts",
    line: "if (paused.some((p) => p.to === Infinity && p.from <= instantAt(d, 0, office.zone)))",
    from: " <= ",
    why: "a pause from that midnight on is met one day later and says the same",
  },
  {
    file: "shared/case/fold.ts",
    line: "? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))",
    from: " < ",
    why: KEYS_DIFFER,
  },
  {
    file: "shared/calendar/calendar.ts",
    line: "for (let i = 0; i < size; i++) {",
    from: " < ",
    why: "the day after the last is not covered, so it is no working day, and what is counted of it falls outside the array",
  },
  {
    file: "shared/limit/pauses.ts",
    line: "const last = days > 0 ? counts.nth(addDays(end as Day, -1), days) : undefined;",
    from: " > ",
    why: EMPTY,
  },
  {
    file: "shared/limit/stretches.ts",
    line: "const next = s.from >= end || s.to === Infinity ? s : { from: end, to: moved(s, end) };",
    from: " >= ",
    why: "a pause that begins where the one before it ends is moved to where it stands",
  },
  {
    file: "shared/limit/stretches.ts",
    line: ".filter(({ from, to }) => from < to)",
    from: " < ",
    why: EMPTY,
  },
];
