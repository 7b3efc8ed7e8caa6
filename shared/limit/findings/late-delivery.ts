import { clocks } from "../clocks.ts";
import type { Finding } from "./finding.ts";

/** The result was not handed over within ten days of the decision. */
export const lateDelivery: Finding = {
  id: "late-delivery",
  clause: { law: "行政许可法", article: "44" },
  find: (t, world) =>
    clocks(t, world)
      .filter((clock) => clock.name === "delivery" && clock.state === "late")
      .map((clock) => ({
        start: clock.start,
        ...(clock.due.kind === "at" && { due: clock.due.moment }),
        ...(clock.ended !== undefined && { ended: clock.ended }),
      })),
};
