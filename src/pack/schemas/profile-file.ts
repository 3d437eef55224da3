// blueprint/profiles/*.yaml: what a place, or every body of a kind, sets, adds or leaves out.
import { parseMonth } from '#kernel';
import { z } from 'zod';
import { id, list, month, name, record, says, text } from './formats.ts';
import { parameterValue, requirement } from './catalogue-file.ts';

const deviation = record({ reason: text.min(1), approver: name, reviewBy: month });

const MATURES_RULE = says('"matures" is set to a month YYYY-MM', 'Write a month such as 2028-04.');

const setting = record({
  requirement: id,
  parameter: id.describe('Id of one of its parameters, or matures'),
  value: z.union([z.string(), parameterValue], {
    error: says(
      'a setting is a number, { assumption: ID } or, for matures, a month',
      'Write a number, { assumption: ID }, or for matures a month such as 2028-04.',
    ),
  }),
  deviation: deviation.nullable().default(null),
}).transform((fields, context) => {
  const { value } = fields;
  if ((fields.parameter === 'matures') === (typeof value === 'string')) {
    const maturesMonth = typeof value === 'string' ? parseMonth(value) : null;
    if (typeof value !== 'string') return { ...fields, value };
    if (maturesMonth !== null) return { ...fields, value: { kind: 'number' as const, value: maturesMonth } };
  }
  context.issues.push({
    code: 'custom',
    path: ['value'],
    message:
      fields.parameter === 'matures'
        ? MATURES_RULE
        : says('a parameter is set to a number or { assumption: ID }', 'Write a number without quotes.'),
    input: value,
  });
  return z.NEVER;
});

const SCOPE_RULE = says(
  'a profile speaks for one place or for all bodies of a kind',
  'Write "scope: { place: CODE }" or "scope: { kind: KIND }".',
);

export const profileFileSchema = record({
  id,
  title: name,
  scope: z.union([z.strictObject({ place: id }), z.strictObject({ kind: name })], { error: SCOPE_RULE }),
  imports: list(id).default([]),
  selects: list(id).nullable().default(null).describe('Requirements it keeps of those that are free; null keeps all'),
  excludes: list(record({ requirement: id, deviation })).default([]),
  sets: list(setting).default([]),
  adds: list(requirement).default([]),
});
