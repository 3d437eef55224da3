// channels.yaml: the ways people come, each with its limits and the assumptions it draws on.
import { CHANNEL_KINDS } from '#workforce';
import { z } from 'zod';
import {
  filledList,
  id,
  list,
  month,
  name,
  number,
  record,
  says,
  share,
  source,
  text,
  tier,
  whole,
} from './formats.ts';

const assumptionId = id.describe('Id of an assumption in the register');

const channel = record({
  id,
  name,
  description: text,
  kind: z.enum(CHANNEL_KINDS),
  sourceProfession: id.nullable().default(null),
  entrantAges: filledList(record({ ageGroup: id, share })).describe('Ages at the start; the shares add up to 1'),
  yields: filledList(record({ role: id, band: id })).describe('Posts it may lead to; a plan chooses among them'),
  months: whole(0, 120).describe('Months from start to post'),
  completion: assumptionId,
  costPerStart: assumptionId,
  protectedTime: assumptionId.nullable().default(null),
  coverPremium: assumptionId
    .nullable()
    .default(null)
    .describe('By how much cover for the protected time costs more than its pay'),
  capacityPerYear: assumptionId,
  sharedBy: id.describe('Driver that shares capacity out over places'),
  placeHeadroom: number.min(
    1,
    says(
      'a place may take at least its proportional share, so the headroom is 1 or more',
      'Write 1 or more, such as 2.',
    ),
  ),
  baselineStartsPerYear: assumptionId.nullable().default(null),
  minimumCohort: whole(1, 10_000),
  opening: record({ cost: assumptionId, at: tier })
    .nullable()
    .default(null)
    .describe('What it costs to set up, once for each place of a tier and all below it'),
  placements: record({ within: tier, cost: assumptionId })
    .nullable()
    .default(null)
    .describe('Placements may move between the places under one place of a tier, at a cost each'),
  retention: record({
    reachShare: share.describe('Share of leavers who can be kept at most'),
    steps: list(record({ fromShare: share, extraCost: assumptionId }), 10)
      .default([])
      .describe('Beyond a share of leavers each kept costs so much more; shares and costs rise'),
  })
    .nullable()
    .default(null)
    .describe('Of kind retention alone: each start is a person kept who would have left'),
  sharedWithin: tier
    .nullable()
    .default(null)
    .describe('Of kind shared-post alone: each post serves all places under one place of this tier'),
  opens: month.nullable().default(null),
  closes: month.nullable().default(null).describe('First month in which nobody may start'),
  accountableTier: tier,
  fund: name,
  source,
});

export const channelsFileSchema = record({ channels: list(channel) });
