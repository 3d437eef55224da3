// assumptions/*.yaml: the register, each value with its unit, source, owner, review date and range.
import { parseMonth } from '#kernel';
import { type Assumption, type AssumptionValue, AXES, type Axis, SOURCE_KINDS, type TableCell } from '#workforce';
import { z } from 'zod';
import { id, list, month, name, number, record, says, source, text } from './formats.ts';

const spread = z.discriminatedUnion(
  'kind',
  [
    record({ kind: z.literal('uniform'), low: number, high: number }),
    record({ kind: z.literal('triangular'), low: number, mode: number, high: number }),
    record({
      kind: z.literal('normal'),
      mean: number,
      sd: number,
      low: number.nullable().default(null),
      high: number.nullable().default(null),
    }),
    record({ kind: z.literal('lognormal'), p10: number, p90: number }),
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? says(
            'the kind of a spread is uniform, triangular, normal or lognormal',
            'Write "spread: { kind: triangular, low: …, mode: …, high: … }" or one of the other kinds.',
          )
        : undefined,
  },
);

const assumptionFields = record({
  id,
  description: text.min(1, says('an assumption says what it is', 'Write a description.')),
  unit: name,
  value: number.optional().describe('One value; or give values, or axes and table'),
  values: z.record(z.string(), number).optional().describe('Steps: month → value, each until the next'),
  axes: list(z.enum(AXES)).optional().describe('One level of the table per axis'),
  table: z.record(z.string(), z.unknown()).optional().describe('Member → value, or → next level; * for all not named'),
  spread: spread.nullable().default(null).describe('How sure we are: of the value, or of one factor on all of them'),
  kind: z.enum(SOURCE_KINDS),
  source,
  note: text.default('').describe('Where in the source, or how it was derived'),
  reliability: z.enum(['high', 'medium', 'low']),
  owner: name.describe('The role that answers for it, never a person'),
  signedOffBy: name.nullable().default(null).describe('The role that signed it off; null shows as unsigned'),
  reviewBy: month,
});

type AssumptionFields = z.infer<typeof assumptionFields>;
type Fault = (path: readonly (string | number)[], input: unknown, message: string) => void;

export const assumption = assumptionFields.transform((fields, context): Assumption => {
  const fault: Fault = (path, input, message) => {
    context.issues.push({ code: 'custom', path: [...path], message, input, params: { code: 'inconsistent' } });
  };
  const { values: _values, axes: _axes, table: _table, value: _value, ...rest } = fields;
  return { ...rest, value: readValue(fields, fault) };
});

const pair = says(
  'a correlation is between two different assumptions',
  'Write "between: [ID, ID]" with the ids of two assumptions of the register.',
);
const rank = says(
  'a rank correlation lies between −1 and 1',
  'Write a number such as 0.5, or below 0 for values that go against each other.',
);

const correlation = record({
  between: z
    .array(id, pair)
    .length(2, pair)
    .refine(([one, other]) => one !== other, pair)
    .transform(([one = '', other = '']): [string, string] => [one, other])
    .describe('Ids of two assumptions with a range'),
  rank: z.number(rank).min(-1, rank).max(1, rank).describe('Rank correlation of their samples (Spearman)'),
  kind: z.enum(SOURCE_KINDS),
  source,
  note: text.default('').describe('Where in the source, or how it was derived'),
  reliability: z.enum(['high', 'medium', 'low']),
  owner: name.describe('The role that answers for it, never a person'),
  signedOffBy: name.nullable().default(null).describe('The role that signed it off; null shows as unsigned'),
  reviewBy: month,
});

export const assumptionsFileSchema = record({
  assumptions: list(assumption),
  correlations: list(correlation).default([]).describe('Assumptions that go up and down together'),
});

function readValue(fields: AssumptionFields, fault: Fault): AssumptionValue {
  const { value, values, axes, table } = fields;
  const forms = [value, values, table].filter((form) => form !== undefined).length;
  if (forms !== 1 || (table === undefined) !== (axes === undefined)) {
    const given = ['value', 'values', 'axes', 'table'].filter((field) => field in fields);
    fault(
      [],
      given.join(' and ') || undefined,
      says('an assumption has one of value, values, or axes with table', 'Give it exactly one of the three.'),
    );
  }
  if (values !== undefined) return { kind: 'dated', steps: readSteps(values, fault) };
  if (table !== undefined && axes !== undefined) return { kind: 'table', axes, cells: readCells(axes, table, fault) };
  return { kind: 'scalar', value: value ?? 0 };
}

function readSteps(values: Readonly<Record<string, number>>, fault: Fault) {
  const steps: { from: number; value: number }[] = [];
  for (const [written, value] of Object.entries(values)) {
    const from = parseMonth(written);
    const before = steps.at(-1);
    if (from === null) {
      fault(['values', written], written, says('a step begins in a month YYYY-MM', 'Write a month such as 2025-10.'));
    } else if (before !== undefined && before.from >= from) {
      fault(
        ['values', written],
        written,
        says('steps go forward in time', 'Put the steps in the order of their months.'),
      );
    } else steps.push({ from, value });
  }
  if (Object.keys(values).length === 0) {
    fault(['values'], values, says('dated values have one step or more', 'Add a line such as "2025-10: 1".'));
  }
  return steps;
}

function readCells(
  axes: readonly Axis[],
  table: Readonly<Record<string, unknown>>,
  fault: Fault,
): readonly TableCell[] {
  const cells: TableCell[] = [];
  const descend = (level: unknown, at: readonly string[]): void => {
    if (at.length < axes.length && typeof level === 'object' && level !== null && !Array.isArray(level)) {
      for (const [member, inner] of Object.entries(level)) descend(inner, [...at, member]);
    } else if (at.length === axes.length && typeof level === 'number') cells.push({ at, value: level });
    else {
      const axis = axes[at.length];
      fault(
        ['table', ...at],
        level,
        axis === undefined
          ? says(
              `a value of this table is a number after ${axes.length} levels (${axes.join(', ')})`,
              'Write one number here.',
            )
          : says(
              `this table has one level for each of its axes (${axes.join(', ')})`,
              `Write one value for each ${axis} here.`,
            ),
      );
    }
  };
  descend(table, []);
  return cells;
}
