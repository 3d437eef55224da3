// pack.yaml: what the pack is, its sources, age groups, drivers and the published figures it is set beside.
import { SOURCE_KINDS } from '#workforce';
import { z } from 'zod';
import { filledList, id, list, month, name, number, record, says, source, text, whole } from './formats.ts';

const DATE_RULE = says(
  'the date of a source is YYYY, YYYY-MM or YYYY-MM-DD',
  'Write the date the source was published, such as 2025-10.',
);
const date = z
  .union(
    [
      z.string().regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, DATE_RULE),
      z.int().min(1900).max(2199),
    ],
    {
      error: DATE_RULE,
    },
  )
  .transform(String);

const CURRENCY_RULE = says(
  'costs are counted in GBP throughout',
  'Write "currency: GBP" and give all money in pounds.',
);

export const packFileSchema = record({
  id,
  name,
  version: z.string(says('a version is text such as 1.0.0', 'Put the version in quotes.')).min(1).max(40),
  currency: z.literal('GBP', CURRENCY_RULE),
  baseMonth: month.describe('Month of the opening stock'),
  horizonMonths: whole(1, 600).describe('How far a plan looks ahead'),
  intendedUse: text.min(1, says('a pack says what it is meant for', 'Write what the figures may be used for.')),
  figuresLicence: name,
  limits: list(text),
  sources: filledList(record({ id, title: name, publisher: name, date, kind: z.enum(SOURCE_KINDS), licence: name })),
  ageGroups: filledList(record({ id, fromAge: whole(0, 120), toAge: whole(0, 120) }), 100),
  drivers: list(record({ id, unit: name, description: text })),
  comparisons: list(
    record({
      id,
      description: text,
      measure: z.enum(['headcount', 'fte', 'demandFte']),
      month,
      value: number.min(0, says('a published figure is 0 or more', 'Write the figure as published.')),
      source,
      note: text.default(''),
    }),
  ).default([]),
});

export type PackFile = z.infer<typeof packFileSchema>;
