import { judge } from "../verdict.ts";
import type { Finding } from "./finding.ts";

/** Late, with no pause, no prolongation and no reason on the page (无故超时). */
export const overrunWithoutReason: Finding = {
  id: "overrun-without-reason",
  clause: { law: "优化营商环境条例", article: "36" },
  find(t, world) {
    if (t.pauses.length > 0 || t.limits.prolonged) return [];
    const verdict = judge(t, world);
    const late = verdict.kind === "overdue" || verdict.kind === "closed-late";
    return late
      ? [{ verdict: verdict.kind, ...(verdict.due !== null && { due: verdict.due }) }]
      : [];
  },
};
