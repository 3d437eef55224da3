// Assumptions in plain words: what a value is and how sure we are of it, for people who read the register.
import { formatMonth } from '#kernel';
import type { Assumption, AssumptionValue, Distribution } from './assumption.ts';
import { quantileOfDistribution } from './distribution.ts';

/** The stated value: `7%`, `£34,000 a year`, `× 0.9 from 2025-10, × 1 from 2027-04`; a long table by its span. */
export function describeValue(assumption: Assumption): string {
  const { unit, value } = assumption;
  switch (value.kind) {
    case 'scalar':
      return amountInWords(value.value, unit);
    case 'dated':
      return value.steps.map((step) => `${amountInWords(step.value, unit)} from ${formatMonth(step.from)}`).join(', ');
    case 'table':
      return describeTable(value, unit);
  }
}

/** How far it may be off: its whole range where it has one, else the range that holds with a chance of 8 in 10. */
export function describeRange(assumption: Assumption): string {
  const { spread, value, unit } = assumption;
  if (spread === null) return 'taken as certain';
  return value.kind === 'scalar'
    ? rangeInWords(spread, unit)
    : `${rangeInWords(spread, 'factor')}, one factor on all values`;
}

/** A number with its unit as one would say it: `12% a year`, `5 FTE per 1000 people`. */
export function amountInWords(value: number, unit: string): string {
  const [what = '', per = ''] = unit.split('/');
  const rate = per === '' ? '' : PERIODS.includes(per) ? ` a ${per}` : ` per ${per}`;
  if (what === 'share') return `${FIGURE.format(value * 100)}%${rate}`;
  if (what === 'factor') return `× ${FIGURE.format(value)}`;
  if (what === 'GBP') return `${value < 0 ? '−' : ''}£${FIGURE.format(Math.abs(value))}${rate}`;
  const counted = what === 'people' && value === 1 ? 'person' : what;
  return `${FIGURE.format(value)} ${counted}${rate}`.trim();
}

const PERIODS: readonly string[] = ['year', 'month', 'start'];

/** Four digits say more than any source of ours knows. */
const FIGURE = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

/** Cells that a reader can take in as a list. */
const LISTED_CELLS = 4;

function describeTable(value: Extract<AssumptionValue, { readonly kind: 'table' }>, unit: string): string {
  if (value.cells.length <= LISTED_CELLS) {
    return value.cells
      .map((cell) => `${cell.at.map(memberInWords).join(', ')}: ${amountInWords(cell.value, unit)}`)
      .join('; ');
  }
  const values = value.cells.map((cell) => cell.value);
  const axes = value.axes.map((axis) => (axis === 'ageGroup' ? 'age group' : axis)).join(' and ');
  return `${span(Math.min(...values), Math.max(...values), unit)}, by ${axes}`;
}

function memberInWords(member: string): string {
  return member === '*' ? 'all others' : member;
}

function rangeInWords(spread: Distribution, unit: string): string {
  switch (spread.kind) {
    case 'uniform':
      return span(spread.low, spread.high, unit);
    case 'triangular':
      return `${span(spread.low, spread.high, unit)}, most likely ${amountInWords(spread.mode, unit)}`;
    case 'normal':
    case 'lognormal':
      return `${span(quantileOfDistribution(spread, 0.1), quantileOfDistribution(spread, 0.9), unit)} (8 in 10)`;
  }
}

function span(low: number, high: number, unit: string): string {
  return `${amountInWords(low, unit)} to ${amountInWords(high, unit)}`;
}
