import type { Strings } from "../strings.ts";

export const finding: Strings["finding"] = {
  "closed-before-accepted":
    "It was closed before it was accepted: one of the two times needs checking.",
  "step-outside-case": "The times of a step lie outside the case: the record needs checking.",
  "pause-without-ground": "The clock was paused and the page shows no ground.",
  "pause-after-acceptance-for-supplement":
    "A correction was asked for after acceptance; it is due before it, once and in full.",
  "pause-near-due": "A pause began within the last two working days: its need is to be explained.",
  "re-hung": "The case was paused again on the same ground.",
  "impossible-speed":
    "It was accepted and closed within a minute although it is not decided on the spot: to be checked.",
  "outside-office-hours": "It was accepted or closed outside office hours: to be checked.",
  "step-over-limit": "A step took longer than its own limit.",
  "promise-over-statute": "The promised limit is longer than the statutory one.",
  "overrun-without-reason":
    "It ran over its limit and the page shows no pause, prolongation or reason; the reason is to be published.",
  "special-procedure-over-length": "The special procedure took longer than the applicant was told.",
  "late-notice":
    "It was neither accepted nor sent back within five days of receipt, and counts as accepted from that day.",
  "late-delivery": "The result was not handed over within ten days of the decision.",
};
