// What is asked of a plan where nobody has chosen otherwise: the same wherever it is asked, so that it is made once.
import type { Instant } from '../ports.ts';

/** Mode, seed and samples are those that `./cadre plan` takes where nothing is said. @param now the present instant */
export function usualPlanAsk(scenario: string, now: Instant) {
  return { scenario, mode: 'exact', seed: 1, samples: 256, asOf: now.slice(0, 7) } as const;
}
