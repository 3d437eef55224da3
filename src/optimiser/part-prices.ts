// Prices carried between a problem and its parts: what parts share has the mean of their prices, the rest its own.
import { limitTable } from './limit-table.ts';
import type { StartLimit } from './plan-limit.ts';
import { noPrices, priceAt } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { isShared, startPlaceInWhole } from './split-problem.ts';
import type { ProblemPart } from './split-problem.ts';

/** @param pricesOfParts in the order of the parts */
export function joinPrices(
  problem: PlanProblem,
  parts: readonly ProblemPart[],
  pricesOfParts: readonly PlanPrices[],
): PlanPrices {
  const joint = noPrices(problem);
  const holders = new Float64Array(joint.limitGbp.length);
  parts.forEach((part, index) => {
    const prices = itemAt(pricesOfParts, index);
    copyNeeds(problem, part, { from: prices, to: joint });
    part.floors.forEach((floor, own) => {
      joint.floorGbp[floor] = itemAt(prices.floorGbp, own);
    });
    forEachLimit(problem, part, (own, whole) => {
      joint.limitGbp[whole] = itemAt(joint.limitGbp, whole) + itemAt(prices.limitGbp, own);
      holders[whole] = itemAt(holders, whole) + 1;
    });
  });
  return { ...joint, limitGbp: joint.limitGbp.map((sum, limit) => sum / Math.max(1, itemAt(holders, limit))) };
}

/** The prices of a part's own limits, out of those of the whole. */
export function pricesOfPart(problem: PlanProblem, part: ProblemPart, prices: PlanPrices): PlanPrices {
  const own = noPrices(part.problem);
  forEachLimit(problem, part, (limit, whole) => {
    own.limitGbp[limit] = itemAt(prices.limitGbp, whole);
  });
  return own;
}

/** Prices of the charged parts, with those that were charged for what they share. */
export function withSharedPrices(
  problem: PlanProblem,
  parts: readonly ProblemPart[],
  prices: { readonly charged: PlanPrices; readonly common: PlanPrices },
): PlanPrices {
  const limitGbp = prices.charged.limitGbp.slice();
  for (const part of parts) {
    forEachLimit(problem, part, (_, whole, limit) => {
      if (isShared(part, limit)) limitGbp[whole] = itemAt(prices.common.limitGbp, whole);
    });
  }
  return { ...prices.charged, limitGbp };
}

function copyNeeds(
  problem: PlanProblem,
  { places }: ProblemPart,
  prices: { readonly from: PlanPrices; readonly to: PlanPrices },
): void {
  const needsOfPlace = problem.roles.length * problem.periods.length;
  places.forEach((place, index) => {
    const own = prices.from.needGbp.subarray(index * needsOfPlace, (index + 1) * needsOfPlace);
    prices.to.needGbp.set(own, place * needsOfPlace);
  });
}

/** Visits every limit of a part with its index in the part's table and in that of the whole. */
function forEachLimit(
  problem: PlanProblem,
  part: ProblemPart,
  visit: (own: number, whole: number, limit: StartLimit) => void,
): void {
  const nowhere = noPrices(problem);
  limitTable(part.problem).limits.forEach((limit, own) => {
    const at = priceAt(problem, nowhere, inWhole(part, limit));
    if (at !== null) visit(own, at.index, limit);
  });
}

function inWhole(part: ProblemPart, limit: StartLimit): StartLimit {
  switch (limit.kind) {
    case 'capacity':
    case 'budget':
      return limit;
    case 'place-capacity':
      return { ...limit, place: startPlaceInWhole(part, limit.channel, limit.place) };
    case 'cap':
      return { ...limit, cap: itemAt(part.caps, limit.cap) };
  }
}
