import { earliest, latest } from "../../time/moment.ts";
import type { Finding } from "./finding.ts";

/** Steps that rightly follow the decision. */
const AFTER = /送达|领取|发证|颁证|制证|归档|评价|回访|公示/;

/** A step that begins before the case was submitted or ends after it was closed (登记时间异常). */
export const stepOutsideCase: Finding = {
  id: "step-outside-case",
  clause: null,
  find: ({ steps, submittedAt, receivedAt, acceptedAt, closedAt, deliveredAt }) => {
    const first = submittedAt ?? receivedAt ?? acceptedAt;
    const last = deliveredAt ?? closedAt;
    return steps.flatMap(({ name, enteredAt, leftAt }) => {
      const early =
        first !== undefined && enteredAt !== undefined && latest(enteredAt) <= earliest(first);
      const late =
        last !== undefined &&
        leftAt !== undefined &&
        earliest(leftAt) >= latest(last) &&
        !AFTER.test(name);
      return [
        ...(early ? [{ step: name, enteredAt, start: first }] : []),
        ...(late ? [{ step: name, leftAt, end: last }] : []),
      ];
    });
  },
};
