// Checks that an assumption which a part of the pack names is in the register, with the unit that is asked for.
import type { Entry } from '../pack-parts.ts';
import { type CheckContext, refers } from './context.ts';

export type AssumptionUse = {
  readonly entry: Entry<unknown>;
  readonly field: readonly (string | number)[];
  readonly id: string;
  readonly unit: string;
};

export function usesAssumption(context: CheckContext, { entry, field, id, unit }: AssumptionUse): void {
  context.usedAssumptions.add(id);
  if (!refers(context, { entry, field, kind: 'assumption', id })) return;
  const assumption = context.known.assumption.get(id);
  if (assumption === undefined) return;
  const { value } = assumption;
  const place = `${assumption.file} line ${assumption.at().line}`;
  if (value.unit !== unit) {
    context.flaws.report({
      entry,
      field,
      code: 'wrong-unit',
      value: id,
      rule: `that assumption is in ${value.unit} (${place}), and ${unit} is asked for here`,
      hint: `Name an assumption in ${unit}, or give its value and unit in ${unit}.`,
    });
  }
  if (value.value.kind === 'table') {
    context.flaws.report({
      entry,
      field,
      code: 'inconsistent',
      value: id,
      rule: `that assumption is a table (${place}), and one value or values by date are asked for here`,
      hint: 'Name an assumption with value or values.',
    });
  }
}
