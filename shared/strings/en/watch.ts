import type { Strings } from "../strings.ts";

export const watch: Pick<
  Strings["measures"],
  "coverage" | "project" | "order" | "risk" | "stepHeat"
> = {
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
