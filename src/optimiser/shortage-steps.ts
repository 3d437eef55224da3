// What a shortage costs as it grows: at one price throughout, or in steps, each dearer than the one before.
import { assert } from '#kernel';
import { itemAt } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { ShortageSteps } from './plan-rules.ts';

/** A shortage as the FTE that would cost as much at the problem's own price.
 *  @param cell index into `needFte` @param shortFte below 0 is surplus and costs nothing */
export function pricedFte(problem: PlanProblem, cell: number, shortFte: number): number {
  if (shortFte <= 0) return 0;
  const { shortageSteps } = problem;
  if (shortageSteps === undefined) return shortFte;
  const { count, fte, share } = shortageSteps;
  let left = shortFte;
  let priced = 0;
  for (let step = cell * count; left > 0; step++) {
    const isLast = step === (cell + 1) * count - 1;
    const held = isLast ? left : Math.min(left, itemAt(fte, step));
    priced += held * itemAt(share, step);
    left -= held;
  }
  return priced;
}

/** The steps of one cell that hold anything, cheapest first; the last holds any amount. */
export function stepsAt(
  problem: PlanProblem,
  cell: number,
): readonly { readonly fte: number; readonly share: number }[] {
  const { shortageSteps } = problem;
  if (shortageSteps === undefined) return [{ fte: Infinity, share: 1 }];
  const { count } = shortageSteps;
  return Array.from({ length: count }, (_, step) => ({
    fte: step === count - 1 ? Infinity : itemAt(shortageSteps.fte, cell * count + step),
    share: itemAt(shortageSteps.share, cell * count + step),
  })).filter(({ fte }) => fte > 0);
}

/** The most that an FTE-year of shortage in a cell can cost, as a multiple of the problem's price. */
export function dearestShare(problem: PlanProblem, cell: number): number {
  const { shortageSteps } = problem;
  if (shortageSteps === undefined) return 1;
  return itemAt(shortageSteps.share, (cell + 1) * shortageSteps.count - 1);
}

/** The steps of some places, in their order. @param cellsOfPlace needs of one place: roles times periods */
export function stepsOfPlaces(steps: ShortageSteps, places: readonly number[], cellsOfPlace: number): ShortageSteps {
  const width = cellsOfPlace * steps.count;
  const chosen = (values: Float64Array): Float64Array => {
    const joined = new Float64Array(places.length * width);
    places.forEach((place, index) => joined.set(values.subarray(place * width, (place + 1) * width), index * width));
    return joined;
  };
  return { count: steps.count, fte: chosen(steps.fte), share: chosen(steps.share) };
}

export function assertShortageSteps(problem: PlanProblem): void {
  const { shortageSteps, needFte } = problem;
  if (shortageSteps === undefined) return;
  const { count, fte, share } = shortageSteps;
  assert(
    count > 0 && fte.length === needFte.length * count && share.length === fte.length,
    'steps of shortage have the shape [place][role][period][step]',
  );
  assert(
    fte.every((held) => held >= 0) &&
      share.every((price, index) => price >= (index % count === 0 ? 0 : itemAt(share, index - 1))),
    'steps of shortage hold nothing or something, and none is cheaper than the one before',
  );
}
