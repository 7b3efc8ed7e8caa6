import type { Unit } from "../../case/amount.ts";
import type { Strings } from "../strings.ts";

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
const unit: Record<Unit, (n: number) => string> = {
  workday: (n) => plural(n, "working day"),
  day: (n) => plural(n, "day"),
  hour: (n) => plural(n, "hour"),
  minute: (n) => plural(n, "minute"),
  "work-hour": (n) => plural(n, "working hour"),
  "work-minute": (n) => plural(n, "working minute"),
  month: (n) => plural(n, "month"),
  year: (n) => plural(n, "year"),
  immediate: () => "on the spot",
};

export const page: Strings["page"] = {
  product: "Shixian",
  amount: (amount, of) => unit[of](amount),
  due: (due) => `Due: ${due}`,
  dueUnknown: "Due: cannot be computed",
  left: (left) => `${left} left`,
  over: (over) => `${over} over`,
  overPromise: "Over the promised limit.",
  overStatute: "Over the statutory limit.",
  basis: {
    computed: "Basis: acceptance time and limit, by the working-day calendar.",
    declared: "Basis: the due time that the page states.",
    marked: "Basis: the page's own mark; it could not be computed independently.",
  },
  fromGuide: (readAt) => `The limit is taken from the item guide (read on ${readAt}).`,
  rules: (regime, calendar) => `Rules: ${regime}; calendar: ${calendar}`,
  proof: {
    counted: (first, due, n) => `Counted from ${first} as day 1 to ${due}: ${n} day(s).`,
    skipped: (all) =>
      `Not counted, on holiday: ${all.map(({ name, days }) => `${name} (${days} day(s))`).join(", ")}.`,
    madeUp: (days) => `Counted, though rest days, because they were worked: ${days.join(", ")}.`,
    paused: (n) => `Not counted: ${n} day(s) on which the clock was paused.`,
  },
  summary: {
    overdue: (n) => `Overdue ${n}`,
    dueSoon: (n) => `Due soon ${n}`,
    unknown: (n) => `Cannot tell ${n}`,
    fine: (n) => (n === 1 ? "1 case, within its limit" : `All ${n} cases within their limits`),
    nothingRead: "There is a case list here that could not be read",
    label: "Limits of the cases on this page",
    teach: "Teach this page",
    empty: "The list is empty",
    open: "Show what was read on this page",
    close: "Close",
    seen: (shown) => `${plural(shown, "case")} read on this page.`,
    seenOf: (shown, total) =>
      `${plural(shown, "case")} read on this page of ${total} in the list; the others were not looked at.`,
    unreadable: (field, why) => `${field}: ${why}`,
    unreadableTitle: "What could not be read",
    caveat: "Not read does not mean not overdue.",
  },
  drift: {
    title: "This page is not what it used to be",
    caution:
      "The portal may have changed. Until that is settled, nothing here proves that a case is within its limit.",
    accept: "The page is right as it is",
  },
  steps: {
    took: (workdays, natural) => `took ${workdays} (${natural} elapsed)`,
    running: (workdays, natural) => `here for ${workdays} (${natural} elapsed)`,
    unknown: "Duration unknown: the page does not show both ends",
    unknownShort: "unknown",
    title: "Time in this step",
    counted:
      "Working days from the day after it was entered, without statutory holidays and with make-up days.",
    sameDay: "less than 1 working day",
    days: (days, hours) =>
      days > 0
        ? hours > 0
          ? `${plural(days, "day")} ${hours} h`
          : plural(days, "day")
        : hours > 0
          ? `${hours} h`
          : "under 1 h",
    wholeDays: (days) => (days > 0 ? plural(days, "day") : "same day"),
  },
  unreadableWhy: {
    "columns-shifted":
      "head and rows have different numbers of columns: which is which cannot be told",
    "columns-may-be-swapped": "two columns of dates cannot be told apart and may be exchanged",
    "dates-contradict": "the dates of this row contradict each other",
    "row-incomplete": "this row lacks a cell",
    unsure: "not sure enough to be used",
    unnamed: "the header cannot be understood",
    "taken-by-another": "another column says it more surely",
    personal: "holds personal data and was not taken",
    unparsable: "could not be read with certainty",
    ambiguous: "could mean several things",
    missing: "is not on the page",
    "drift-columns": "columns that used to be read are missing or no longer understood",
    "drift-values": "times or limits that used to be read are no longer understood",
    "drift-empty": "the pager counts cases, but the list has no row",
    "drift-gone": "cases always stood here, and none is found now",
    "reader-failed": "the page is malformed and was not read",
    "not-a-limit": "is no limit that can be counted",
    "no-unit": "has a limit without a unit",
    "values-disagree": "the values contradict the column's name",
    "unknown-word": "uses a word whose meaning is not known",
    "not-understood": "could not be understood",
    "only-a-mark": "has only an icon or a colour",
    blank: "is blank",
  },
  field: {
    caseNo: "Case number",
    item: "Item",
    department: "Department",
    status: "Status",
    step: "Current step",
    submittedAt: "Submitted",
    receivedAt: "Received",
    acceptedAt: "Accepted",
    due: "Due",
    closedAt: "Closed",
    promisedLimit: "Promised limit",
    statutoryLimit: "Statutory limit",
    limit: "Limit",
    remaining: "Time left",
    steps: "Steps",
    page: "This page",
  },
};
