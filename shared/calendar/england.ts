import { type Day, addDays, day } from "../time/day.ts";
import { type Calendar, type NamedDay, calendar } from "./calendar.ts";
import type { Notice } from "./year.ts";

/**
 * Working days in England: Monday to Friday, bank holidays out. A second jurisdiction, to prove that nothing Chinese is hard-wired.
 */
const PUBLISHED: Notice = {
  title: "Banking and Financial Dealings Act 1971, schedule 1, with the standing proclamations",
  published: "1971-12-16",
  address: "https://www.legislation.gov.uk/ukpga/1971/80",
  off: [
    ["New Year’s Day", "2024-01-01", "2024-01-01"],
    ["Good Friday", "2024-03-29", "2024-03-29"],
    ["Easter Monday", "2024-04-01", "2024-04-01"],
    ["Early May bank holiday", "2024-05-06", "2024-05-06"],
    ["Spring bank holiday", "2024-05-27", "2024-05-27"],
    ["Summer bank holiday", "2024-08-26", "2024-08-26"],
    ["Christmas Day", "2024-12-25", "2024-12-25"],
    ["Boxing Day", "2024-12-26", "2024-12-26"],
    ["New Year’s Day", "2025-01-01", "2025-01-01"],
    ["Good Friday", "2025-04-18", "2025-04-18"],
    ["Easter Monday", "2025-04-21", "2025-04-21"],
    ["Early May bank holiday", "2025-05-05", "2025-05-05"],
    ["Spring bank holiday", "2025-05-26", "2025-05-26"],
    ["Summer bank holiday", "2025-08-25", "2025-08-25"],
    ["Christmas Day", "2025-12-25", "2025-12-25"],
    ["Boxing Day", "2025-12-26", "2025-12-26"],
    ["New Year’s Day", "2026-01-01", "2026-01-01"],
    ["Good Friday", "2026-04-03", "2026-04-03"],
    ["Easter Monday", "2026-04-06", "2026-04-06"],
    ["Early May bank holiday", "2026-05-04", "2026-05-04"],
    ["Spring bank holiday", "2026-05-25", "2026-05-25"],
    ["Summer bank holiday", "2026-08-31", "2026-08-31"],
    ["Christmas Day", "2026-12-25", "2026-12-25"],
    ["Boxing Day (substitute day)", "2026-12-28", "2026-12-28"],
  ],
  makeUp: [],
};

const named = new Map<Day, NamedDay>();
for (const [name, first, last] of PUBLISHED.off)
  for (let d = day(first); d <= day(last); d = addDays(d, 1))
    named.set(d, { kind: "holiday", name, notice: PUBLISHED });

export const ENGLAND: Calendar = calendar({
  id: "england",
  version: "2024-2026",
  covered: { from: day("2024-01-01"), to: day("2027-01-01") },
  weekend: [6, 7],
  named,
});
