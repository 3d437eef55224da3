// How the search for a plan stands, in words for whoever waits: what the best plan costs and what none can cost less than.
import type { Standing } from '#optimiser';
import { percentInWords } from './words.ts';

const MILLIONS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** @returns whole millions of pounds, the price of what stays short among them */
export function standingInWords({ objectiveGbp, boundGbp, relativeGap }: Standing): string {
  const told = (gbp: number): string => `£${MILLIONS.format(gbp / 1_000_000)}m`;
  return `${told(objectiveGbp)} so far, none below ${told(boundGbp)} (${percentInWords(relativeGap)} apart)`;
}
