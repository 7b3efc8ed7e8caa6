import { dayOf, timeOfDay } from "../../time/instant.ts";
import { type Moment, earliest, precision } from "../../time/moment.ts";
import { sessions } from "../office.ts";
import type { World } from "../verdict.ts";
import type { Finding } from "./finding.ts";

const AUTOMATIC = /自动|无人干预|秒批/;
/** Before opening, in the noon break and after close, an act within this margin is ordinary. */
const MARGIN = 30 * 60_000;

function isShut(m: Moment, { regime, calendar }: World): boolean {
  if (precision(m) === "day")
    return calendar.isWorkday(dayOf(earliest(m, regime.zone), regime.zone)) === false;
  const at = earliest(m, regime.zone);
  const d = dayOf(at, regime.zone);
  const time = timeOfDay(at, regime.zone);
  const worked = calendar.isWorkday(d);
  const open = sessions(d, regime);
  if (worked === undefined || open.length === 0 || time === 0) return false;
  return !worked || !open.some((s) => time >= s.from - MARGIN && time < s.to + MARGIN);
}

/** Accepted or closed when the office was shut (非工作时间办件). */
export const outsideOfficeHours: Finding = {
  id: "outside-office-hours",
  clause: null,
  find: ({ acceptedAt, closedAt, caseKind }, world) =>
    AUTOMATIC.test(caseKind ?? "")
      ? []
      : [
          ...(acceptedAt !== undefined && isShut(acceptedAt, world) ? [{ acceptedAt }] : []),
          ...(closedAt !== undefined && isShut(closedAt, world) ? [{ closedAt }] : []),
        ],
};
