import { clocks } from "../clocks.ts";
import type { Finding } from "./finding.ts";

/** A step past its own limit, also where the case as a whole is still inside the promise. */
export const stepOverLimit: Finding = {
  id: "step-over-limit",
  clause: null,
  find: (t, world) =>
    clocks(t, world)
      .filter((clock) => clock.name === "step" && clock.state === "late")
      .map((clock) => ({
        step: clock.of ?? "",
        start: clock.start,
        ...(clock.due.kind === "at" && { due: clock.due.moment }),
        ...(clock.ended !== undefined && { ended: clock.ended }),
      })),
};
