// A placement round as it is kept in a file: who looks for a post, which places have some, and what weighs how much.
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, 'an id has letters, digits, dots, hyphens');
const points = z.int().min(0).max(10_000);

/** What a departure from the ideal costs, in whole points: only their ratios matter. */
export const placementWeightsSchema = z.strictObject({
  notFirst: points.describe('For each person who is not given a first choice'),
  perRank: points.describe('For each step below the first choice'),
  outsideTopFive: points.describe('For each person who is given none of the first five choices'),
  perTravelHour: points.describe('For each hour of travel one way'),
  crowding: points.describe('Makes each further person at a place dearer, so that places fill evenly'),
  unplaced: points.describe('For each person who is given no place'),
});
export type PlacementWeights = z.infer<typeof placementWeightsSchema>;

/** Where a place ranks people, a person has judged and said why: no order of named people comes from a machine. */
const ranking = z.strictObject({
  decidedBy: z.string().min(1).max(120).describe('The office or role that answers for the order'),
  reason: z.string().min(1).max(2000),
  tiers: z.array(z.array(id).min(1)).max(10_000).describe('Best first; those of one tier are alike'),
});

const place = z.strictObject({
  id,
  area: id,
  posts: z.int().min(0).max(10_000),
  supervisorFte: z.number().min(0).max(10_000).describe('Time of supervisors there'),
  ranking: ranking.nullable().default(null),
});
export type PlacementPlace = z.infer<typeof place>;

const person = z.strictObject({
  id: id.describe('A number that means nothing outside the round; never a name'),
  area: id,
  preferences: z.array(id).max(2000).describe('Places, the most wanted first'),
  acceptsUnlisted: z.boolean().describe('Whether a place that was not listed may be given'),
  mostTravelMinutes: z.int().min(0).max(1440).nullable().describe('One way; null where any is borne'),
});
export type PlacementPerson = z.infer<typeof person>;

const travel = z.strictObject({ from: id, to: id, minutes: z.int().min(0).max(1440) });

/** Most people and places of a round: twice the largest that is promised to be quick. */
const PEOPLE_MAX = 20_000;
const PLACES_MAX = 1000;

export const placementRoundSchema = z.strictObject({
  id,
  title: z.string().min(1).max(200),
  role: id.describe('The role that the posts are in'),
  seed: z.int().min(0).max(4_294_967_295).describe('Of the lottery that breaks ties, drawn before anybody applies'),
  supervisorFtePerPerson: z.number().min(0).max(10),
  weights: placementWeightsSchema,
  places: z.array(place).min(1).max(PLACES_MAX),
  people: z.array(person).max(PEOPLE_MAX),
  travel: z.array(travel).max(1_000_000).describe('Between areas, either way; within an area nobody travels'),
});
export type PlacementRound = z.infer<typeof placementRoundSchema>;

/** How many people a place can take: no more than its posts, and no more than its supervisors have time for.
 *  @source docs/model/placement.md, eq. 1 */
export function openPosts({ posts, supervisorFte }: PlacementPlace, supervisorFtePerPerson: number): number {
  if (supervisorFtePerPerson === 0) return posts;
  // A thousandth of a person more, so that 0.3 FTE at 0.1 each are three people and not two.
  return Math.min(posts, Math.floor(supervisorFte / supervisorFtePerPerson + 0.001));
}
