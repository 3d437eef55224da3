// cases/*.yaml: situations and the range a planner expects a figure to lie in.
import { z } from 'zod';
import { id, list, month, number, record, says, text } from './formats.ts';

const BETWEEN_RULE = says('a range is two numbers, the lower first', 'Write "between: [50, 60]".');

const caseFields = record({
  id,
  description: text,
  scenario: id,
  figure: record({
    measure: z.enum(['headcount', 'fte', 'demandFte', 'gapFte', 'shortageFte', 'costGbp']),
    place: id,
    role: z.union([z.literal('*'), id]).default('*'),
    month,
  }),
  expect: record({
    between: z
      .tuple([number, number], { error: BETWEEN_RULE })
      .refine(([low, high]) => low <= high, { error: BETWEEN_RULE, params: { code: 'inconsistent' } }),
  }),
});

export const casesFileSchema = record({
  cases: list(
    caseFields.transform(({ expect, ...rest }) => ({ ...rest, low: expect.between[0], high: expect.between[1] })),
  ),
});
