// Checks the register as a whole: what the model asks for is there in its form, and nothing in it goes unused.
import { type Assumption, type Parameter, PARAMETERS } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { checkTable } from './assumption-tables.ts';
import { checkAssumption } from './assumption-values.ts';
import type { CheckContext } from './context.ts';

const BY_ID: ReadonlyMap<string, Parameter> = new Map(PARAMETERS.map((parameter) => [parameter.id, parameter]));

export function checkRegister(context: CheckContext): void {
  for (const entry of context.parts.assumptions) checkEntry(context, entry);
  for (const parameter of PARAMETERS) {
    if (!parameter.isRequired || context.known.assumption.has(parameter.id)) continue;
    context.flaws.add({
      code: 'not-found',
      file: context.parts.assumptions[0]?.file ?? 'assumptions/',
      position: { line: 1, column: 1 },
      message: `assumption '${parameter.id}' is missing, but every plan needs it: ${parameter.meaning}`,
      hint: `Add it to a file under assumptions/, in ${parameter.unit}${axesInWords(parameter)}; docs/packs.md lists what the model asks for.`,
    });
  }
}

/** An assumption of the register or of a scenario. */
export function checkEntry(context: CheckContext, entry: Entry<Assumption>): void {
  checkAssumption(context, entry);
  checkTable(context, entry);
  const parameter = BY_ID.get(entry.value.id);
  if (parameter === undefined) return;
  const { unit, value } = entry.value;
  if (unit !== parameter.unit) {
    context.flaws.report({
      entry,
      field: ['unit'],
      code: 'wrong-unit',
      value: unit,
      rule: `the model reads '${parameter.id}' in ${parameter.unit}`,
      hint: `Give its values and its unit in ${parameter.unit}.`,
    });
  }
  if (value.kind !== 'table') return;
  const stray = value.axes.find((axis, index) => {
    const rank = parameter.axes.indexOf(axis);
    const before = value.axes[index - 1];
    return rank === -1 || (before !== undefined && parameter.axes.indexOf(before) >= rank);
  });
  if (stray === undefined) return;
  context.flaws.report({
    entry,
    field: ['axes'],
    code: 'inconsistent',
    value: value.axes.join(', '),
    rule:
      parameter.axes.length === 0
        ? `the model reads '${parameter.id}' as one value or values by date`
        : `the model reads '${parameter.id}' by ${parameter.axes.join(', ')}, in that order`,
    hint: parameter.axes.length === 0 ? 'Write value or values.' : `Use those axes, or some of them, in that order.`,
  });
}

/** What nothing reads would look as if it counted. Run when all other checks have noted what they use. */
export function checkUse({ parts, flaws, usedAssumptions }: CheckContext): void {
  for (const entry of parts.assumptions) {
    const { id } = entry.value;
    if (BY_ID.has(id) || usedAssumptions.has(id)) continue;
    flaws.report({
      entry,
      field: ['id'],
      code: 'unknown-reference',
      value: id,
      rule: 'no channel, move or requirement names it and the model does not ask for it, so it has no effect',
      hint: `Correct the id${didYouMean(id, BY_ID.keys())}, name it where it belongs, or take it out.`,
    });
  }
}

export function isParameter(id: string): boolean {
  return BY_ID.has(id);
}

function axesInWords({ axes }: Parameter): string {
  return axes.length === 0 ? '' : ` by ${axes.join(' and ')}`;
}
