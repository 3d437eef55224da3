// What a plan is asked to be best at, as words of a command: money, shares and weights, read and refused at the edge.
import { InvalidArgumentError } from 'commander';

/** `250m`, `1.2bn`, `20m/year`. */
export function budget(text: string): { readonly gbp: number; readonly per: 'plan' | 'year' } {
  const match = /^£?(\d{1,12}(?:\.\d{1,6})?)(k|m|bn)?(\/year)?$/.exec(text.replaceAll(',', ''));
  if (match === null) {
    throw new InvalidArgumentError(
      'Give pounds for the whole plan, such as 250m or 1500000, or 20m/year for each year.',
    );
  }
  const [, amount, size, yearly] = match;
  return {
    gbp: Math.round(Number(amount) * (SIZES.get(size ?? '') ?? 1)),
    per: yearly === undefined ? 'plan' : 'year',
  };
}

const SIZES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
]);

/** A share of a whole: `80%` or `0.8`. */
export function share(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)%$/.exec(text);
  const value = match === null ? (/^\d?\.?\d{1,6}$/.test(text) ? Number(text) : Number.NaN) : Number(match[1]) / 100;
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Give a share from 0 to 1 or a percentage, such as 0.8 or 80%.');
}

const FEWEST_POINTS = 3;
const MOST_POINTS = 60;

export function frontierPoints(text: string): number {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= FEWEST_POINTS && count <= MOST_POINTS) return count;
  throw new InvalidArgumentError(`Give a number of points from ${FEWEST_POINTS} to ${MOST_POINTS}.`);
}

export function frontierPoint(text: string): number {
  const point = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (point >= 1 && point <= MOST_POINTS) return point;
  throw new InvalidArgumentError('Give the number of a point of the frontier, counted from 1.');
}

/** Words of an option that may be given several times. */
export function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
