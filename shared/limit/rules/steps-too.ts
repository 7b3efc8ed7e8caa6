import type { Regime } from "../regime.ts";
import { RED, YELLOW } from "./cards.ts";
import { national } from "./national.ts";

/**
 * A rule (article 6) that cards a step past its own limit although the case is still inside the promise.
 */
export const stepsToo: Regime = {
  ...national,
  id: "steps-too",
  version: "2026-11-22",
  name: { "zh-CN": "环节超时监察规则", en: "Step supervision rules" },
  levels: {
    promise: [{ name: RED, of: "promise", workdays: 0 }],
    step: [{ name: YELLOW, of: "own", workdays: 0 }],
  },
};
