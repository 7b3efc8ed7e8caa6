import { acknowledgement, batch } from "#shared/case/observation.ts";
import { route } from "../http/route.ts";
import { receive } from "../receipt/receive.ts";

/** A device sends what it saw. It answers 2xx only when that is on disk. Which device it is, its token says and never the body. */
export const postObservations = route(
  ["device"],
  {
    method: "post",
    path: "/v1/observations",
    summary: "上报观测 · send looks and observations",
    body: batch,
    answer: acknowledgement,
    refuses: ["overloaded", "key-version"],
  },
  async ({ deps, caller, body }) => {
    const answer = await receive(deps.log, deps.keys, {
      device: caller.id,
      batch: body,
      receivedAt: deps.now(),
    });
    deps.meter.received(answer);
    return answer;
  },
);
