import { earliest, latest, precision } from "../../time/moment.ts";
import type { Finding } from "./finding.ts";

const ONE_MINUTE = 60_000;
const AUTOMATIC = /即办|当场|马上办|自动|无人干预|秒批/;

/** Accepted and closed within a minute though it is not decided on the spot (超快办件). */
export const impossibleSpeed: Finding = {
  id: "impossible-speed",
  clause: null,
  find: ({ acceptedAt, closedAt, limits, caseKind }) => {
    if (acceptedAt === undefined || closedAt === undefined) return [];
    if (precision(acceptedAt) === "day" || precision(closedAt) === "day") return [];
    const limit = limits.promised ?? limits.unnamed ?? limits.statutory;
    const onTheSpot =
      limit?.unit === "immediate" || limit?.amount === 0 || AUTOMATIC.test(caseKind ?? "");
    const most = latest(closedAt) - earliest(acceptedAt);
    return !onTheSpot && most > 0 && most <= ONE_MINUTE ? [{ acceptedAt, closedAt }] : [];
  },
};
