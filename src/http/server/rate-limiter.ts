// Counts what callers ask, so that one cannot starve the others.

/** How much a caller may ask. */
export type Allowance = {
  readonly count: number;
  readonly windowSeconds: number;
  /** Callers counted at a time; the one whose window began first is forgotten first. */
  readonly callers: number;
};

export type RateLimiter = {
  /** Counts one. @returns 0 where it may pass, else the seconds after which the caller may ask again */
  take(caller: string): number;
  /** The same without counting: whether one more could pass. */
  waitOf(caller: string): number;
};

type Window = { readonly until: number; count: number };

/** @param now milliseconds of any steady clock */
export function createRateLimiter(allowance: Allowance, now: () => number): RateLimiter {
  const windows = new Map<string, Window>();
  const secondsUntilPast = (count: number, { until }: Window): number =>
    count <= allowance.count ? 0 : Math.max(1, Math.ceil((until - now()) / 1000));
  const openWindow = (caller: string): Window | null => {
    const known = windows.get(caller);
    return known !== undefined && known.until > now() ? known : null;
  };
  return {
    take(caller) {
      const open = openWindow(caller);
      if (open !== null) {
        open.count += 1;
        return secondsUntilPast(open.count, open);
      }
      windows.delete(caller);
      windows.set(caller, { until: now() + allowance.windowSeconds * 1000, count: 1 });
      const [oldest] = windows.keys();
      if (windows.size > allowance.callers && oldest !== undefined) windows.delete(oldest);
      return 0;
    },
    waitOf(caller) {
      const open = openWindow(caller);
      return open === null ? 0 : secondsUntilPast(open.count + 1, open);
    },
  };
}
