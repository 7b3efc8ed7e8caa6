import type { Strings } from "../strings.ts";

export const overview: Strings["overview"] = {
  title: "Overview",
  definition:
    "Cases that started in the period, in parts that do not overlap and sum to the total. The on-time rate is over all cases whose due time fell in the period and has passed, open overdue ones included; the rate of the closed only stands beside it. Durations run from acceptance to closing; a case not closed is censored where it was last seen open (Kaplan–Meier).",
  columns: {
    scope: ["Scope", "All cases of the unit, period and filters chosen."],
    total: [
      "Cases",
      "Cases that started in the period: by acceptance, else receipt, submission or first sight.",
    ],
    open: ["Still open", "Started in the period and not closed at the moment of the report."],
    passed: [
      "Limit passed",
      "Cases whose due time fell in the period and has passed, open overdue ones included.",
    ],
    passedOnTime: ["of these closed on time", "Limit passed, and closed no later than due."],
    onTimeRate: [
      "On-time rate",
      "Numerator: of these closed on time; denominator: limit passed (open overdue included).",
    ],
    closed: ["Closed in the period", "Closed in the period, where it can be told whether on time."],
    closedOnTime: ["Closed on time in the period", "Of those, closed no later than due."],
    closedOnTimeRate: [
      "On-time rate of the closed only",
      "Numerator: closed on time in the period; denominator: closed in the period. Leaves open overdue cases out and is usually higher than the on-time rate; for comparison only.",
    ],
    timed: [
      "Cases timed",
      "Cases that show when they were accepted and, if closed, when. Withdrawn and terminated ones are censored there.",
    ],
    median: [
      "Median duration",
      "Natural days from acceptance by which half are closed; Kaplan–Meier, open cases included.",
    ],
    medianLower: [
      "Median, lower bound",
      "Lower end of the median's 95 % confidence interval (Greenwood, log-log).",
    ],
    medianUpper: [
      "Median, upper bound",
      "Upper end of the median's 95 % confidence interval (Greenwood, log-log).",
    ],
    p90: [
      "90th percentile",
      "Natural days from acceptance by which nine in ten are closed; Kaplan–Meier, open cases included.",
    ],
    closedOnlyMedian: [
      "Median of the closed only",
      "Median natural days of closed cases; without the open ones, so usually too low; for comparison only.",
    ],
    closedOnlyP90: [
      "90th percentile of the closed only",
      "90th percentile of closed cases in natural days; without the open ones, so usually too low; for comparison only.",
    ],
    timedWorking: [
      "Cases timed in working days",
      "Of the cases timed, those within the published holidays.",
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
  bandNotReached: "Too few have closed: this end of the interval is not reached.",
  closedAtUnknown: (n) =>
    `${n} closed cases do not show when they were closed and are not in the durations.`,
  curve: {
    natural: "Natural days since acceptance",
    working: "Working days since acceptance, less pauses",
  },
};
