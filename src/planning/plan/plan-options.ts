// What one chooses when one asks for a plan.
import type { Mode } from '#engine';
import type { Month } from '#kernel';
import type { Tolerance } from './precision.ts';

/** What one chooses when one asks for a plan; together with the pack it determines every byte of the answer. */
export type PlanOptions = {
  readonly scenario: string;
  readonly mode: Mode;
  readonly seed: number;
  /** Samples of the assumptions; a power of two. */
  readonly samples: number;
  /** Month against which review dates are read, and after which the plan may start people. */
  readonly asOf: Month;
  readonly timeLimitSeconds: number;
  readonly relativeGap: number;
  /** How sure the headline is to be; samples are doubled until it is. Without it they stay as many as they are. */
  readonly tolerance?: Tolerance;
};
