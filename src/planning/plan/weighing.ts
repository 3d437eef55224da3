// What a plan gains by more room, in the words of what it weighs: pounds, or posts where the least shortage is sought.
import { fteInWords, poundsInWords } from './words.ts';

/** Prices of a plan are pounds where money is weighed against shortage. Where only the least shortage counts they are
 *  shortage at a price of its own, and are told as what they would fill. */
export type Weighing =
  | { readonly kind: 'pounds' }
  | { readonly kind: 'shortage'; readonly priceGbpPerFteYear: number; readonly packPriceGbpPerFteYear: number };

export const IN_POUNDS: Weighing = { kind: 'pounds' };

/** Money that is worth asking about where a pound by itself fills nothing that one could name. */
const ASKED_GBP = 100_000;

/** What one more of something would do. */
export function gainInWords(weighing: Weighing, priceGbp: number): string {
  if (weighing.kind === 'pounds') return `save ${poundsInWords(priceGbp)}`;
  return `fill ${fteInWords(priceGbp / weighing.priceGbpPerFteYear)} post-years more`;
}

/** What more money would do. @param price what one pound more is worth */
export function moneyGainInWords(weighing: Weighing, price: number): string {
  if (weighing.kind === 'shortage') {
    const fteYears = (ASKED_GBP * price) / weighing.priceGbpPerFteYear;
    return `${poundsInWords(ASKED_GBP)} more would fill about ${fteInWords(fteYears)} post-years more`;
  }
  const worth = poundsInWords(price);
  return `one more pound would save ${worth.startsWith('£0') ? 'pence' : worth}`;
}

/** A price as pounds, shortage counted as the pack counts it. */
export function atPackPrice(weighing: Weighing, priceGbp: number): number {
  if (weighing.kind === 'pounds') return priceGbp;
  return (priceGbp * weighing.packPriceGbpPerFteYear) / weighing.priceGbpPerFteYear;
}
