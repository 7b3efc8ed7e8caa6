import { clocks } from "../clocks.ts";
import type { Finding } from "./finding.ts";

/** Neither accepted nor sent back within five days of receipt: it counts as accepted from that day. */
export const lateNotice: Finding = {
  id: "late-notice",
  clause: { law: "行政许可法", article: "32" },
  find: (t, world) =>
    clocks(t, world)
      .filter((clock) => clock.name === "notice" && clock.state === "late")
      .map((clock) => ({
        start: clock.start,
        ...(clock.due.kind === "at" && { due: clock.due.moment }),
        ...(clock.ended !== undefined && { ended: clock.ended }),
      })),
};
