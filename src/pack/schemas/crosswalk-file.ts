// A file of skills/crosswalks/: how skills of one framework stand to those of another, and who says so.
import { MAPPING_KINDS } from '#pathways';
import { z } from 'zod';
import { list, name, record, says, share, source, text } from './formats.ts';

const KEY_RULE = says(
  'a skill is named by its framework and its id with a slash between them',
  'Write FRAMEWORK/SKILL, such as own/data-analysis.',
);
const skill = z
  .string(KEY_RULE)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/, KEY_RULE)
  .describe('FRAMEWORK/SKILL');

export const crosswalkFileSchema = record({
  mappings: list(
    record({
      from: skill,
      to: skill,
      kind: z.enum(MAPPING_KINDS).describe('How the first stands to the second'),
      confidence: share.describe('How sure whoever says it is'),
      saidBy: name
        .nullable()
        .default(null)
        .describe('The role that says so; null for a proposal, which counts for nothing'),
      source,
      note: text.default(''),
    }),
    20_000,
  ),
});
