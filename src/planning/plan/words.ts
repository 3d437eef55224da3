// Figures in words for people who read a plan aloud: whole posts, pounds in millions, chances out of a hundred.

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** @param fte full-time equivalents @returns whole posts from 10 on, tenths below */
export function fteInWords(fte: number): string {
  return Math.abs(fte) >= 10 ? WHOLE.format(fte) : TENTHS.format(fte);
}

export function peopleInWords(people: number): string {
  return `${WHOLE.format(people)} ${people === 1 ? 'person' : 'people'}`;
}

/** @param costGbp pounds @returns `£1.2m`, `£340,000` or `£850` */
export function poundsInWords(costGbp: number): string {
  const size = Math.abs(costGbp);
  if (size >= 999_500_000) return `£${TENTHS.format(costGbp / 1_000_000_000)}bn`;
  if (size >= 999_500) return `£${TENTHS.format(costGbp / 1_000_000)}m`;
  return `£${WHOLE.format(size >= 10_000 ? Math.round(costGbp / 1000) * 1000 : costGbp)}`;
}

/** @param chance 0..1 @returns a share of ten or a hundred, never a false certainty */
export function chanceInWords(chance: number): string {
  if (chance < 0.005) return 'less than 1 in 100';
  if (chance > 0.995) return 'more than 99 in 100';
  return `${Math.round(chance * 100)} in 100`;
}

export function percentInWords(share: number): string {
  return `${Math.abs(share) >= 0.1 ? WHOLE.format(share * 100) : TENTHS.format(share * 100)}%`;
}

/** Joins with commas and a last “and”. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
