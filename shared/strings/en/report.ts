import type { Strings } from "../strings.ts";

export const report: Strings["report"] = {
  bucket: {
    supplementing: "Not accepted · materials to be corrected",
    refused: "Not accepted · refused acceptance",
    awaiting: "Not accepted · awaiting acceptance",
    "withdrawn-before": "Not accepted · withdrawn",
    "closed-in-limit": "Accepted · closed within the limit",
    "open-in-limit": "Accepted · open, not overdue",
    "closed-late": "Accepted · closed late",
    "open-overdue": "Accepted · open and overdue",
    withdrawn: "Accepted · withdrawn or terminated",
    unknown: "Cannot tell",
  },
  bucketDefinition: {
    supplementing: "Not accepted yet; sent back to the applicant for correction.",
    refused: "Acceptance was refused.",
    awaiting: "Submitted or received; no decision on acceptance yet.",
    "withdrawn-before": "Withdrawn or terminated before acceptance.",
    "closed-in-limit": "Closed no later than its due time.",
    "open-in-limit": "Accepted and open, its due time not passed (a standing clock included).",
    "closed-late": "Closed after its due time.",
    "open-overdue": "Accepted and open, its due time passed.",
    withdrawn:
      "Withdrawn, terminated, voided or revoked after acceptance; neither late nor on time.",
    unknown:
      "Limit, acceptance, closing time or calendar is missing, so lateness cannot be told; counted on its own and in no other part.",
  },
  notShown: "(not shown on the page)",
  total: "Total",
  share: (numerator, denominator) => `Numerator: ${numerator}; denominator: ${denominator}.`,
  empty: {
    "no-denominator": "No case meets the condition of the denominator.",
    "not-reached": "More than half have not ended: the median is not reached.",
    "percentile-not-reached":
      "Fewer than nine in ten have ended: the 90th percentile is not reached.",
    "no-duration": "There is no case whose duration can be computed.",
  },
  note: {
    unknown: (n, of) =>
      `Of ${of} cases, ${n} cannot be told to be late or not; they are counted on their own and in no on-time rate.`,
    dueUnknown: (n) =>
      `${n} cases are marked overdue by the portal without a due time; with a period chosen they are not among the limits passed.`,
    unseen: (n, days) =>
      `${n} open cases have not been seen for more than ${days} days and may have changed: please check.`,
    uncovered: (n) =>
      `${n} cases reach beyond the published holidays and are not in the durations.`,
    withoutTimes: (n) => `${n} step records show no time of entry and are not in the durations.`,
    none: "No case was seen in this range. Not seen is not the same as not late: look at the coverage first.",
  },
  days: (n) => `${n} days`,
  report: {
    "time-per-step": {
      title: "Time per step",
      definition:
        "Working days that cases started in the period spent in each step, less recorded pauses. A step not left yet is censored; median and 90th percentile are Kaplan–Meier estimates, so that leaving hard cases open does not make them smaller. Where the page does not tell when a step was entered or left, the looks bound it: entered at the first look that showed the case in it at the latest, and after the last look that showed it in another; left likewise. Together with the told ones these make the Turnbull estimate, which gives the range in which the median and the 90th percentile lie, never narrower than the looks. A stay under way at the first look of its case without a told entry is left out; with one it counts from that first look on (left truncation), unless the portal lists closed cases too. Of more than 2,000 stays in a step the bounds are rounded outwards to tenths of a working day.",
      columns: {
        step: ["Step", "The step as the page names it."],
        n: ["Entries", "Step records that show when the step was entered."],
        left: ["Left", "Of these, with a time of leaving."],
        open: ["Not left", "Of these, not left yet: censored at the time spent so far."],
        median: ["Median", "Working days by which half have left; Kaplan–Meier."],
        p90: ["90th percentile", "Working days by which nine in ten have left; Kaplan–Meier."],
        closedMean: [
          "Mean of the left only",
          "Mean working days of the records with a time of leaving; without the others, so usually too low; for comparison only.",
        ],
        gross: ["Median, natural days", "The same records in natural days, pauses not deducted."],
        withoutTimes: [
          "No entry time",
          "Step records without a time of entry, of which no duration can be computed.",
        ],
        exact: [
          "Ranges: known exactly",
          "Stays of which the page tells entry and leaving, or whose least and most are the same.",
        ],
        bounded: [
          "Ranges: between two looks",
          "Stays that are only known to have begun or ended between two looks (interval-censored).",
        ],
        lasting: [
          "Ranges: not left",
          "Stays that lasted when the case was last seen (right-censored).",
        ],
        unwatched: [
          "Ranges: left out",
          "Stays under way at the first look without a told entry, over before it, or beyond the published calendar.",
        ],
        medianFrom: [
          "Median, at least",
          "Lower end of the range in which the Turnbull median lies, in working days.",
        ],
        medianTo: [
          "Median, at most",
          "Upper end of that range; not reached where the looks do not tell.",
        ],
        p90From: [
          "90th percentile, at least",
          "Lower end of the range in which the Turnbull 90th percentile lies, in working days.",
        ],
        p90To: [
          "90th percentile, at most",
          "Upper end of that range; not reached where the looks do not tell.",
        ],
      },
    },
    "open-cases-by-age": {
      title: "Open cases by age",
      definition:
        "Cases not closed at the moment of the report, by the working days since acceptance (else receipt, submission or first sight).",
      columns: {
        age: ["Working days", "Working days since the day after the start; pauses not deducted."],
        open: ["Open", "Cases not closed."],
        overdue: ["of these overdue", "Their due time has passed."],
        dueSoon: ["of these due soon", "Within the warning period."],
        onTime: ["of these in time", "Due time not come, warning not begun."],
        paused: ["of these paused", "In a special procedure, correction or suspension."],
        notStarted: ["of these not accepted", "Not accepted, so the limit has not begun."],
        unknown: ["of these cannot tell", "It cannot be told whether they are overdue."],
      },
      band: (from, to) => (to === null ? `${from} and more` : `${from}–${to}`),
      uncovered: "beyond the calendar",
    },
  },
};
