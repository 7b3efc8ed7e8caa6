/** A bucket: so many at once, and so many more each second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/**
 * What nobody who works with the service reaches, and a flood does at once. A window that was away for a month brings some thousand batches
 * in one go; a hundred windows behind one address enrol on one morning.
 */
export const RATES = {
  /** requests of one device */
  device: { burst: 100_000, perSecond: 100 },
  /** requests of one person or token */
  caller: { burst: 3_000, perSecond: 50 },
  /** requests from one address that nobody vouches for: enrolling, signing in, wrong tokens */
  stranger: { burst: 300, perSecond: 5 },
} as const satisfies Record<string, Rate>;

export interface RateLimits {
  /** Takes one. @returns seconds until the next one is free, 0 when this one was */
  take(kind: keyof typeof RATES, who: string, now: number): number;
}

/** More than an organisation has browsers; a flood from many addresses must not fill the memory. */
const MOST_HELD = 50_000;

/** Counts of this process, in memory: several processes beside one database each grant as much. */
export function rateLimits(rates: Readonly<Record<keyof typeof RATES, Rate>> = RATES): RateLimits {
  const held = new Map<string, { left: number; at: number }>();
  return {
    take(kind, who, now) {
      const { burst, perSecond } = rates[kind];
      const key = `${kind} ${who}`;
      const before = held.get(key);
      const since = before ? Math.max(0, now - before.at) : 0;
      const left = before ? Math.min(burst, before.left + (since / 1000) * perSecond) : burst;
      // the oldest goes first: whoever came lately stays counted
      held.delete(key);
      if (held.size >= MOST_HELD) held.delete(held.keys().next().value ?? "");
      held.set(key, { left: left >= 1 ? left - 1 : left, at: now });
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}

export const noLimits: RateLimits = { take: () => 0 };
