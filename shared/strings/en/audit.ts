import type { Strings } from "../strings.ts";

export const audit: Strings["audit"] = {
  durations: {
    title: "Durations",
    definition:
      "How long cases that started in the period took from acceptance to closing, by item or by department. A case not closed is censored where it was last seen open, a withdrawn or terminated one where it ended; Kaplan–Meier, so that leaving hard cases open does not make the figures smaller.",
    by: "By",
    columns: {
      name: ["Item or department", "As the page shows it."],
      total: ["Cases", "Cases that started in the period."],
      timed: ["Cases timed", "Cases that show when they were accepted and, if closed, when."],
      open: ["Still open", "Of the cases, not closed at the moment of the report."],
      median: ["Median", "Natural days from acceptance by which half are closed; Kaplan–Meier."],
      medianLower: ["Median, lower bound", "Lower end of its 95 % confidence interval."],
      medianUpper: ["Median, upper bound", "Upper end of its 95 % confidence interval."],
      p90: [
        "90th percentile",
        "Natural days from acceptance by which nine in ten are closed; Kaplan–Meier.",
      ],
      closedOnlyMedian: [
        "Median of the closed only",
        "Median natural days of closed cases; without the open ones, so usually too low; for comparison only.",
      ],
      medianWorking: [
        "Median, net working days",
        "Working days from acceptance, less recorded pauses, by which half are closed; Kaplan–Meier.",
      ],
      p90Working: [
        "90th percentile, net working days",
        "Working days from acceptance, less recorded pauses, by which nine in ten are closed; Kaplan–Meier.",
      ],
    },
  },
  trend: {
    title: "Trend",
    definition:
      "For each period the cases started, closed and open at its end, and the on-time rate over all cases whose due time fell in it and has passed, open overdue ones included.",
    by: "Period",
    columns: {
      period: [
        "Period",
        "First and last day, inclusive; the first and last period are cut to what was asked for.",
      ],
      started: [
        "Started",
        "Cases that started in it: by acceptance, else receipt, submission or first sight.",
      ],
      closed: ["Closed", "Cases closed in it, withdrawn and terminated ones included."],
      openAtEnd: [
        "Open at its end",
        "Started by its last day and not closed by then; in the last period, at the moment of the report.",
      ],
      passed: [
        "Limit passed",
        "Cases whose due time fell in it and has passed, open ones included.",
      ],
      passedOnTime: ["of these closed on time", "Limit passed, and closed no later than due."],
      onTimeRate: [
        "On-time rate",
        "Numerator: of these closed on time; denominator: limit passed (open overdue included).",
      ],
    },
    dropped: (n) => `${n} earlier periods are not listed: choose a window or a longer period.`,
    undated: (n) =>
      `${n} closed cases do not show when they were closed and count in no period as closed or open at its end.`,
  },
  longestWaiting: {
    title: "Longest waiting",
    definition:
      "Cases not closed at the moment of the report, by natural days since acceptance (else receipt, submission or first sight), the longest first.",
    most: "List at most",
    columns: {
      mask: ["Case", "The last characters of its number."],
      department: ["Department", "The department in charge as the page shows it."],
      item: ["Item", "As the page shows it."],
      step: ["Step", "Where it stood when last seen."],
      startedAt: ["Since", "Acceptance; else receipt, submission or first sight."],
      natural: ["Natural days", "From then to the moment of the report."],
      working: ["Working days", "Since the day after the start; pauses not deducted."],
      verdict: ["Verdict", "By the present rules and calendar, at the moment of the report."],
      due: ["Due", "The last time that is still on time."],
      seen: ["Last seen", "When it was last seen; it may have changed since."],
    },
    more: (shown, of) => `Of ${of} open cases, the ${shown} that have waited longest are listed.`,
    noDue: "Its due time cannot be told.",
  },
};
