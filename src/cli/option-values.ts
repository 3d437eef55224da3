// Values of options, read and refused at the edge: a wrong one is wrong usage, told with what would be right.
import { InvalidArgumentError } from 'commander';
import { parseMonth, type Month } from '#kernel';
import type { Tolerance } from '#planning';

const LARGEST_SEED = 4294967295;
const MOST_SAMPLES = 65536;
const MOST_THREADS = 64;
const MOST_SHOWN = 1000;
const LARGEST_PORT = 65_535;
const LONGEST_SEARCH_SECONDS = 86_400;

/** A whole number that one may write down and use again. */
export function seed(text: string): number {
  return wholeNumber(text, { from: 0, to: LARGEST_SEED });
}

/** Sobol points fill space evenly in powers of two only. */
export function samples(text: string): number {
  const count = wholeNumber(text, { from: 1, to: MOST_SAMPLES });
  const isPowerOfTwo = Number.isInteger(Math.log2(count));
  if (!isPowerOfTwo) throw new InvalidArgumentError(`Give a power of two such as 64, 256 or 1024.`);
  return count;
}

export function threads(text: string): number {
  return wholeNumber(text, { from: 1, to: MOST_THREADS });
}

export function seconds(text: string): number {
  return wholeNumber(text, { from: 1, to: LONGEST_SEARCH_SECONDS });
}

export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new InvalidArgumentError('Give a month like 2026-04.');
  return parsed;
}

/** One more of several months. */
export function months(text: string, before: readonly Month[] = []): readonly Month[] {
  return [...before, month(text)];
}

/** How many of something to show. */
export function count(text: string): number {
  return wholeNumber(text, { from: 1, to: MOST_SHOWN });
}

/** A share, 0 to 1. */
export function share(text: string): number {
  const value = /^(0?\.\d{1,6}|[01](\.0*)?)$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.45.');
}

/** A port of this machine; 0 for any that is free. */
export function portNumber(text: string): number {
  return wholeNumber(text, { from: 0, to: LARGEST_PORT });
}

/** A folder that is named: an empty word, as an unset variable of a script leaves it, names none. */
export function folder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Give the name of a folder, such as out/plan; it is empty.');
  return text;
}

/** A file that is named; see `folder`. */
export function file(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Give the name of a file; it is empty.');
  return text;
}

/** How far off a figure may be: a number of posts, or a percentage of the figure. */
export function tolerance(text: string): Tolerance {
  const [, digits = '', percent = ''] = /^(\d{1,7}(?:\.\d{1,3})?)(%?)$/.exec(text) ?? [];
  const value = digits === '' ? 0 : Number(digits);
  const isAskable = value > 0 && (percent === '' || value < 100);
  if (!isAskable) {
    throw new InvalidArgumentError('Give posts such as 50, or a share of the gap such as 2%, above 0% and below 100%.');
  }
  return percent === '' ? { kind: 'fte', fte: value } : { kind: 'share', share: value / 100 };
}

function wholeNumber(text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new InvalidArgumentError(`Give a whole number from ${from} to ${to}.`);
}
