import type { Strings } from "../strings.ts";

export const verdict: Strings["verdict"] = {
  mark: {
    "on-time": "On time",
    "due-soon": "Due soon",
    overdue: "Overdue",
    "closed-on-time": "Closed on time",
    "closed-late": "Closed late",
    paused: "Clock paused",
    "not-started": "Not accepted yet",
    unknown: "Cannot tell",
  },
  short: {
    "on-time": "OK",
    "due-soon": "Soon",
    overdue: "Late",
    "closed-on-time": "Done",
    "closed-late": "Done late",
    paused: "Paused",
    "not-started": "Not yet",
    unknown: "Check",
  },
  why: {
    "past-due": "The due time has passed.",
    "due-today": "Today is the day on which it is due.",
    "within-warning": "The warning period has begun.",
    "before-due": "The due time has not come.",
    "closed-before-due": "It was closed before its due time.",
    "closed-after-due": "It was closed after its due time.",
    "clock-paused":
      "A special procedure, correction or suspension is running, so time does not count.",
    "not-accepted-yet": "It has not been accepted, so the limit has not begun to run.",
    dropped: "It was withdrawn, not accepted or voided, and counts as neither late nor on time.",
    "calendar-unpublished":
      "The holidays of the year in which it falls due are not published or not imported yet.",
    "no-accepted-time": "The page does not show when it was accepted, so the start is not known.",
    "no-limit": "The page shows neither a promised nor a statutory limit, nor a due time.",
    "limit-unreadable": "The limit on the page could not be read with certainty.",
    "accepted-unreadable": "The acceptance time on the page could not be read with certainty.",
    "due-unreadable": "The due time on the page could not be read with certainty.",
    "closed-time-unknown":
      "It is closed, but the page does not show when, so whether it was on time cannot be told.",
    "hour-decides": "The page shows only the day, and the hour decides whether it is overdue.",
    "due-disagrees":
      "The page's due time has passed but by the rules it has not: the two disagree and a person must check.",
    "portal-due-later":
      "The page's due time is later than the rules give: there may be a pause or a prolongation that it does not show.",
    "portal-says-overdue": "The page itself marks it as overdue.",
    "portal-says-not-overdue":
      "The page itself marks it as not overdue, which disagrees with the rules.",
    "portal-says-remaining": "Taken from the remaining time that the page shows.",
    "status-unreadable": "The status on the page could not be read with certainty.",
    "accepted-after-now":
      "The acceptance time on the page lies in the future: a person must check.",
    "closed-before-accepted":
      "The closing time on the page is before the acceptance: a person must check.",
    immediate: "To be decided on the spot.",
    "unit-unsupported": "This unit of time cannot be computed yet.",
    "pause-unreadable": "The time of a pause on the page could not be read with certainty.",
    "pause-end-unknown":
      "A pause was seen and the case has run again since, but the page does not show when it ended.",
    "mark-outdated":
      "The page shows only a remark or a remaining time, and it was seen on an earlier day.",
  },
};
