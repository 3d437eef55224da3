// Sends requests at a steady rate, each at its time whether the ones before are answered or not, and tells how long they took.

export type Load = {
  readonly origin: string;
  /** Taken in turn, one for each request. */
  readonly paths: readonly string[];
  readonly cookies: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
};

export type LoadResult = {
  readonly requests: number;
  /** Refusals and faults. */
  readonly failures: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
};

/** A request's time begins when it was due, so that a server that stands still is not flattered. */
export async function loadAt({ origin, paths, cookies, perSecond, seconds }: Load): Promise<LoadResult> {
  const count = perSecond * seconds;
  const started = performance.now();
  const taken = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = started + (index * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const answer = await fetch(`${origin}${paths[index % paths.length] ?? ''}`, {
        headers: { cookie: cookies[index % cookies.length] ?? '', 'accept-encoding': 'gzip' },
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      return { status: answer.status, ms: performance.now() - due };
    }),
  );
  const sorted = taken.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const failures = taken.filter(({ status }) => status >= 400).length;
  return { requests: count, failures, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
