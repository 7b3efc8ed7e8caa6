import type { Regime } from "../regime.ts";
import { national } from "./national.ts";

/** The regimes that ship, the default first. One regime = one file and a line here. */
export const REGIMES: readonly Regime[] = [national];

export const regimeById = (id: string): Regime | undefined => REGIMES.find((r) => r.id === id);
