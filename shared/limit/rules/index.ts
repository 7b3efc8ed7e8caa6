import type { Regime } from "../regime.ts";
import { chengdu } from "./chengdu.ts";
import { construction } from "./construction.ts";
import { constructionExchange } from "./construction-exchange.ts";
import { england } from "./england.ts";
import { epoint } from "./epoint.ts";
import { guangdong } from "./guangdong.ts";
import { hunan } from "./hunan.ts";
import { jiangsu } from "./jiangsu.ts";
import { justep } from "./justep.ts";
import { municipal } from "./municipal.ts";
import { national } from "./national.ts";
import { pingtan } from "./pingtan.ts";
import { stepsToo } from "./steps-too.ts";
import { strict } from "./strict.ts";
import { yulin } from "./yulin.ts";

/** The regimes that ship, the default first. One regime = one file and a line here. */
export const REGIMES: readonly Regime[] = [
  national,
  strict,
  hunan,
  guangdong,
  construction,
  constructionExchange,
  epoint,
  pingtan,
  justep,
  jiangsu,
  yulin,
  municipal,
  chengdu,
  stepsToo,
  england,
];

export const regimeById = (id: string): Regime | undefined => REGIMES.find((r) => r.id === id);
