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
  }
}

function checkAssumptions(context: CheckContext, entry: Entry<Channel>): void {
  const { completion, costPerStart, protectedTime, capacityPerYear, baselineStartsPerYear } = entry.value;
  const uses = [
    { field: 'completion', id: completion, unit: 'share' },
    { field: 'costPerStart', id: costPerStart, unit: 'GBP/start' },
    { field: 'protectedTime', id: protectedTime, unit: 'share' },
    { field: 'capacityPerYear', id: capacityPerYear, unit: 'people/year' },
    { field: 'baselineStartsPerYear', id: baselineStartsPerYear, unit: 'people/year' },
  ];
  for (const { field, id, unit } of uses) {
    if (id !== null) usesAssumption(context, { entry, field: [field], id, unit });
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
