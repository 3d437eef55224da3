// scenarios/*.yaml: an overlay on the register and the levers.
import { RECRUITMENT_MODES } from '#workforce';
import { z } from 'zod';
import { assumption } from './assumptions-file.ts';
import { id, list, month, name, record, share, source, text } from './formats.ts';

export const scenarioFileSchema = record({
  id,
  name,
  description: text,
  recruitment: z
    .enum(RECRUITMENT_MODES)
    .describe('trend: joiners as they have come; establishment: joiners fill funded posts'),
  assumptions: list(assumption).default([]).describe('Assumptions that stand in place of the register’s'),
  ambition: record({ share, by: month, driver: id.describe('Driver that counts all staff in FTE'), source })
    .nullable()
    .default(null),
});
