// Checks one assumption by itself: its source, and values and range that its unit allows.
import type { Assumption, Distribution } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { type CheckContext, refers } from './context.ts';

/** A yearly balance of comings and goings, which may be below 0. */
const BALANCES: ReadonlySet<string> = new Set(['reclassification.yearly']);

export function checkAssumption(context: CheckContext, entry: Entry<Assumption>): void {
  refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
  const limits = limitsOf(entry.value);
  for (const { value, field } of valuesOf(entry.value)) {
    if (value >= limits.low && value <= limits.high) continue;
    context.flaws.report({
      entry,
      field,
      code: 'out-of-range',
      value,
      rule: `a value in ${entry.value.unit} lies ${limits.words}`,
      hint: 'Correct the value, or the unit if it is in another one.',
    });
  }
  const fault = entry.value.spread === null ? null : spreadFault(entry.value, entry.value.spread, limits);
  if (fault === null) return;
  const { field, value, rule, hint } = fault;
  context.flaws.report({ entry, field: ['spread', ...field], code: 'out-of-range', value, rule, hint });
}

type Limits = { readonly low: number; readonly high: number; readonly words: string };

function limitsOf({ id, unit }: Assumption): Limits {
  const isShare = unit === 'share' || unit.startsWith('share/');
  if (isShare && BALANCES.has(id)) return { low: -1, high: 1, words: 'between -1 and 1' };
  if (isShare) return { low: 0, high: 1, words: 'between 0 and 1' };
  return { low: 0, high: Number.MAX_VALUE, words: 'at 0 or above' };
}

type LocatedValue = { readonly value: number; readonly field: readonly (string | number)[] };

function valuesOf({ value }: Assumption): readonly LocatedValue[] {
  switch (value.kind) {
    case 'scalar':
      return [{ value: value.value, field: ['value'] }];
    case 'dated':
      return value.steps.map((step) => ({ value: step.value, field: ['values'] }));
    case 'table':
      return value.cells.map((cell) => ({ value: cell.value, field: ['table', ...cell.at] }));
  }
}

type Fault = {
  readonly value: number | string;
  readonly field: readonly string[];
  readonly rule: string;
  readonly hint: string;
};

function spreadFault(assumption: Assumption, spread: Distribution, limits: Limits): Fault | null {
  const order = orderFault(spread);
  if (order !== null) return order;
  const { low, high } = rangeOf(spread);
  const isScalar = assumption.value.kind === 'scalar';
  const stated = assumption.value.kind === 'scalar' ? assumption.value.value : 1;
  if (stated < low || stated > high) {
    return {
      field: [],
      value: `${low} to ${high}`,
      rule: isScalar
        ? `the stated value ${stated} lies outside that range`
        : 'a spread on steps or a table is one factor on all of them, and its range holds 1',
      hint: isScalar
        ? 'Let the range hold the value, or correct the value.'
        : 'Write factors around 1, such as 0.9 and 1.1.',
    };
  }
  const values = valuesOf(assumption).map(({ value }) => value);
  const factors = isScalar ? [low, high] : values.flatMap((value) => [value * low, value * high]);
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  if (least >= limits.low && most <= limits.high) return null;
  return {
    field: [],
    value: `${low} to ${high}`,
    rule: `it gives values from ${Number(least.toPrecision(6))} to ${Number(most.toPrecision(6))}, and a value in ${assumption.unit} lies ${limits.words}`,
    hint: 'Narrow the range; a normal spread takes low and high.',
  };
}

function orderFault(spread: Distribution): Fault | null {
  const hint = 'Write the lower figure first, and leave some room between them; leave spread out for a certain value.';
  const fault = (field: string, value: number, rule: string): Fault => ({ field: [field], value, rule, hint });
  switch (spread.kind) {
    case 'uniform':
      return spread.low < spread.high ? null : fault('high', spread.high, `it lies above low, which is ${spread.low}`);
    case 'triangular':
      if (spread.low >= spread.high) return fault('high', spread.high, `it lies above low, which is ${spread.low}`);
      if (spread.mode >= spread.low && spread.mode <= spread.high) return null;
      return fault('mode', spread.mode, `it lies between low ${spread.low} and high ${spread.high}`);
    case 'normal':
      if (spread.sd <= 0) return fault('sd', spread.sd, 'a standard deviation is above 0');
      if ((spread.low ?? -Infinity) < spread.mean && spread.mean < (spread.high ?? Infinity)) return null;
      return fault(
        'mean',
        spread.mean,
        `it lies between low ${spread.low ?? 'none'} and high ${spread.high ?? 'none'}`,
      );
    case 'lognormal':
      if (spread.p10 <= 0) return fault('p10', spread.p10, 'a lognormal value is above 0');
      return spread.p10 < spread.p90 ? null : fault('p90', spread.p90, `it lies above p10, which is ${spread.p10}`);
  }
}

/** Where nearly all of a distribution lies: its ends, or for a normal one without an end three standard deviations,
 *  and for a lognormal one its tenth and ninetieth percentile. */
function rangeOf(spread: Distribution): { readonly low: number; readonly high: number } {
  switch (spread.kind) {
    case 'uniform':
    case 'triangular':
      return spread;
    case 'normal':
      return { low: spread.low ?? spread.mean - 3 * spread.sd, high: spread.high ?? spread.mean + 3 * spread.sd };
    case 'lognormal':
      return { low: spread.p10, high: spread.p90 };
  }
}
