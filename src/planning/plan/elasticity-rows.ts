// What matters most: what each uncertain assumption does to the national gap, strongest first, with a sentence each.
import type { Sensitivity } from '#engine';
import { monthInWords } from '#kernel';
import type { Assumption, HealthSystem } from '#workforce';
import { roundFte } from './figures.ts';
import type { PlanDocument } from './plan-document.ts';
import { fteInWords } from './words.ts';

type ElasticityRow = PlanDocument['elasticities'][number];

/** @returns a row for each uncertain assumption that moves the gap, the widest swing first */
export function elasticityRows(
  register: readonly Assumption[],
  sensitivities: readonly Sensitivity[],
  system: HealthSystem,
): ElasticityRow[] {
  const descriptions = new Map(register.map(({ id, description }) => [id, description]));
  return sensitivities
    .map(({ assumption, low, high, elasticity }) => ({
      assumption,
      low: roundFte(low),
      high: roundFte(high),
      elasticity: Math.round(elasticity * 1000) / 1000,
      sentence: sentenceOf(descriptions.get(assumption) ?? assumption, { low, high }, system),
    }))
    .filter(({ low, high }) => low !== high)
    .toSorted((one, other) => swing(other) - swing(one) || (one.assumption < other.assumption ? -1 : 1));
}

function swing({ low, high }: { readonly low: number; readonly high: number }): number {
  return Math.abs(high - low);
}

function sentenceOf(
  description: string,
  gap: { readonly low: number; readonly high: number },
  system: HealthSystem,
): string {
  const by = monthInWords(system.baseMonth + system.horizonMonths);
  return (
    `${description}: from its low to its high end it moves the gap of ${by} by ` +
    `${fteInWords(swing(gap))} posts; the higher it is, the ${gap.high > gap.low ? 'smaller' : 'wider'} the shortfall.`
  );
}
