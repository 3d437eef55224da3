// A placement round as it is kept: open, run, proposed, and published only once a person has decided and said why.
import { z } from 'zod';
import { placementRoundSchema } from './placement-round.ts';

const id = z.string().min(1).max(120);
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const words = z.string().min(3).max(2000);

/** From each state those it may become; the first is where it begins. */
export const PLACEMENT_ROUND_STEPS = {
  open: ['run', 'cancelled'],
  run: ['proposed', 'open', 'cancelled'],
  proposed: ['decided', 'open', 'cancelled'],
  decided: ['published', 'open', 'cancelled'],
  published: [],
  cancelled: [],
} as const;

const placement = z.strictObject({ person: id, place: id.nullable(), choice: z.int().min(1).nullable() });

const proposal = z.strictObject({
  month,
  method: z.enum(['cheapest', 'stable']),
  roundHash: z.string().max(128).describe('Of the round as it was run, so that the run can be repeated'),
  placements: z.array(placement).max(20_000),
});

/** Who would go where otherwise than proposed, each with its reason. */
const change = z.strictObject({ person: id, place: id.nullable(), reason: words });

const { id: _, people: __, ...terms } = placementRoundSchema.shape;

export const placementRoundRecordSchema = z
  .strictObject({
    ...terms,
    place: id.describe('Code of the place whose round it is'),
    closes: month.describe('Last month in which preferences may be sent'),
    proposals: z.array(proposal).max(100).describe('Only ever added to; the last is decided on'),
    decision: z
      .strictObject({ office: id, month, reason: words, changes: z.array(change).max(20_000) })
      .nullable()
      .describe('Of a person; null until there is one'),
    state: z.enum(['open', 'run', 'proposed', 'decided', 'published', 'cancelled']),
  })
  .superRefine(({ state, proposals, decision }, context) => {
    const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const isDecided = state === 'decided' || state === 'published';
    if (isDecided !== (decision !== null)) {
      blame('decision', 'a decision with its reason is given where people are placed, and only there');
    }
    if ((isDecided || state === 'proposed') && proposals.length === 0) {
      blame('proposals', 'what is proposed or decided rests on a run');
    }
    const known = new Set(proposals.at(-1)?.placements.map(({ person }) => person));
    for (const { person } of decision?.changes ?? []) {
      if (!known.has(person)) blame('decision', `'${person}' is not in the last proposal`);
    }
  });
export type PlacementRoundRecord = z.infer<typeof placementRoundRecordSchema>;

/** From each state those it may become; the first is where it begins. */
export const PLACEMENT_PREFERENCE_STEPS = {
  draft: ['sent', 'withdrawn'],
  sent: ['draft', 'withdrawn'],
  withdrawn: ['draft'],
} as const;

/** What one person wishes in a round; theirs alone, with those who run the round. */
export const placementPreferenceRecordSchema = z.strictObject({
  round: id.describe('Id of the round'),
  person: id.describe('Id of the member whose wishes they are'),
  area: id,
  preferences: z.array(id).max(2000).describe('Places, the most wanted first'),
  acceptsUnlisted: z.boolean(),
  mostTravelMinutes: z.int().min(0).max(1440).nullable(),
  state: z.enum(['draft', 'sent', 'withdrawn']),
});
/** What is kept of one person's wishes. */
export type PlacementPreferenceRecord = z.infer<typeof placementPreferenceRecordSchema>;

/** Where everybody goes once a person has decided: the last proposal, with what was decided otherwise.
 *  @returns none before that: a proposal places nobody */
export function decidedPlacements({
  proposals,
  decision,
  state,
}: PlacementRoundRecord): ReadonlyMap<string, string | null> {
  if (decision === null || state === 'cancelled') return new Map();
  const proposed = proposals.at(-1)?.placements ?? [];
  return new Map([
    ...proposed.map(({ person, place }) => [person, place] as const),
    ...decision.changes.map(({ person, place }) => [person, place] as const),
  ]);
}
