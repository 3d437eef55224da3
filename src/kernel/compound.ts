// From a year to a month and back for what compounds: chances of leaving, growth, what survives.
import { exp, expm1, log, log1p } from './elementary.ts';

/** Chance per month that, month after month, makes a share per year: 1 − (1 − y)^(1/12).
 *  @param sharePerYear 0..1; below 0 it is a growth, and the answer is below 0 too */
export function monthlyChance(sharePerYear: number): number {
  return -expm1(log1p(-sharePerYear) / 12);
}

/** Share per year that a chance per month makes. */
export function yearlyShare(chancePerMonth: number): number {
  return -expm1(log1p(-chancePerMonth) * 12);
}

/** What is left of 1 after so many months at a share lost per year: (1 − y)^(months/12). */
export function remaining(sharePerYear: number, months: number): number {
  return months === 0 ? 1 : exp((log1p(-sharePerYear) * months) / 12);
}

/** Share that stays each month where `completion` of those who start are left at the end of so many months. */
export function monthlySurvival(completion: number, months: number): number {
  return months === 0 ? 1 : exp(log(completion) / months);
}
