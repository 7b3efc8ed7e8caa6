import type { Strings } from "../strings.ts";

export const delays: Strings["delays"] = {
  by: {
    "delays-by-department": {
      title: "Delays by department",
      of: "department",
      name: ["Department", "The department in charge as the page shows it."],
    },
    "delays-by-item": {
      title: "Delays by item",
      of: "item",
      name: ["Item", "As the page shows it."],
    },
    "delays-by-window": {
      title: "Delays by window",
      of: "the window that saw them (the unit of the device)",
      name: [
        "Window",
        "The window or hall whose devices saw the case; not necessarily who handles it.",
      ],
    },
    "delays-by-region": {
      title: "Delays by region",
      of: "the unit of the next level that saw them",
      name: [
        "Region",
        "The level below the unit asked about; devices of that unit itself stand in a line of their own.",
      ],
    },
  },
  definition: (of) =>
    `Cases that started in the period, by ${of}; each line in parts that do not overlap and sum to its total. The on-time rate is over all cases whose due time fell in the period and has passed, open overdue ones included.`,
  overlapping:
    "A case seen by devices of several units stands in each of their lines and once in the total, so that the lines may add up to more.",
  level: (name) => `${name} (itself)`,
  columns: {
    total: [
      "Cases",
      "Cases that started in the period: by acceptance, else receipt, submission or first sight.",
    ],
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
  },
};
