import { clocks } from "../clocks.ts";
import type { Finding } from "./finding.ts";

/** A special procedure that lasts longer than was approved for it: the applicant was told how long it needs. */
export const specialProcedureOverLength: Finding = {
  id: "special-procedure-over-length",
  clause: { law: "行政许可法", article: "45" },
  find: (t, world) =>
    clocks(t, world)
      .filter((clock) => clock.name === "special-procedure" && clock.state === "late")
      .map((clock) => ({
        start: clock.start,
        ...(clock.due.kind === "at" && { due: clock.due.moment }),
        ...(clock.ended !== undefined && { ended: clock.ended }),
      })),
};
