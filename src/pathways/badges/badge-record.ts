// A badge as the service keeps it: whose it is, what for, and whether its issuer has taken it back.
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';

const id = z.string().min(1).max(200);
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const words = z.string().min(3).max(2000);

/** From each state those it may become; the first is where it begins. */
export const BADGE_STEPS = { issued: ['revoked'], revoked: [] } as const;

export const badgeRecordSchema = z
  .strictObject({
    person: id.describe('Id of the member whose badge it is'),
    place: id.describe('Code of the place whose verifier issued it'),
    statusPlace: z.int().min(0).describe('Its place in the list of what was taken back'),
    credential: id.describe('Id that stands in the badge'),
    name: words,
    skill: z
      .string()
      .regex(/^[^/\s]+\/[^\s]+$/, 'a skill is written FRAMEWORK/SKILL')
      .nullable(),
    level: z.enum(SKILL_LEVELS).nullable(),
    issuer: id,
    issuedMonth: month,
    validUntilMonth: month.nullable(),
    document: z.string().max(100_000).describe('The badge itself, as JSON text, for its holder to take along'),
    revoked: z.strictObject({ month, reason: words }).nullable(),
    state: z.enum(['issued', 'revoked']),
  })
  .superRefine(({ state, revoked, skill, level }, context) => {
    const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((state === 'revoked') !== (revoked !== null)) {
      blame('revoked', 'a month and a reason are given where a badge is taken back, and only there');
    }
    if ((skill === null) !== (level === null)) blame('level', 'a skill comes with its level');
  });
/** What the list says of a badge, and why. */
export const badgeStatusSchema = z
  .strictObject({
    statusPlace: z.int().min(0),
    reason: words.nullable().describe('Told to whoever verifies the badge: it names nobody'),
    state: z.enum(['issued', 'revoked']),
  })
  .refine(({ state, reason }) => (state === 'revoked') === (reason !== null), {
    path: ['reason'],
    message: 'a reason is given where a badge is taken back, and only there',
  });

/** What is kept of one badge. */
export type BadgeRecord = z.infer<typeof badgeRecordSchema>;
