// Words that routes about the pack share.
import { z } from 'zod';

export const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'give a month as YYYY-MM');

/** The pack as a change left it. */
export const packHead = z.object({ version: z.number().int(), hash: z.string() });
