// What a person keeps about themselves for their passport: the post they stand in, by their own word.
import { z } from 'zod';

const id = z.string().min(1).max(120);

/** From each state those it may become; the first is where it begins. */
export const PASSPORT_STEPS = { kept: [] } as const;

export const passportRecordSchema = z.strictObject({
  person: id.describe('Id of the member whose passport it is'),
  place: id.describe('Code of the place where the person works'),
  post: z
    .string()
    .max(250)
    .nullable()
    .describe('Post that the person holds, ROLE:BAND, or a profession; null for none'),
  state: z.enum(['kept']),
});
export type PassportRecord = z.infer<typeof passportRecordSchema>;
