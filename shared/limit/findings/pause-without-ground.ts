import type { Finding } from "./finding.ts";

/** A pause for which the page tells no ground. */
export const pauseWithoutGround: Finding = {
  id: "pause-without-ground",
  clause: { law: "行政许可法", article: "45" },
  find: ({ pauses }) =>
    pauses
      .filter((p) => p.ground === "suspended" || p.ground === "other")
      .map((p) => ({ from: p.from, ...(p.to !== undefined && { to: p.to }) })),
};
