import type { Regime } from "#shared/limit/regime.ts";

/** A rule set of one's own to begin with: the same in everything but what it is called. */
export function copyOf(regime: Regime, today: string): Regime {
  const { id, name } = regime;
  return {
    ...regime,
    id: `${id}-own`.slice(0, 41),
    version: today,
    name: { "zh-CN": `${name["zh-CN"]}（本单位）`, en: `${name.en} (own)` },
  };
}

export const jsonOf = (regime: Regime): string => `${JSON.stringify(regime, null, 2)}\n`;
