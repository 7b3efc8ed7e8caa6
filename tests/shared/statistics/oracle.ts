import { readFileSync } from "node:fs";

/** A figure of R; null where R has none (a band at 0 or 1, a percentile that is not reached). */
type Figures = (number | null)[];

interface Quantiles {
  at: Figures;
  lower: Figures;
  upper: Figures;
}

interface Curve {
  time: number[];
  atRisk: number[];
  events: number[];
  survival: Figures;
  variance: Figures;
  lower: Figures;
  upper: Figures;
}

export interface OwnSet {
  time: number[];
  event: number[];
  entry?: number[];
  curve: Curve;
  quantiles: Quantiles;
}

export interface TurnbullSaid {
  times: number[];
  survival: Figures | null;
  fixed: Figures | null;
  usual: Figures;
}

export interface KaplanMeierSaid {
  survival: Figures;
  variance: Figures;
  lower: Figures;
  upper: Figures;
  quantiles: Quantiles;
}

interface Oracle {
  version: string;
  own: {
    lung: OwnSet;
    aml: OwnSet;
    heart: OwnSet;
    cosmesis: TurnbullSaid & { after: number[]; by: Figures };
  };
  random: ({ seed: number } & (KaplanMeierSaid | TurnbullSaid))[];
}

/** What R says: made by `oracle/make.R`, which is committed beside it. */
export const oracle = JSON.parse(
  readFileSync(new URL("oracle/survival.json", import.meta.url), "utf8"),
) as Oracle;
