// A community of practice: what it serves, who convenes it, which places and roles are in it, and how alive it is.
import { z } from 'zod';
import { code, codes, link, LIST_MAX, month, office, people, words } from '../record-fields.ts';

/** Stages of a community's life, in their order.
 *  @source Wenger, McDermott and Snyder, Cultivating Communities of Practice, 2002, chapters 4 and 5 */
export const COMMUNITY_STAGES = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation'] as const;
export type CommunityStage = (typeof COMMUNITY_STAGES)[number];

/** From each stage those it may become; a community may fall back, and it may end at any time. */
export const COMMUNITY_STEPS = {
  potential: ['coalescing', 'closed'],
  coalescing: ['maturing', 'potential', 'closed'],
  maturing: ['stewardship', 'coalescing', 'closed'],
  stewardship: ['transformation', 'maturing', 'closed'],
  transformation: ['stewardship', 'coalescing', 'closed'],
  closed: [],
} as const;

export const communityRecordSchema = z.strictObject({
  name: code,
  purpose: words,
  place: code.describe('The place that hosts it'),
  requirements: codes.min(1).describe('Ids of the blueprint requirements it serves'),
  members: z
    .array(z.strictObject({ place: code, role: code, people, from: month, until: month.nullable() }))
    .max(LIST_MAX)
    .describe('How many of a role in a place belong to it, never who'),
  conveners: z
    .array(z.strictObject({ office, place: code, from: month, until: month.nullable(), successor: office.nullable() }))
    .max(LIST_MAX),
  activity: z
    .array(
      z.strictObject({
        month,
        gatherings: z.number().int().min(0),
        activePeople: people,
        answered: people,
        asked: people,
      }),
    )
    .max(LIST_MAX)
    .describe('Only ever added to'),
  links: z
    .array(z.strictObject({ title: code, address: link }))
    .max(50)
    .describe('Where its people meet already'),
  state: z.enum([...COMMUNITY_STAGES, 'closed']),
});

/** What is kept of one community. */
export type CommunityRecord = z.infer<typeof communityRecordSchema>;
