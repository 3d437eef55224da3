// The logarithm of the gamma function, which the chance of counts is made of.
import { assert } from '#kernel';

/** ln Γ(x) for x above 0; relative error below 1e-12. Small x are lifted by Γ(x) = Γ(x + 1) / x, then Stirling's series.
 *  @source Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.41 */
export function logGamma(x: number): number {
  assert(x > 0, `the logarithm of the gamma function is asked for above 0, not at ${x}`);
  let lifted = x;
  let product = 0;
  while (lifted < 12) {
    product += Math.log(lifted);
    lifted += 1;
  }
  const inverse = 1 / lifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + series - product;
}

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
