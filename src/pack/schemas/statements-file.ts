// blueprint/statements/*.yaml: how each place says that it meets the requirements that apply to it.
import { MEANS } from '#blueprint';
import { z } from 'zod';
import { id, list, month, name, number, record, says, source, text } from './formats.ts';

const SHARE_RULE = says(
  'a statement meets a share of the requirement, more than 0 and at most 1',
  'Write the share, such as 1 for the whole or 0.5 for half of it.',
);

const statement = record({
  id,
  place: id.describe('Code of the place that it speaks of'),
  requirement: id,
  by: z.enum(MEANS),
  provider: id.nullable().default(null).describe('Code of the place that provides a shared post or service'),
  supplier: name.nullable().default(null).describe('Name of the supplier'),
  archetype: id.nullable().default(null),
  share: number.positive(SHARE_RULE).max(1, SHARE_RULE).default(1),
  provides: text.describe('What is provided'),
  staysLocal: text.default('').describe('What the place still does itself'),
  accountableBody: id.nullable().default(null).describe('Code of the body that says it answers for it'),
  from: month,
  until: month.nullable().default(null).describe('First month in which it no longer holds'),
  source,
});

export const statementsFileSchema = record({ statements: list(statement) });
