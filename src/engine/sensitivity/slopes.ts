// Slopes: how a figure changes for one unit more of each assumption's sample, added up as they are found.
import { factorOf, memberOf, statedOf, type SampleRow } from '../model/lever.ts';
import type { Lever } from '../model/model.ts';

/** Shape [assumption], in the order of the register; of a scalar for one unit of it, of steps and tables for one of their
 *  factor. */
export type Slopes = Float64Array;

type At = { readonly step: number; readonly member: number };

/** Adds what a lever does whose value the figure changes with.
 *  @param gradient change of the figure for one unit of the lever's value */
export function addSlope(slopes: Slopes, lever: Lever, change: { readonly gradient: number; readonly at: At }): void {
  if (lever.column < 0) return;
  slopes[lever.column] = (slopes[lever.column] ?? 0) + change.gradient * statedOf(lever, change.at);
}

/** A value that is multiplied: a lever at a point, or one sample to a whole power. */
export type Factor = { readonly lever: Lever; readonly at: At } | { readonly column: number; readonly power: number };

/** Adds what each of several values does that are multiplied with each other and with a constant.
 *  @param change.constant what their product is multiplied by to make what `gradient` is the slope of */
export function addProductSlopes(
  slopes: Slopes,
  factors: readonly Factor[],
  change: { readonly gradient: number; readonly constant: number; readonly sample: SampleRow },
): void {
  factors.forEach((factor, index) => {
    const column = 'lever' in factor ? factor.lever.column : factor.column;
    if (column < 0) return;
    let slope = change.gradient * change.constant * slopeOf(factor, change.sample);
    factors.forEach((other, place) => {
      if (place !== index) slope *= valueOf(other, change.sample);
    });
    slopes[column] = (slopes[column] ?? 0) + slope;
  });
}

function valueOf(factor: Factor, sample: SampleRow): number {
  return 'lever' in factor
    ? memberOf(factor.lever, sample, factor.at)
    : powerOf(factorOf(factor, sample), factor.power);
}

function slopeOf(factor: Factor, sample: SampleRow): number {
  if ('lever' in factor) return statedOf(factor.lever, factor.at);
  return factor.power * powerOf(factorOf(factor, sample), factor.power - 1);
}

function powerOf(base: number, power: number): number {
  let product = 1;
  for (let count = 0; count < power; count++) product *= base;
  return product;
}
