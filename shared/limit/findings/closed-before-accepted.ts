import { earliest, latest } from "../../time/moment.ts";
import type { Finding } from "./finding.ts";

/** 受理 after 办结: one of the two times is wrong. */
export const closedBeforeAccepted: Finding = {
  id: "closed-before-accepted",
  clause: null,
  find: ({ acceptedAt, closedAt }) =>
    acceptedAt !== undefined && closedAt !== undefined && latest(closedAt) <= earliest(acceptedAt)
      ? [{ acceptedAt, closedAt }]
      : [],
};
