import type { Strings } from "../strings.ts";

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
  coverage: {
    title: "Coverage",
    definition:
      "What the devices of each unit looked at in each week (Monday to Sunday): looks, days and cases, against the totals that portals' pagers tell. Units and weeks without a look are listed too: no figure there does not mean no cases or nothing overdue.",
    columns: {
      unit: ["Unit", "The unit of the devices."],
      week: ["Week", "First and last day."],
      looks: ["Looks", "Pages read, those without a case included."],
      devices: ["Devices", "Devices that looked."],
      days: ["Days", "Days with a look."],
      cases: ["Cases seen", "Different cases recognised."],
      unidentified: ["Without number", "Sights without a readable number, in no figure."],
      unreadable: ["Partly unread", "Looks on which at least one field could not be read."],
      seen: ["Seen where totals are told", "Different cases on pages whose pager tells a total."],
      told: ["Total told", "The largest total of each page in the week, added."],
      seenRate: [
        "Share seen",
        "Numerator: seen where totals are told; denominator: total told. Below 100 % when not every page was turned.",
      ],
    },
    noTotal: "No page told a total in this week.",
    noLooks: "Nobody looked in this week.",
    never: (units) => `Nobody looked at all in the period: ${units}.`,
    dropped: (n) => `${n} earlier weeks are not listed: choose a period.`,
    none: "No device looked at a portal in the period.",
    unavailable: "There is no record of looks here.",
  },
  project: {
    title: "Key projects: the whole chain",
    definition:
      "Cases whose page shows the code of an investment project, by project: planned end = the latest due date of its cases; actual end = the latest closing once all are closed. Gap = natural days between the first start and the last closing (or the moment of the report) on which no case was running. A project is known by the code that pages show; cases whose page shows none are not in it.",
    one: "One project only (its code)",
    columns: {
      project: ["Project code", "As the page shows it."],
      cases: ["Cases", "Cases that show this code."],
      departments: ["Departments", "Different departments shown; none shown counts as none."],
      open: ["Open", "Not yet closed."],
      overdue: ["Open overdue", "Accepted, not closed, due time passed."],
      closedLate: ["Closed late", "Closed after the due time."],
      start: ["Start", "When its first case started."],
      planned: ["Planned end", "The latest due date of its cases."],
      actual: ["Actual end", "The latest closing, once all are closed."],
      late: [
        "Later than planned",
        "Natural days from the planned to the actual end (the moment of the report while open); negative when earlier.",
      ],
      gap: ["Gap", "Natural days of the chain on which no case was running."],
    },
    chain: {
      item: ["Item", "As the page shows it."],
      department: ["Department", "As the page shows it."],
      step: ["Step", "Where it stood when last seen."],
    },
    noPlan: "No case whose due date can be told.",
    running: "Not all are closed.",
    without: (n, of) => `${n} of ${of} cases show no project code and are not in it.`,
    partPlanned: (n) =>
      `${n} projects have cases whose due date cannot be told: their planned end may be too early.`,
  },
  order: {
    title: "Hotline work orders",
    definition:
      "Hotline work orders received in the period (kind or item names 12345, a hotline, work order, appeal or petition, or a step hands it on). Handed on in time = within 1 working day of receipt, or as many as set; answered in time = closed by its due time, closing taken as the answer, open overdue ones in the denominator; satisfaction over the orders that show it. What no page shows is not shown: neither nought nor in a denominator.",
    by: "Lines by",
    within: "Working days for handing on",
    columns: {
      name: ["Unit", "The department as the page shows it."],
      orders: ["Orders", "Orders received in the period (else accepted, submitted, first seen)."],
      transferShown: ["Handing-on shown", "Orders that show both receipt and handing on."],
      transferInTime: ["of these in time", "Handed on within the working days set."],
      transferRate: [
        "Handed on in time",
        "Numerator: of these in time; denominator: handing-on shown.",
      ],
      passed: ["Answer due", "Due in the period and passed, unanswered ones included."],
      answered: ["of these answered in time", "Closed no later than due."],
      answeredRate: [
        "Answered in time",
        "Numerator: of these answered in time; denominator: answer due.",
      ],
      rated: ["Rating shown", "The page shows satisfied or not."],
      satisfied: ["of these satisfied", "Very satisfied, satisfied, basically satisfied."],
      satisfiedRate: ["Satisfied", "Numerator: of these satisfied; denominator: rating shown."],
    },
    notShown: "Not shown by any page: no figure.",
    none: "No hotline work orders in what was chosen.",
    coverage: (of, transfer, rated) =>
      `Of ${of} orders ${transfer} show their handing on and ${rated} a rating; the others are in no denominator.`,
  },
  risk: {
    title: "At risk of being late (morning list)",
    definition:
      "Open cases whose limit has not passed, each with its chance of missing the due date: of earlier cases of the same item that were still open after the same time, the share that closed only after it (conditional survival, Kaplan–Meier, natural days). From the entering of the step where enough earlier cases passed through it, else from acceptance. With fewer than 30 earlier cases to compare there is no estimate, and the reason is told.",
    columns: {
      due: ["Due date", "The last date that is still on time."],
      left: ["Days left", "Natural days from the moment of the report to the due date."],
      step: ["Step", "Where it stood when last seen."],
      spent: ["Days spent", "Natural days from acceptance, or from entering the step."],
      risk: [
        "Chance of being late",
        "Numerator: of the earlier cases open after the same time, those that closed only after the due date; denominator: those open after the same time.",
      ],
      lower: ["Chance, lower", "Lower 95 % limit."],
      upper: ["Chance, upper", "Upper 95 % limit."],
      n: ["n", "Earlier cases still open after the same time."],
      why: ["Basis", "Where the estimate comes from."],
    },
    because: {
      step: (n, step, spent, left) =>
        `${n} cases of the same item were still open ${spent} days after entering “${step}”; the share that closed within ${left} more days.`,
      item: (n, spent, left) =>
        `${n} cases of the same item were still open ${spent} days after acceptance; the share that closed within ${left} more days.`,
    },
    noneBecause: {
      few: (n) =>
        `Only ${n} earlier cases of the kind were still open after the same time: fewer than 30, no estimate.`,
      beyond:
        "Earlier cases of the kind were not observed as long as until the due date: no estimate.",
      item: "No page shows the item: nothing to compare with.",
      accepted: "No page shows the acceptance: the time spent is unknown.",
      due: "The due date cannot be told.",
    },
    told: (told, of) =>
      `${of} open cases whose limit has not passed; ${told} with an estimate, the others after them with the reason.`,
    paused: (n) => `${n} cases whose clock stands are not listed.`,
  },
  stepHeat: {
    title: "Time by department and step",
    definition:
      "Cases that started in the period: median net working days of the stays in each step by the department of the step (else of the case), evidenced pauses left out, Kaplan–Meier. A stay not yet over is censored where it was last seen.",
    columns: {
      department: ["Department", "Of the step; where none is shown, of the case."],
      step: ["Step", "As the page names it."],
      n: ["Stays", "Stays with a time of entry."],
      left: ["Left", "Those with a time of leaving."],
      median: ["Median", "Net working days after which half have left, Kaplan–Meier."],
      p90: ["90th percentile", "Net working days after which nine in ten have left, Kaplan–Meier."],
      waiting: [
        "Waiting, median",
        "Natural days between leaving the step before and entering this one, where both are shown.",
      ],
      waitingN: ["Waiting shown", "Stays that show both times."],
    },
    noWaiting: "No page shows both the leaving of the step before and the entering of this one.",
  },
};
