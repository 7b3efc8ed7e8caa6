import type { Amount } from "../../case/amount.ts";
import type { ClockName, Regime, Warn } from "../../limit/regime.ts";
import type { Strings } from "../strings.ts";
import { page } from "./page.ts";
import { proof } from "./proof.ts";

const amount = ({ amount: n, unit }: Amount): string => page.amount(n, unit);
const days = (n: number): string => (n === 1 ? "1 working day" : `${n} working days`);
const warn = (rule: Warn): string => {
  switch (rule.kind) {
    case "workdays-left":
      return rule.n === 0
        ? "a warning on the last day"
        : `a warning with ${days(rule.n)} or fewer left`;
    case "percent-used":
      return `a warning when ${rule.percent}% of the limit is used`;
    case "hours-left":
      return `a warning with ${rule.hours} hours or fewer left`;
    case "never":
      return "no warning";
  }
};
const CLOCKS: Record<ClockName, string> = {
  promise: "the promise",
  statute: "the statutory limit",
  step: "a step’s limit",
  notice: "receipt to acceptance or notice",
  "special-procedure": "a special procedure",
  supplement: "the applicant’s correction",
  delivery: "delivery",
  prolonged: "the prolonged limit",
  feedback: "the answer to supervision or a hotline",
};
const LENGTHS: Record<keyof Regime["statutory"], string> = {
  decision: "Decision",
  prolong: "Approved prolongation",
  joint: "Joint handling",
  jointProlong: "Approved prolongation of joint handling",
  notice: "Acceptance, or one notice of what is missing",
  delivery: "Handing over",
  feedback: "Answer to supervision or a hotline",
};
const shift = (n: number): string =>
  n === 0 ? "once past" : n < 0 ? `from ${days(-n)} before the end of` : `${days(n)} past`;

export const rules: Strings["rules"] = {
  title: "Rules and calendars",
  lead: "Cases are judged by these holiday notices and rule sets. Their names and versions go with every result.",
  now: "In force",
  nowRegime: "Rule set",
  nowCalendar: "Calendar version",
  nowCovers: "Published",
  covers: (from, to) => `${from} to ${to}`,
  beyond:
    "What follows is not published or not imported: a due date that reaches into it is told as an earliest and a latest day and never guessed.",
  years: "Holiday notices",
  yearsLead: "One file a year, each naming its notice. Open one to see its days.",
  year: "Year",
  notice: "Notice",
  published: "Published",
  daysOff: "Off",
  daysWorked: "Worked instead",
  days: (n) => (n === 1 ? "1 day" : `${n} days`),
  source: "Source",
  shipped: "ships",
  importedBy: (by, at) => `imported by ${by}, ${at}`,
  versions: (n) => `${n} versions`,
  off: (name, first, last) =>
    first === last ? `${name}: ${first} off` : `${name}: ${first} to ${last} off`,
  worked: (name, day) => `${name}: ${day} worked`,
  overlays: "Regional calendars",
  overlaysLead:
    "Regional holidays, emergency closures and a hall’s own days, laid over the national notices. Only years that are known are here; no other is guessed.",
  overlay: "Region or hall",
  knownYears: "Known years",
  usedBy: "Used by",
  none: "none",
  importTitle: "Import",
  importCalendar: "Import a year or a regional calendar",
  importLead:
    "Choose a JSON file or paste its content. A year is {year, notices}, a region {id, name, years}. Cases are judged by it at once, and every version is kept.",
  chooseFile: "Choose a file",
  content: "Content",
  checking: "Checking…",
  faults: (n) => (n === 1 ? "1 thing to mend" : `${n} things to mend`),
  valid: (kind, name) => `Without fault: ${kind} ${name}`,
  known: "The same is already there: nothing to import.",
  kinds: { year: "holiday notice", overlay: "regional calendar", regime: "rule set" },
  submit: "Import",
  submitting: "Importing…",
  done: (kind, name) => `Imported: ${kind} ${name}.`,
  doneRegime: "Nothing is judged by it until it is chosen for a unit.",
  newOnly:
    "A year’s notice holds for every unit: a system administrator of all of them imports it.",
  adminOnly: "System administrators import and choose.",
  files: "Imported files",
  noFiles: "Nothing was imported: the notices and rule sets that ship are used.",
  file: "File",
  importedAt: "Imported",
  importer: "By",
  replaced: "a later version stands in its place",
  showChanges: "Show what it changed",
  changes: (name) => `What “${name}” changed`,
  changesLead: (before, after) => `Before: ${before}. Now: ${after}.`,
  judged: (n) => `${n} cases were judged again.`,
  changed: (open, closed) => `With another due date or verdict: ${open} open and ${closed} closed.`,
  unchanged: "No case has another due date or verdict because of it.",
  listed: (n) => `The first ${n} are listed.`,
  judging: (percent) =>
    `Every case is being judged in the background by the rules before and after: ${percent} % done. You may leave this page.`,
  judgingFailed:
    "The judging could not be finished: the administrator must look at the log. What follows was worked out just now.",
  before: "Before",
  after: "Now",
  unknownDue: "cannot be told",
  between: (from, to) => `${from} to ${to}`,
  notBefore: (from) => `not before ${from}`,
  regimes: "Rule sets",
  regimesLead:
    "There is no national definition of overdue, and systems differ. Choose one by unit, or copy one, change it and import it.",
  regime: "Rule set",
  version: "Version",
  chosenFor: "Judges",
  everybody: "every unit (default)",
  chosen: (unit, at, by) => `${unit} (chosen by ${by}, ${at})`,
  inWords: "What it says",
  clauses: "The clauses it stands on",
  copy: "Copy and change",
  choose: "Choose for a unit",
  chooseUnit: "Unit",
  chooseSubmit: "Choose",
  chooseDone: (unit, regime) => `${unit} and all below it are judged by ${regime} from now on.`,
  editTitle: (name) => `Copied from “${name}”`,
  editLead:
    "Change it on the left, or its JSON on the right: both are one text, checked as you write. Give it an id and a name of its own.",
  form: "Form",
  json: "JSON",
  formWaits: "Mend the text on the right first.",
  download: "Download JSON",
  cancel: "Discard",
  fields: {
    id: "Id (small letters, digits, hyphens)",
    version: "Version (a date)",
    nameZh: "Chinese name",
    nameEn: "English name",
    granularity: "Counts to the",
    startDayCounts: "The start day counts",
    endOfDay: "A day ends at",
    boundary: "Late when",
    rolls: "A last day of rest moves on",
    immediate: "On-the-spot cases",
    warn: "Warning",
    warnN: "Number",
    warnShort: "Warning for limits in hours",
    stops: "Grounds that stop the promise",
    stopsStatute: "Grounds that stop the statutory limit",
    overlap: "Overlapping pauses",
    cap: "A pause longer than approved",
    sameDay: "A pause within one day",
    office: "Office hours (as 08:30-12:00 14:00-17:30)",
    overlays: "Regional calendars laid over",
    statutory: (of) => `By law: ${LENGTHS[of].toLowerCase()} (working days)`,
  },
  options: {
    granularity: { day: "day", moment: "moment" },
    endOfDay: { "24:00": "midnight", close: "close of business" },
    boundary: { past: "the due time has passed (<0)", reached: "the due time is reached (≤0)" },
    immediate: {
      "same-day": "due the same day",
      "next-workday": "the same day, or the next working day after close",
      none: "have no clock",
    },
    warn: {
      "workdays-left": "working days left",
      "percent-used": "percent used",
      "hours-left": "hours left",
      never: "never",
    },
    overlap: { union: "deducted once", sum: "each deducted" },
    cap: { none: "deducted whole", approved: "deducted up to what was approved" },
    sameDay: { 0: "deducts nothing", 1: "deducts one day" },
  },
  clocks: {
    title: "Every clock",
    lead: "Statutory, promised, step and other limits run apart, and none stands for another.",
    names: CLOCKS,
    of: (name) =>
      name === "tolerance"
        ? "papers owed"
        : ((proof.ground as Record<string, string>)[name] ?? name),
    clock: "Clock",
    start: "From",
    limit: "Length",
    source: { page: "as the page says", guide: "as the item guide says", law: "by law" },
    due: "Until",
    ended: "Done",
    state: "State",
    states: {
      met: "in time",
      late: "late",
      running: "running",
      stands: "stands",
      "cannot-tell": "cannot be told",
    },
    deemed: (receivedAt) =>
      `No correction was asked for in time, so the application counts as accepted from the day its material was received, ${receivedAt} (Administrative Licensing Law, article 32).`,
  },
  sentences(regime) {
    const { officeHours, pauses, statutory, levels } = regime;
    const grounds = (list: readonly (keyof typeof proof.ground)[]): string =>
      list.length === Object.keys(proof.ground).length
        ? "every one"
        : list.map((ground) => proof.ground[ground]).join(", ") || "none";
    return [
      `The start day ${regime.startDayCounts ? "counts" : "is left out"}; limits are counted to the ${regime.granularity}.`,
      `A day ends at ${regime.endOfDay === "close" ? "close of business" : "midnight"}; a case is late when its due time ${regime.boundary === "past" ? "has passed" : "is reached"}.`,
      `Where the last day of a limit in natural days, months or years is a day of rest, it ${regime.rolls ? "moves to the next working day" : "does not move"}.`,
      ...officeHours.map(({ season, weekdays, sessions }) => {
        const when = season ? `from ${season.from} to ${season.to}` : "all year";
        const on = weekdays ? `on weekdays ${weekdays.join(", ")}` : "on every working day";
        return `Office hours ${when} ${on}: ${sessions.map(([open, close]) => `${open}–${close}`).join(", ")}.`;
      }),
      ...(officeHours.length === 0 ? ["No office hours are set."] : []),
      {
        "same-day": "On-the-spot cases are due on the day of acceptance.",
        "next-workday":
          "On-the-spot cases are due on the day of acceptance; accepted after close or on a day of rest, on the next working day.",
        none: "On-the-spot cases have no clock.",
      }[regime.immediate],
      `There is ${warn(regime.warn)}; for limits in hours and minutes, ${warn(regime.warnShort)}.`,
      `Grounds that stop the promise: ${grounds(pauses.stops)}.`,
      `Grounds that stop the statutory limit: ${grounds(pauses.stopsStatute)}.`,
      `Overlapping pauses are ${pauses.overlap === "union" ? "deducted once" : "each deducted"}; a pause is deducted ${pauses.cap === "approved" ? "up to the length approved for it" : "as long as it was"}; one within a single day deducts ${pauses.sameDay === 1 ? "one day" : "nothing"}.`,
      ...(Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]).flatMap((name) => {
        const length = statutory[name];
        return length ? [`${LENGTHS[name]}: ${amount(length)}.`] : [];
      }),
      ...(Object.keys(CLOCKS) as ClockName[]).flatMap((clock) =>
        (levels[clock] ?? []).map(
          ({ name, of, workdays }) =>
            `${name.en}, for ${CLOCKS[clock]}: ${shift(workdays)} ${of === "own" ? "its own limit" : CLOCKS[of]}.`,
        ),
      ),
      `Calendar ${[regime.calendar.id, ...regime.calendar.overlays].join("+")}, time zone ${regime.zone}.`,
    ];
  },
};
