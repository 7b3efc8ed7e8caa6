import type { Strings } from "../strings.ts";
import { watch } from "./watch.ts";

export const measures: Strings["measures"] = {
  groups: {
    standing: "Standing and warning",
    units: "Units and items",
    time: "Time and steps",
    limits: "Limits and findings",
    topics: "Topics",
    data: "Data quality",
  },
  scorecard: {
    title: "Scorecard",
    definition:
      "Cases whose due time fell in the period and has passed, by department or window, with the on-time rate and its indirect standardisation by item mix: expected late = the sum over items of the overall late share times the line's cases; standardised ratio = late ÷ expected, 1 being as the whole. Late includes open overdue. Limits are those of chance for as many cases: a difference inside them says little.",
    by: "Lines by",
    rank: "Rank",
    columns: {
      name: [
        "Department or window",
        "The department as the page shows it, or the window that saw the cases.",
      ],
      passed: ["Limit passed", "Due in the period and passed, open overdue included."],
      passedOnTime: ["of these closed on time", "Limit passed, and closed no later than due."],
      onTimeRate: [
        "On-time rate",
        "Numerator: of these closed on time; denominator: limit passed (open overdue included).",
      ],
      late: ["of these late", "Limit passed and not closed on time: closed late or open overdue."],
      expected: [
        "Expected late",
        "The overall late share of each item times the line's cases of it, summed.",
      ],
      ratio: [
        "Standardised late ratio",
        "Numerator: of these late; denominator: expected late. Above 1: later than the whole with the same items.",
      ],
      ratioLower: ["Ratio, lower", "Lower 95 % limit (Byar's approximation to Poisson)."],
      ratioUpper: ["Ratio, upper", "Upper 95 % limit (Byar's approximation to Poisson)."],
      standing: [
        "Against the whole",
        "The on-time rate against chance for as many cases; named clearly only outside the 99.8 % limits.",
      ],
      rank: [
        "Rank",
        "By the standardised ratio, lowest first; none where there are too few cases.",
      ],
    },
    standing: {
      within: "Within chance",
      "low-95": "Below the 95 % limit",
      "low-998": "Clearly below (outside 99.8 %)",
      "high-95": "Above the 95 % limit",
      "high-998": "Clearly above (outside 99.8 %)",
    },
    tooFew: (n) => `Fewer than ${n} cases whose limit has passed: chance is too large for a rank.`,
    noExpected: "Nothing is expected to be late: there is no ratio.",
    none: "No case whose limit has passed.",
    overall: (late, of) =>
      `Overall ${of} cases whose limit has passed, ${late} of them late; what is expected of each item stands on them.`,
    funnel: { 95: "95 % limits", 998: "99.8 % limits" },
  },
  segments: {
    title: "Front desk, back office, delivery",
    definition:
      "Cases that started in the period, in natural days: front desk = received (else submitted) to accepted; back office = accepted to closed; delivery = closed to delivered. A stretch not yet over is censored where it was last seen (Kaplan–Meier); without a beginning it is left out. Delivery counts only portals that have shown a delivery.",
    by: "Lines by",
    columns: {
      name: ["Scope", "The department or item as the page shows it."],
      total: ["Cases", "Cases that started in the period."],
    },
    of: {
      front: ["Front desk", "from receipt (else submission) to acceptance"],
      back: ["Back office", "from acceptance to closing"],
      delivery: ["Delivery", "from closing to delivery"],
    },
    part: {
      n: (segment, of) => [`${segment} · n`, `Cases with a beginning that can be timed: ${of}.`],
      median: (segment, of) => [
        `${segment} · median`,
        `Natural days that half the cases take ${of}, Kaplan–Meier.`,
      ],
      p90: (segment, of) => [
        `${segment} · 90th percentile`,
        `Natural days within which nine in ten are done, ${of}, Kaplan–Meier.`,
      ],
    },
    none: "No case can be timed: no page shows the beginning of this stretch, or the portal never shows its end.",
  },
  parallel: {
    title: "Declared parallel, how really handled",
    definition:
      "Cases that started in the period and whose page calls their kind or item parallel, joint or one-thing: by the times of each department's steps, whether they really ran side by side. Overlapping steps of different departments are side by side; where each department entered only after the one before had left, they ran in series; what the times cannot tell stands apart.",
    columns: {
      item: ["Item", "As the page shows it."],
      declared: [
        "Called parallel",
        "The page calls the kind or item parallel, joint or one-thing.",
      ],
      sideBySide: ["Side by side", "Steps of different departments overlap in time."],
      inSeries: ["In series", "Steps of different departments do not overlap."],
      untold: ["Cannot be told", "Fewer than two departments show steps with times."],
      inSeriesRate: [
        "Share in series",
        "Numerator: in series; denominator: in series and side by side together.",
      ],
    },
    undecided: "No case that can be told.",
    none: "No page calls a case parallel, joint or one-thing.",
  },
  instant: {
    title: "Candidates for immediate handling",
    definition:
      "Cases that started in the period, by item: net working days from acceptance to closing, evidenced pauses left out. A candidate takes at most half a working day at the 90th percentile, has at least 30 timed cases and is not yet called immediate. Where pages show dates only, the same day counts as 0 and half a day cannot be told. A candidate is a lead to check; whether it can be handled at once is for the authority to say.",
    columns: {
      item: ["Item", "As the page shows it."],
      total: ["Cases", "Cases that started in the period."],
      instant: ["Called immediate", "The page calls their kind immediate (即办, 马上办, 当场)."],
      closed: ["Closed", "Those that are closed."],
      sameDay: ["Closed on the day of acceptance", "Closing and acceptance on the same date."],
      sameDayRate: [
        "Share closed the same day",
        "Numerator: closed on the day of acceptance; denominator: closed.",
      ],
      timed: [
        "Timed",
        "Cases with an acceptance time within the published calendar, open ones (censored) included.",
      ],
      p90: [
        "90th percentile, net",
        "Net working days within which nine in ten are closed, Kaplan–Meier.",
      ],
      promised: [
        "Promised limit",
        "Working days promised, as shown by the item's case that started last and shows both limits in working days; immediate is 0.",
      ],
      answer: ["Answer", "Whether it is a candidate, or why not."],
    },
    answer: {
      candidate: "Candidate for immediate handling",
      already: "Already called immediate",
      few: "Fewer than 30 timed cases: no answer",
      slow: "90th percentile above half a working day",
      untold: "90th percentile not reached: no answer",
    },
    noPromise: "No page shows a promised limit in working days.",
    found: (n, of) => `${n} of ${of} items are candidates.`,
  },
  deadline: {
    title: "Closing on the last day and in bulk",
    definition:
      "Cases closed in the period whose due date can be told: how their closing lies to it, and whether single days close many. A bulk day closes at least 5 cases of the line and at least 3 times the median of its days with closings. Spikes may be a rush, back-dated entry or batch work: a question to the unit, no finding against it.",
    by: "Lines by",
    columns: {
      name: ["Scope", "The department or item as the page shows it."],
      closed: ["Closed in the period", "Closing date in the period, withdrawn ones included."],
      dated: ["Due date told", "Those whose due date can be told."],
      early: ["2 days early or more", "Closed at least 2 natural days before the due date."],
      dayBefore: ["The day before", "Closed 1 natural day before the due date."],
      lastDay: ["On the last day", "Closed on the due date."],
      after: ["After it", "Closed after the due date."],
      lastDayRate: [
        "Share on the last day",
        "Numerator: on the last day; denominator: due date told.",
      ],
      bulkDays: [
        "Bulk days",
        "Days with at least 5 closings and at least 3 times the median of days with closings.",
      ],
      bulkRate: [
        "Share closed in bulk",
        "Numerator: closed on bulk days; denominator: closed in the period with a closing date.",
      ],
      busiest: ["Busiest day", "The date with most closings; the earliest of equals."],
      busiestN: ["Closed on it", "Cases closed on the busiest day."],
    },
    noDay: "No case shows a closing date.",
    undated: (n) =>
      `${n} closed cases whose due date cannot be told are left out of the comparison with it.`,
  },
  ...watch,
};
