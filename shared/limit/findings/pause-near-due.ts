import { dayOfMoment } from "../../time/moment.ts";
import { run } from "../clock.ts";
import type { Finding } from "./finding.ts";

/** A pause that begins in the last two working days before the case would have been due. */
export const pauseNearDue: Finding = {
  id: "pause-near-due",
  clause: { law: "行政许可法", article: "45" },
  find(t, world) {
    const limit = t.limits.promised ?? t.limits.unnamed ?? t.limits.statutory;
    const { acceptedAt } = t;
    if (!limit || acceptedAt === undefined) return [];
    return t.pauses.flatMap((pause) => {
      const before = t.pauses.filter((p) => p.from < pause.from);
      const due = run(acceptedAt, limit, before, world);
      if (due.kind !== "at") return [];
      const from = dayOfMoment(pause.from);
      const first = world.calendar.add(due.day, -1);
      return first !== undefined && from >= first && from <= due.day
        ? [{ from: pause.from, ground: pause.ground, due: due.moment }]
        : [];
    });
  },
};
