import { earliest, latest } from "../../time/moment.ts";
import type { Finding } from "./finding.ts";

/** 补正 asked for after acceptance (受理后补正): the article gives five days before it, once and in full. */
export const pauseAfterAcceptanceForSupplement: Finding = {
  id: "pause-after-acceptance-for-supplement",
  clause: { law: "行政许可法", article: "32" },
  find: ({ pauses, acceptedAt }) =>
    acceptedAt === undefined
      ? []
      : pauses
          .filter((p) => p.ground === "supplement" && earliest(p.from) >= latest(acceptedAt))
          .map((p) => ({ acceptedAt, from: p.from })),
};
