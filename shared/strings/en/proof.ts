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
  clause: (law, article, says) => `${law}, article ${article}: ${says}`,
  rules: (regime, calendar) => `Rules ${regime}, calendar ${calendar}.`,
  onTime: (due) => `It is due by ${due}.`,
  between: (earliest, latest) =>
    `It is due between ${earliest} and ${latest}; the date will be known when the holidays are published.`,
  notBefore: (earliest) => `It is not due before ${earliest}.`,
};
