// The plan in a few sentences that a director could read aloud, each computed from the plan itself.
import { parseMonth } from '#kernel';
import type { PlanDocument } from './plan-document.ts';
import {
  chanceInWords,
  fteInWords,
  listInWords,
  monthInWords,
  peopleInWords,
  percentInWords,
  poundsInWords,
} from './words.ts';

type Told = Omit<PlanDocument, 'summary'>;
type Measure = PlanDocument['series'][number]['measure'];

/** @returns where the gap is worst, how sure, what closes it, at what cost, who must act first; one sentence or two each */
export function summarise(plan: Told): string[] {
  return [
    gapSentence(plan),
    worstSentence(plan),
    ...planSentences(plan),
    ...firstActSentences(plan),
    doubtSentence(plan),
  ].filter((sentence) => sentence !== '');
}

function gapSentence(plan: Told): string {
  const nation = nationOf(plan);
  const last = plan.months.length - 1;
  const shortage = seriesOf(plan.series, { measure: 'shortageFte', place: nation.code });
  const demand = seriesOf(plan.series, { measure: 'demandFte', place: nation.code });
  if (shortage === undefined || demand === undefined) return '';
  const mean = shortage.mean[last] ?? 0;
  const when = monthName(plan.months[last]);
  if (mean < 0.5)
    return `${nation.name} has the digital workforce that the blueprint asks for up to ${when}, as things go.`;
  const interval = `${fteInWords(shortage.p10[last] ?? 0)} to ${fteInWords(shortage.p90[last] ?? 0)} in 8 of 10 futures`;
  return (
    `Without a plan, ${nation.name} is short of ${fteInWords(mean)} full-time digital posts by ${when} ` +
    `(${interval}), ${percentInWords(mean / (demand.mean[last] ?? 1))} of what the blueprint asks for.`
  );
}

function worstSentence(plan: Told): string {
  const last = plan.months.length - 1;
  const shortageAt = (place: string, family: string): number =>
    seriesOf(plan.series, { measure: 'shortageFte', place, family })?.mean[last] ?? 0;
  const demandAt = (place: string): number => seriesOf(plan.series, { measure: 'demandFte', place })?.mean[last] ?? 0;
  const nation = nationOf(plan);
  const families = plan.families
    .map(({ id, name }) => ({ name, fte: shortageAt(nation.code, id) }))
    .filter(({ fte }) => fte >= 0.5)
    .toSorted((a, b) => b.fte - a.fte);
  const finest = plan.places
    .filter(({ code }) => !plan.places.some(({ parent }) => parent === code))
    .map(({ code, name }) => ({
      name,
      fte: shortageAt(code, '*'),
      share: shortageAt(code, '*') / Math.max(demandAt(code), 1),
    }));
  const largest = finest.toSorted((a, b) => b.fte - a.fte)[0];
  const deepest = finest.toSorted((a, b) => b.share - a.share)[0];
  const family = families[0];
  if (family === undefined || largest === undefined || deepest === undefined || largest.fte < 0.5) return '';
  const place =
    largest.name === deepest.name
      ? `${largest.name}, with ${fteInWords(largest.fte)} posts or ${percentInWords(largest.share)} of its need`
      : `${largest.name} by number (${fteInWords(largest.fte)}) and in ${deepest.name} by share (${percentInWords(deepest.share)} of its need)`;
  return `It is worst in ${family.name} (${fteInWords(family.fte)} posts), and in ${place}.`;
}

function planSentences(plan: Told): string[] {
  const last = plan.months.length - 1;
  const nation = nationOf(plan);
  if (plan.interventions.length === 0) return ['No intervention is cheaper than the shortage it would close.'];
  const people = plan.interventions.reduce((sum, each) => sum + each.people, 0);
  const byChannel = totals(plan.interventions.map(({ channel, people: starts }) => [channel, starts]));
  const channels = byChannel
    .slice(0, 3)
    .map(
      ([id, starts]) => `${plan.channels.find((channel) => channel.id === id)?.name ?? id} (${peopleInWords(starts)})`,
    );
  const before = seriesOf(plan.series, { measure: 'shortageFte', place: nation.code })?.mean[last] ?? 0;
  const after = seriesOf(plan.seriesWithPlan, { measure: 'shortageFte', place: nation.code });
  const closed = plan.chanceClosed.find(({ place }) => place === nation.code);
  const firstYear = plan.plan.costs.reduce((year, cost) => Math.min(year, cost.year), Infinity);
  const firstYearGbp = plan.plan.costs
    .filter(({ year }) => year === firstYear)
    .reduce((sum, { costGbp }) => sum + costGbp, 0);
  return [
    `The cheapest plan found starts ${peopleInWords(people)} over ten years, most of them through ${listInWords(channels)}. ` +
      `Replayed through the full model, it brings the shortage from ${fteInWords(before)} down to ` +
      `${fteInWords(after?.mean[last] ?? 0)} posts (${fteInWords(after?.p10[last] ?? 0)} to ${fteInWords(after?.p90[last] ?? 0)}); ` +
      `the chance that the number of posts filled meets the need is ${chanceInWords(closed?.after[last] ?? 0)}, against ${chanceInWords(closed?.before[last] ?? 0)} without it.`,
    `It costs ${poundsInWords(plan.plan.programmeCostGbp)} to start these people, ${poundsInWords(firstYearGbp)} of it in ` +
      `${financialYear(firstYear)}; their pay in post is shown apart.`,
  ];
}

function firstActSentences(plan: Told): string[] {
  const first = plan.interventions.reduce(
    (month, each) => (each.startMonth < month ? each.startMonth : month),
    '9999-12',
  );
  const acts = plan.interventions.filter(({ startMonth }) => startMonth === first);
  if (acts.length === 0) return [];
  const byAct = totals(
    acts.map(({ accountableTier, channel, people }) => [`${accountableTier}\u0000${channel}`, people]),
  );
  const named = byAct.slice(0, 3).map(([key, people]) => {
    const [tier = '', channel = ''] = key.split('\u0000');
    const places = new Set(
      acts.filter((act) => act.accountableTier === tier && act.channel === channel).map((act) => act.accountablePlace),
    );
    const name = plan.channels.find(({ id }) => id === channel)?.name ?? channel;
    return `${bodyName(plan, tier, [...places])} (${peopleInWords(people)} into ${name})`;
  });
  return [`First to act, by ${monthName(first)}: ${listInWords(named)}.`];
}

function bodyName(plan: Told, tier: string, places: readonly string[]): string {
  if (places.length === 1) return plan.places.find(({ code }) => code === places[0])?.name ?? tier;
  return `${places.length} bodies of the ${tier} tier`;
}

function doubtSentence(plan: Told): string {
  const strongest = plan.elasticities[0];
  const weak = plan.assumptions.filter(({ kind }) => kind === 'judgement' || kind === 'proxy').length;
  const unsigned = plan.assumptions.filter(({ signedOffBy }) => signedOffBy === null).length;
  const doubt = strongest === undefined ? '' : ` What matters most: ${strongest.sentence}`;
  return `${weak} of ${plan.assumptions.length} assumptions are proxies or judgements and ${unsigned} are not signed off.${doubt}`;
}

function nationOf(plan: Told): Told['places'][number] {
  return (
    plan.places.find(({ parent }) => parent === null) ?? {
      code: '*',
      name: 'The nation',
      tier: 'national',
      parent: null,
    }
  );
}

/** The series of a measure in a place: all roles, or one family. */
function seriesOf(
  series: PlanDocument['series'],
  { measure, place, family = '*' }: { measure: Measure; place: string; family?: string },
): PlanDocument['series'][number] | undefined {
  return series.find(
    (each) =>
      each.measure === measure &&
      each.place === place &&
      each.family === family &&
      each.role === '*' &&
      each.band === '*',
  );
}

/** Sums by key, largest first, ties by key. */
function totals(pairs: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function monthName(text: string | undefined): string {
  const month = parseMonth(text ?? '');
  return month === null ? '' : monthInWords(month);
}

function financialYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
