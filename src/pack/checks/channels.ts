// Checks channels.yaml: posts they may lead to, ages that add up to 1, dates in order, assumptions of the right unit.
import { formatMonth } from '#kernel';
import type { Channel } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { usesAssumption } from './assumption-use.ts';
import { type CheckContext, refers, refersToPost } from './context.ts';
import { checkShares } from './shares.ts';

export function checkChannels(context: CheckContext): void {
  for (const entry of context.parts.channels) {
    const { sourceProfession, source, sharedBy, entrantAges, yields } = entry.value;
    refers(context, { entry, field: ['source'], kind: 'source', id: source });
    refers(context, { entry, field: ['sharedBy'], kind: 'driver', id: sharedBy });
    if (sourceProfession !== null) {
      refers(context, { entry, field: ['sourceProfession'], kind: 'profession', id: sourceProfession });
    }
    for (const [index, { ageGroup }] of entrantAges.entries()) {
      refers(context, { entry, field: ['entrantAges', index, 'ageGroup'], kind: 'ageGroup', id: ageGroup });
    }
    checkShares(context, {
      entry,
      field: 'entrantAges',
      shares: entrantAges.map(({ ageGroup, share }) => ({ of: ageGroup, share })),
      whole: 'the shares of entrants over age groups',
    });
    for (const [index, post] of yields.entries()) refersToPost(context, entry, { ...post, field: ['yields', index] });
    checkYieldsOnce(context, entry);
    checkDates(context, entry);
    checkAssumptions(context, entry);
    checkKind(context, entry);
  }
}

function checkAssumptions(context: CheckContext, entry: Entry<Channel>): void {
  const { completion, costPerStart, protectedTime, coverPremium, capacityPerYear, baselineStartsPerYear } = entry.value;
  const uses = [
    { field: 'completion', id: completion, unit: 'share' },
    { field: 'costPerStart', id: costPerStart, unit: 'GBP/start' },
    { field: 'protectedTime', id: protectedTime, unit: 'share' },
    { field: 'coverPremium', id: coverPremium, unit: 'share' },
    { field: 'capacityPerYear', id: capacityPerYear, unit: 'people/year' },
    { field: 'baselineStartsPerYear', id: baselineStartsPerYear, unit: 'people/year' },
  ];
  for (const { field, id, unit } of uses) {
    if (id !== null) usesAssumption(context, { entry, field: [field], id, unit });
  }
  const { opening, placements, retention } = entry.value;
  if (opening !== null) {
    usesAssumption(context, { entry, field: ['opening', 'cost'], id: opening.cost, unit: 'GBP/opening' });
  }
  if (placements !== null) {
    usesAssumption(context, { entry, field: ['placements', 'cost'], id: placements.cost, unit: 'GBP/start' });
  }
  for (const [index, { extraCost: id }] of (retention?.steps ?? []).entries()) {
    usesAssumption(context, { entry, field: ['retention', 'steps', index, 'extraCost'], id, unit: 'GBP/start' });
  }
}

/** What only a kind of channel has, that kind has. */
const TERMS_OF_KINDS = [
  { kind: 'retention', field: 'retention' },
  { kind: 'shared-post', field: 'sharedWithin' },
] as const;

function checkKind({ flaws }: CheckContext, entry: Entry<Channel>): void {
  for (const { kind, field } of TERMS_OF_KINDS) {
    if ((entry.value.kind === kind) === (entry.value[field] !== null)) continue;
    flaws.report({
      entry,
      field: entry.value.kind === kind ? ['kind'] : [field],
      code: 'inconsistent',
      value: entry.value.kind,
      rule: `channels of kind ${kind} have ${field}, and no others do`,
      hint: `Write ${field}, or another kind.`,
    });
  }
  const { retention } = entry.value;
  for (const [index, { fromShare }] of (retention?.steps ?? []).entries()) {
    const before = retention?.steps[index - 1]?.fromShare ?? -1;
    if (fromShare > before) continue;
    flaws.report({
      entry,
      field: ['retention', 'steps', index, 'fromShare'],
      code: 'overlap',
      value: fromShare,
      rule: `the step before it begins at ${before}, and shares rise`,
      hint: 'Write the steps in the order of their shares.',
    });
  }
}

function checkYieldsOnce({ flaws }: CheckContext, entry: Entry<Channel>): void {
  const { yields } = entry.value;
  for (const [index, { role, band }] of yields.entries()) {
    if (yields.findIndex((other) => other.role === role && other.band === band) === index) continue;
    flaws.report({
      entry,
      field: ['yields', index],
      code: 'duplicate',
      value: `${role}, band ${band}`,
      rule: 'the channel leads to that post already',
      hint: 'Delete one of the two.',
    });
  }
}

function checkDates({ flaws }: CheckContext, entry: Entry<Channel>): void {
  const { opens, closes } = entry.value;
  if (opens === null || closes === null || opens < closes) return;
  flaws.report({
    entry,
    field: ['closes'],
    code: 'overlap',
    value: formatMonth(closes),
    rule: `the channel opens in ${formatMonth(opens)}, and closes in a later month`,
    hint: 'Write a later month, or null while no end is known.',
  });
}
