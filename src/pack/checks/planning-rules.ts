// Checks planning-rules.yaml: that rules name channels, professions, bands and drivers there are, in dates in order.
import { formatMonth } from '#kernel';
import type { PlanningRule } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { type CheckContext, indexBy, refers } from './context.ts';

export function checkPlanningRules(context: CheckContext): void {
  const rules = context.parts.planningRules;
  indexBy(rules, ({ id }) => id, context.flaws);
  const second = rules.filter(({ value }) => value.kind === 'equity')[1];
  if (second !== undefined) reportSecondEquity(context, second);
  for (const entry of rules) {
    refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
    if ('channels' in entry.value) checkChannelsNamed(context, entry, entry.value.channels);
    if ('driver' in entry.value) refers(context, { entry, field: ['driver'], kind: 'driver', id: entry.value.driver });
    checkTerms(context, entry);
  }
}

function reportSecondEquity({ flaws }: CheckContext, entry: Entry<PlanningRule>): void {
  flaws.report({
    entry,
    field: ['kind'],
    code: 'duplicate',
    value: entry.value.kind,
    rule: 'a pack has one rule of that kind, and another stands before it',
    hint: 'Make one rule of the two.',
  });
}

function checkTerms(context: CheckContext, entry: Entry<PlanningRule>): void {
  const rule = entry.value;
  switch (rule.kind) {
    case 'source-floor':
      refers(context, { entry, field: ['profession'], kind: 'profession', id: rule.profession });
      return;
    case 'supervision':
      for (const [index, band] of rule.supervisorBands.entries()) {
        refers(context, { entry, field: ['supervisorBands', index], kind: 'band', id: band });
      }
      return;
    case 'ambition':
      for (const [index, family] of rule.families.entries()) {
        refers(context, { entry, field: ['families', index], kind: 'family', id: family });
      }
      return;
    case 'fund-budget':
      checkFund(context, entry, rule);
      return;
    case 'ramp':
    case 'quarter-capacity':
    case 'pool':
    case 'vacancies':
    case 'equity':
      return;
  }
}

function checkChannelsNamed(context: CheckContext, entry: Entry<PlanningRule>, channels: readonly string[]): void {
  const known = context.parts.channels.map(({ value }) => value.id);
  for (const [index, id] of channels.entries()) {
    if (known.includes(id)) continue;
    context.flaws.report({
      entry,
      field: ['channels', index],
      code: 'unknown-reference',
      value: id,
      rule: 'no channel in channels.yaml has that id',
      hint: `Write the id of a channel${didYouMean(id, known)}.`,
    });
  }
}

function checkFund(
  context: CheckContext,
  entry: Entry<PlanningRule>,
  { fund, gbpPerYear }: Extract<PlanningRule, { kind: 'fund-budget' }>,
): void {
  const funds = [...new Set(context.parts.channels.map(({ value }) => value.fund))];
  if (!funds.includes(fund)) {
    context.flaws.report({
      entry,
      field: ['fund'],
      code: 'unknown-reference',
      value: fund,
      rule: 'no channel is paid from a fund of that name',
      hint: `Write one of: ${funds.join(', ')}.`,
    });
  }
  for (const [index, { from }] of gbpPerYear.entries()) {
    const before = gbpPerYear[index - 1]?.from;
    if (before === undefined || before < from) continue;
    context.flaws.report({
      entry,
      field: ['gbpPerYear', index, 'from'],
      code: 'overlap',
      value: formatMonth(from),
      rule: `the amount before it holds from ${formatMonth(before)}, and dates rise`,
      hint: 'Write the amounts in the order of their dates.',
    });
  }
}
