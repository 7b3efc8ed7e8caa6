import type { Strings } from "../strings.ts";

export const supervision: Strings["supervision"] = {
  most: "List at most",
  more: (shown, of) => `Of ${of} rows, the first ${shown} are listed.`,
  portal: {
    title: "Portal against computed",
    definition:
      "Of the cases that started in the period, whose due time can be computed and whose page shows a due time or an overdue mark of its own: those where the two disagree, one by one, with both values. Due times are compared by day; where only bounds can be computed, a date disagrees when it lies outside them; a mark is compared with being late by the computed time.",
    columns: {
      portalDue: ["Due, by the portal", "The due time that the page itself shows."],
      computedDue: [
        "Due, computed",
        "From acceptance, limit, pauses and calendar: the last time that is still on time.",
      ],
      later: [
        "Portal later by",
        "Natural days from the computed date to the portal's; negative when the portal is earlier.",
      ],
      portalMark: ["Portal's mark", "Its overdue mark, or what its remaining time says."],
      computedMark: [
        "By the computed time",
        "Whether that time has passed: for open cases at the moment of the report, for closed ones at closing.",
      ],
      verdict: ["Verdict", "By the present rules and calendar, at the moment of the report."],
    },
    mark: { late: "The portal says overdue", "not-late": "The portal says not overdue" },
    says: {
      late: "The computed time has passed",
      "not-late": "The computed time has not passed",
      open: "Cannot be told",
    },
    empty: {
      noDate: "The page shows no due time.",
      noMark: "The page shows no overdue mark that can be used.",
      bounds: (from) =>
        `The calendar is not published: it can only be told that it is not before ${from}.`,
    },
    nothingToCompare:
      "No case has both a computed time and a date or mark of the portal: nothing could be compared, which does not mean that they agree.",
    found: (of, compared, apart, dates, marks) =>
      `Of ${of} cases ${compared} could be compared and ${apart} disagree: ${dates} by date, ${marks} by mark (a case may do both).`,
  },
  promised: {
    title: "Promised against statutory limits",
    definition:
      "Cases that started in the period and show both a promised and a statutory limit in working days, summed by item. Reduced to = sum of promised ÷ sum of statutory; reduced by = (sum of statutory − sum of promised) ÷ sum of statutory; the two add up to 100 %. Immediate handling counts as 0 working days. This compares limits as stated, not time actually taken.",
    columns: {
      item: ["Item", "As the page shows it."],
      total: ["Cases", "Cases that started in the period."],
      paired: [
        "Share showing both limits",
        "Numerator: cases that show both limits in working days; denominator: cases.",
      ],
      statutory: ["Statutory limit", "As shown by the item's case that started last."],
      promised: ["Promised limit", "As shown by the item's case that started last."],
      sumStatutory: ["Sum of statutory", "Statutory limits of the cases that show both, added."],
      sumPromised: ["Sum of promised", "Promised limits of the same cases, added."],
      saved: [
        "Working days saved",
        "Sum of statutory less sum of promised; negative when the promise is longer than the law allows.",
      ],
      reducedTo: ["Reduced to", "Numerator: sum of promised; denominator: sum of statutory."],
      reducedBy: [
        "Reduced by",
        "Numerator: sum of statutory less sum of promised; denominator: sum of statutory.",
      ],
    },
    empty: {
      none: "No case shows both limits in working days.",
      severalItems: "The total covers several items, and so more than one limit.",
    },
    byItem: (items, statutory, promised, share) =>
      `Each item once: the statutory limits of ${items} items add up to ${statutory} working days, the promised ones to ${promised}: reduced to ${(share * 100).toFixed(1)} %, by ${((1 - share) * 100).toFixed(1)} %.`,
    mixed: (n) =>
      `${n} cases show limits that are not both in working days: they cannot be added and are left out.`,
  },
  pauses: {
    title: "Pauses: clock-stop audit",
    definition:
      "Every pause of the clock (special procedure, correction, suspension) that a page shows for cases that started in the period, one a row, those that raise most questions first. Share of the limit used when it began = days from the day after acceptance to the day before the pause, earlier pauses left out ÷ the limit. The questions are for the unit to answer and no conclusion.",
    columns: {
      ground: ["Ground", "As the page shows it."],
      basis: ["Basis", "Whether article 45 of the Administrative Licensing Law names the ground."],
      from: ["From", "As the page shows it."],
      to: ["To", "As the page shows it."],
      used: [
        "Share of the limit used when it began",
        "Numerator: days from the day after acceptance to the day before the pause, earlier pauses left out; denominator: the limit. Above 100 % the limit was already used up.",
      ],
      stood: [
        "Working days stood",
        "Working days that this pause left out; one that lasts is counted to the day before the report.",
      ],
      natural: [
        "Natural days stood",
        "Its natural days; one that lasts is counted to the day before the report.",
      ],
      asks: ["To be explained", "Questions that this pause raises; there may be several."],
    },
    basis: { statutory: "Named in article 45", beyond: "Not named in article 45" },
    ask: {
      late: "It began within the last two working days. ",
      after: "It began when the limit was used up. ",
      again: "It was paused again on the same ground. ",
      groundless: "The page shows no ground. ",
      supplement: "A correction was asked for after acceptance. ",
      none: "None",
    },
    empty: {
      running: "The page shows no end.",
      "before-acceptance":
        "It began before acceptance, or no acceptance is shown: no limit ran yet.",
      "no-limit": "The page shows no limit.",
      "other-unit": "The limit is not in days, so that no share of it can be told by days.",
      uncovered: "The calendar is not published for the whole time.",
    },
    note: {
      none: (n) =>
        `No page shows a pause for the ${n} cases. Some pages never do: a pause not shown is not a pause that did not happen.`,
      found: (of, n, times) => `Of ${of} cases ${n} show a pause, ${times} pauses in all.`,
      asked: (what, times, n) => `${what.trimEnd()} ${times} times, in ${n} cases.`,
    },
  },
  findings: {
    title: "Findings",
    definition:
      "What the rules find in cases that started in the period, one row for a case and a kind, in the order of kinds, with the clause that raises it and the statements that it stands on. A finding is a question to the unit and no conclusion; what no page shows cannot be found. The notes give the number of cases of each kind; its rows are those cases.",
    kind: "Kind of finding",
    columns: {
      finding: ["Finding", "What is to be checked or explained."],
      clause: ["Clause", "The article that raises it."],
      times: ["Times", "How often the case shows it."],
      evidence: ["Stands on", "What the pages themselves show."],
      verdict: ["Verdict", "By the present rules and calendar, at the moment of the report."],
    },
    clause: (law, article) => `${law}, article ${article}`,
    noClause: "No article answers to it directly: a question about the record or the handling.",
    comma: "; ",
    field: {
      acceptedAt: "accepted",
      closedAt: "closed",
      start: "began",
      end: "ended",
      ended: "done",
      due: "due",
      from: "paused from",
      to: "paused to",
      ground: "ground",
      step: "step",
      enteredAt: "entered",
      leftAt: "left",
      promised: "promised limit",
      statutory: "statutory limit",
      verdict: "verdict",
    },
    said: (field, value) => `${field}: ${value}`,
    note: {
      none: (n) => `Nothing was found in ${n} cases; what no page shows cannot be found.`,
      found: (of, n) => `Of ${of} cases ${n} have a finding; a case may have several kinds.`,
      kind: (what, n, clause) => `${n} cases: ${what}${clause === null ? "" : ` (${clause})`}`,
    },
  },
  rework: {
    title: "Rework: corrections, returns and hand-overs",
    definition:
      "For cases that started in the period, by item or by department: rounds of correction, steps, returns and hand-overs between departments per case. Each mean is over the cases whose page shows such records; what is not shown does not count as zero. An open case is counted as far as it was seen and may yet gain some.",
    by: "By",
    columns: {
      name: ["Item or department", "As the page shows it."],
      total: ["Cases", "Cases that started in the period."],
      pausesShown: [
        "Share showing pauses",
        "Numerator: cases whose page shows pauses and corrections; denominator: cases.",
      ],
      rounds: [
        "Corrections per case",
        "Numerator: rounds of correction; denominator: cases whose page shows pauses and corrections.",
      ],
      mostRounds: ["Most corrections", "In any one of the same cases."],
      stepsShown: [
        "Share showing steps",
        "Numerator: cases whose page shows steps; denominator: cases.",
      ],
      steps: [
        "Steps per case",
        "Numerator: records of steps; denominator: cases whose page shows steps.",
      ],
      mostSteps: ["Most steps", "In any one of the same cases."],
      returns: [
        "Returns per case",
        "Numerator: times that a case came back to a step it had left; denominator: cases whose page shows steps.",
      ],
      handOvers: [
        "Hand-overs per case",
        "Numerator: times that consecutive steps name different departments; denominator: cases all of whose steps name one.",
      ],
    },
    empty: {
      noPauses: "No page shows pauses or corrections, which does not mean that there were none.",
      noSteps: "No page shows steps.",
      noDepartments: "No case names the department of all its steps.",
    },
    silent: (n, of) =>
      `The pages of ${n} of ${of} cases show neither steps nor pauses; they are in none of the means.`,
  },
  unreadable: {
    title: "Unreadable pages",
    definition:
      "Cases that started in the period, by portal: those of which something was on a page and has not been read to this day. What was read later does not count. What cannot be read is not guessed, and may leave a case without a verdict.",
    columns: {
      portal: ["Portal", "The portal of the pages, or the file that was imported."],
      total: ["Cases", "Cases that started in the period."],
      unreadRate: [
        "Share with something unread",
        "Numerator: cases with at least one fact that could not be read; denominator: cases.",
      ],
      fields: ["Unread", "Each fact with its number of cases; a case may have several."],
      unknown: [
        "Cannot be told",
        "Cases of which it cannot be told whether they are late, for this or another reason.",
      ],
      unknownRate: ["Share that cannot be told", "Numerator: cannot be told; denominator: cases."],
    },
    field: (name, n) => `${name}: ${n} cases`,
    allRead: "Nothing was left unread.",
    withoutNumber:
      "Entries without a readable number become no case and are not in this table: see the unidentified ones in the coverage.",
  },
};
