// planning-rules.yaml: what a plan must keep to beyond capacities and budgets, each rule with its source.
import { z } from 'zod';
import { filledList, id, list, month, name, number, record, says, share, source, text } from './formats.ts';

const amount = number.min(0, says('an amount is 0 or more', 'Write 0 or more.'));
const channels = filledList(id, 200).describe('Ids of channels');
const head = { id, name, source, note: text.default('') };

const rule = z.discriminatedUnion(
  'kind',
  [
    record({
      ...head,
      kind: z.literal('ramp'),
      channels,
      mostGrowthSharePerYear: amount.describe('0.5 for half as many again as the year before'),
      floorPeoplePerYear: amount.describe('Starts beyond that growth, so that a channel may begin'),
    }),
    record({ ...head, kind: z.literal('quarter-capacity'), channels, mostShareOfYear: share }),
    record({ ...head, kind: z.literal('pool'), channels, mostPeople: amount.describe('Over the whole plan') }),
    record({ ...head, kind: z.literal('vacancies'), channels }),
    record({
      ...head,
      kind: z.literal('source-floor'),
      profession: id,
      driver: id.describe('Driver that counts the profession in each place'),
      mostShareLeavingPerYear: share,
    }),
    record({
      ...head,
      kind: z.literal('supervision'),
      channels,
      supervisorFtePerTrainee: amount.describe('FTE of an experienced person that a trainee takes'),
      supervisorBands: filledList(id, 50),
      mostShareOfTime: share.describe('Share of their time that experienced people give to it'),
    }),
    record({
      ...head,
      kind: z.literal('fund-budget'),
      fund: name.describe('Fund, as channels name it'),
      gbpPerYear: filledList(record({ from: month, gbp: amount })),
    }),
    record({
      ...head,
      kind: z.literal('equity'),
      from: month,
      whenNationBelowShare: share,
      mostShortShare: share,
      priceFactor: amount.describe('Weight of what is short beyond, as a multiple of the price of shortage'),
    }),
    record({
      ...head,
      kind: z.literal('ambition'),
      families: filledList(id, 200),
      share,
      driver: id.describe('Driver that counts all staff in FTE'),
      by: month,
      priceGbpPerFte: amount.describe('Weight of an FTE short of it'),
    }),
  ],
  says(
    'a rule is of one of the kinds that docs/packs.md lists',
    'Write kind: ramp, quarter-capacity, pool, vacancies, source-floor, supervision, fund-budget, equity or ambition.',
  ),
);

export const planningRulesFileSchema = record({ rules: list(rule, 500) });
