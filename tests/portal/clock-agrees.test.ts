import { expect, test } from "vitest";
import { CHINA } from "#shared/calendar/china.ts";
import type { Amount } from "#shared/case/amount.ts";
import type { StatusKind } from "#shared/case/status.ts";
import type { Timeline } from "#shared/case/timeline.ts";
import { national } from "#shared/limit/rules/national.ts";
import { judge } from "#shared/limit/verdict.ts";
import { type Instant, instant } from "#shared/time/instant.ts";
import { type PortalCase, casesOn } from "./cases.ts";
import { plusDays } from "./days.ts";

const STATUS: Record<string, StatusKind> = {
  办理中: "processing",
  已受理: "accepted",
  待办结: "processing",
  已办结: "finished",
  准予许可: "approved",
  不予许可: "rejected",
  待受理: "received",
  待补正: "supplement",
  挂起: "paused",
  "特别程序（专家评审）": "paused",
  "特别程序（检测）": "paused",
};

/** What a person reads off the row, without any reader of ours. */
function timelineOf(row: PortalCase, seenAt: Instant): Timeline {
  const [, amount, unit] = /^(\d+)(个工作日|个自然日|小时)$/.exec(row.limit) ?? [];
  const limit: Amount | undefined =
    row.limit === "即办"
      ? { amount: 0, unit: "immediate" }
      : amount === undefined
        ? undefined
        : {
            amount: Number(amount),
            unit: unit === "小时" ? "hour" : unit === "个工作日" ? "workday" : "day",
          };
  const moment = (text: string) => text.replace(" ", "T");
  const kind = STATUS[row.status];
  if (!kind) throw new Error(`no meaning given for ${row.status}`);
  return {
    status: { text: row.status, kind },
    ...(row.acceptedAt && { acceptedAt: moment(row.acceptedAt) }),
    ...(row.closedAt && { closedAt: moment(row.closedAt) }),
    declared: { ...(row.due && { due: row.due }) },
    limits: { ...(limit && { promised: limit }) },
    pauses: [],
    steps: [],
    contradictions: [],
    unreadable: [],
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
  };
}

test.each(["00:05:00", "10:20:00", "23:50:00"])(
  "throughout a year the clock says of every case at %s what was counted by hand",
  (time) => {
    // The last weeks lie in a year that perhaps nobody has a calendar for yet.
    for (let day = "2026-01-01"; day <= "2027-02-20"; day = plusDays(day, 4)) {
      const at = instant(`${day}T${time}+08:00`);
      for (const { row, expect: verdict } of casesOn(day)) {
        const judged = judge(timelineOf(row, at), { regime: national, calendar: CHINA, at });
        expect(
          judged.kind,
          `${day} ${row.item} ${row.acceptedAt} ${row.limit} ${judged.why.join()}`,
        ).toBe(verdict);
      }
    }
  },
);
