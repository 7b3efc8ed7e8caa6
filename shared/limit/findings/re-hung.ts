import type { Finding } from "./finding.ts";

/** The same case paused again on the same ground (是否重复挂起). */
export const reHung: Finding = {
  id: "re-hung",
  clause: { law: "行政许可法", article: "45" },
  find: ({ pauses }) =>
    pauses
      .filter((p, i) => pauses.slice(0, i).some((q) => q.ground === p.ground))
      .map((p) => ({ from: p.from, ground: p.ground })),
};
