import type { Strings } from "../strings.ts";

export const proof: Strings["proof"] = {
  title: "How the due time was counted",
  ground: {
    "special-procedure": "special procedure",
    hearing: "hearing",
    tender: "tender",
    auction: "auction",
    inspection: "inspection",
    testing: "testing",
    quarantine: "quarantine",
    appraisal: "appraisal",
    "expert-review": "expert review",
    supplement: "correction",
    suspended: "suspension",
    publicity: "publication",
    "site-visit": "site visit",
    consultation: "consultation",
    payment: "payment awaited",
    "force-majeure": "force majeure",
    other: "other grounds",
  },
  day({ kind, number, minutes, name, notice, ground, rolled }) {
    const by = notice ? ` (${notice.number ?? notice.title})` : "";
    const counted =
      number === undefined
        ? minutes === undefined || minutes === 0
          ? ", not counted"
          : `, ${minutes} minutes counted`
        : `, counted as day ${number}`;
    switch (kind) {
      case "start":
        return "Day of the start, not counted.";
      case "workday":
        return rolled ? "The last day after moving on." : `Working day${counted}.`;
      case "weekend":
        return rolled ? "The last day is a day of rest and moves on." : `Day of rest${counted}.`;
      case "holiday":
        return rolled
          ? `Holiday ${name ?? ""}${by}: the last day moves on.`
          : `Holiday ${name ?? ""}${by}${counted}.`;
      case "make-up":
        return rolled
          ? `Worked for ${name ?? ""}${by}: the last day after moving on.`
          : `Worked for ${name ?? ""}${by}${counted}.`;
      case "paused":
        return `The clock stands for ${ground === undefined ? "other grounds" : proof.ground[ground]}, not counted.`;
      case "uncovered":
        return "The holidays of this year are not published or not imported yet.";
    }
  },
  clause: (law, article, says) =>
    article === "—" ? `${law}: ${says}` : `${law}, article ${article}: ${says}`,
  rules: (regime, calendar) => `Rules ${regime}, calendar ${calendar}.`,
  onTime: (due) => `It is due by ${due}.`,
  between: (earliest, latest) =>
    `It is due between ${earliest} and ${latest}; the date will be known when the holidays are published.`,
  notBefore: (earliest) => `It is not due before ${earliest}.`,
  ledger: {
    title: "Due dates with their proof",
    definition:
      "Each case of the chosen scope with its acceptance, limit, due date, verdict and the count that it rests on: from the next day, naming the holidays left out, the make-up days counted and the days on which the clock stood, with the versions of rules and calendar. This is the table to print or to export for the file.",
    columns: {
      accepted: ["Accepted", "As the page shows it; the limit runs from here."],
      limit: ["Limit", "The limit that was counted: the promise where there is one."],
      due: ["Due", "The last moment that is still on time; empty where no single day is certain."],
      verdict: ["Verdict", "At the moment that the table is about."],
      why: ["Reason", "Every reason of the verdict."],
      proof: [
        "How the date was counted",
        "From which day to which, the holidays left out, the make-up days counted, and the days on which the clock stood.",
      ],
    },
    none: "The page shows no acceptance time together with a limit, so there is nothing to count.",
    more: (listed, all) => `${all} cases; the first ${listed} by due date are listed.`,
  },
};
