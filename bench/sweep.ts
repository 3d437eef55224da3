// What one sweep of the benchmark of growth found.
import type { Apart } from './measure-apart.ts';

/** One thing made larger while the others stay. */
export type Sweep = {
  readonly id: string;
  readonly what: string;
  readonly points: readonly (Apart & { readonly size: number })[];
  /** Fitted by least squares on logarithms: 1 is linear. */
  readonly timeExponent: number;
  readonly memoryExponent: number;
};
