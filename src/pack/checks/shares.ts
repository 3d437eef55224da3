// Checks shares of a whole: each part named once, and all of them adding up to 1.
import type { Entry } from '../pack-parts.ts';
import type { CheckContext } from './context.ts';

/** Shares written as decimals miss 1 by rounding alone within this. */
const TOLERANCE = 1e-9;

export type Shares = {
  readonly entry: Entry<unknown>;
  readonly field: string;
  readonly shares: readonly { readonly of: string; readonly share: number }[];
  /** What adds up to 1, in words. */
  readonly whole: string;
};

export function checkShares({ flaws }: CheckContext, { entry, field, shares, whole }: Shares): void {
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > TOLERANCE) {
    flaws.report({
      entry,
      field: [field],
      code: 'inconsistent',
      value: Number(total.toPrecision(12)),
      rule: `${whole} add up to 1`,
      hint: `Change the shares (${shares.map(({ of, share }) => `${of} ${share}`).join(', ')}) so that they do.`,
    });
  }
  for (const [index, { of }] of shares.entries()) {
    if (shares.findIndex((other) => other.of === of) === index) continue;
    flaws.report({
      entry,
      field: [field, index],
      code: 'duplicate',
      value: of,
      rule: 'it has a share already, and each part stands once',
      hint: 'Add the two shares up in one.',
    });
  }
}
