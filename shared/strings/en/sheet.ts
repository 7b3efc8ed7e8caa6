import type { Strings } from "../strings.ts";

export const sheet: Strings["sheet"] = {
  figures: "Figures",
  about: "About",
  report: "Report",
  definition: "Definition",
  window: "Period",
  windowText: (from, to) =>
    from === null && to === null
      ? "not limited"
      : `${from ?? "the beginning"} to ${to ?? "the moment of the report"}`,
  asOf: "As of",
  generatedAt: "Made at",
  unit: "Units",
  department: "Department",
  item: "Item",
  portal: "Portal",
  all: "all",
  n: "Cases",
  coverage: "Coverage",
  coverageText: (looks, devices, cases) =>
    `${looks} looks from ${devices} devices saw ${cases} cases.`,
  unidentified: (n) => `${n} sights of cases without a readable number are in no figure.`,
  unreadable: (n) => `On ${n} looks at least one field could not be read.`,
  seenOf: (portal, view, seen, total) =>
    `${portal}${view}: ${seen} seen of the ${total} that the portal's pager tells.`,
  regime: "Rules",
  calendar: "Calendar",
  program: "Program",
  notes: "Notes",
  column: "Column",
  meaning: "Meaning",
  emptyMark: "“—” stands where there is no figure, because",
  units: { workday: "working days", day: "natural days", hour: "hours" },
  withUnit: (title, unit) => `${title} (${unit})`,
};
