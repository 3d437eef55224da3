// One comparison of a figure of ours with a figure of somebody else's.

export type Check = {
  /** Case and figure: `V5/mean-120`. */
  readonly id: string;
  readonly name: string;
  /** Who says what is expected, and where. */
  readonly source: string;
  readonly expected: number;
  readonly got: number;
  /** Got less expected. */
  readonly difference: number;
  /** The largest difference either way that counts as agreement. */
  readonly tolerance: number;
  readonly isMet: boolean;
};

export type CheckInput = Pick<Check, 'id' | 'name' | 'source' | 'expected' | 'got' | 'tolerance'>;

/** A figure that is no number meets nothing. */
export function checkOf(input: CheckInput): Check {
  const difference = input.got - input.expected;
  return { ...input, difference, isMet: Math.abs(difference) <= input.tolerance };
}
